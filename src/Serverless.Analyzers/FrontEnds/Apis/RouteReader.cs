using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads the `[HttpRoute]` attributes of a method.</summary>
internal static class RouteReader
{
    public const string Attribute = "HttpRoute";

    /// <param name="scope">The method.</param>
    /// <param name="url">Its own address; an API is then only used when one is declared.</param>
    /// <param name="apis">The APIs.</param>
    /// <param name="reading">Shared state of the read.</param>
    public static EquatableArray<HttpRoute> Read(FunctionScope scope, FunctionUrl? url, ApiTable apis, Reading reading)
    {
        var routes = new List<HttpRoute>();
        var number = 0;
        foreach (var attribute in ApiScope.All(scope.Method, Attribute, reading))
        {
            number++;
            if (Read(scope.Symbol, attribute, number, url, apis) is { } route)
                routes.Add(route);
        }

        if (number > 0)
            ForeignAuthorizationReader.Report(scope.Symbol, routes.TrueForAll(static r => r.Authorization.Kind != AuthorizationKind.Public), reading);
        return routes.ToEquatableArray();
    }

    private static HttpRoute? Read(IMethodSymbol method, ApiScope scope, int number, FunctionUrl? url, ApiTable apis)
    {
        var attribute = scope.Attribute;
        var target = new RouteTarget(method.ContainingType, attribute.Type("Api"), scope.Declaration);
        var api = url is null ? apis.Resolve(target) : apis.Nearest(target);
        var key = GatewayRouteReader.Key(scope, api?.Kind);
        if (key is null || (api is null && (url is null || target.Api is not null)))
            return null;
        return GatewayRouteReader.Shared(
            new HttpRoute
            {
                Api = api?.LogicalId ?? "",
                Method = key.Method,
                Path = key.Path,
                Declaration = scope.Declaration,
                StatusCode = scope.InRange("StatusCode", 200, 299, "") ?? (HasNoResult(method) ? 204 : 200),
                NullStatusCode = NullStatusCode(scope),
                OperationId = attribute.String("OperationId") ?? OperationId(method, number),
                Tags = attribute.StringArray("Tags")?.ToEquatableArray() ?? EquatableArray.Of(method.ContainingType.Name),
                Deprecated = attribute.Boolean("Deprecated") ?? false,
                Streaming = Streaming(scope, api, url),
                PayloadFormatVersion = PayloadFormat(scope, api),
            },
            scope,
            api,
            apis.Authorization,
            ForeignAuthorizationReader.Read(method));
    }

    /// <summary>The second route of a method is another operation.</summary>
    private static string OperationId(IMethodSymbol method, int number) =>
        method.ContainingType.Name + "_" + method.Name + (number == 1 ? "" : "_" + number.ToString(CultureInfo.InvariantCulture));

    public static bool HasNoResult(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { IsGenericType: false, Name: "Task" or "ValueTask" };

    private static int NullStatusCode(ApiScope scope)
    {
        if (scope.Attribute.Int32("NullStatusCode") is not { } code)
            return 404;
        if (code is 200 or 204 or 404)
            return code;
        scope.Reading.Report(RuleIds.ValueOutOfRange, scope.At("NullStatusCode"), "NullStatusCode", code.ToString(CultureInfo.InvariantCulture), "200, 204 or 404");
        return 404;
    }

    private static bool Streaming(ApiScope scope, ApiDraft? api, FunctionUrl? url)
    {
        if (scope.Attribute.Boolean("Streaming") != true)
            return false;
        if (api is { Kind: ApiKind.Http } && url is null)
            scope.Reading.Report(KindFaults.NeedsRest(scope.At("Streaming"), "Streaming", api));
        return true;
    }

    /// <summary>REST APIs know 1.0 alone, function URLs 2.0.</summary>
    private static string PayloadFormat(ApiScope scope, ApiDraft? api)
    {
        var own = api?.Kind == ApiKind.Rest ? "1.0" : "2.0";
        if (scope.Attribute.String("PayloadFormatVersion") is not { } version)
            return own;
        if (version is not ("1.0" or "2.0"))
            scope.ReportMalformed("PayloadFormatVersion", version, "the formats are '1.0' and '2.0'");
        else if (api is { Kind: ApiKind.Http })
            return version;
        else if (version != own)
            scope.Reading.Report(KindFaults.Needs(scope.At("PayloadFormatVersion"), $"PayloadFormatVersion = \"{version}\"", "an HTTP API", api is null ? "a function URL sends format 2.0" : "REST APIs send format 1.0"));
        return own;
    }
}
