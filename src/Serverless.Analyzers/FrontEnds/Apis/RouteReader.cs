using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Functions;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Reads the `[HttpRoute]` attributes of a method.</summary>
internal static class RouteReader
{
    public static EquatableArray<HttpRoute> Read(FunctionScope scope, HttpApiTable apis, Reading reading)
    {
        List<HttpRoute>? routes = null;
        foreach (var attribute in scope.Method.All("HttpRoute"))
        {
            if (Read(scope, attribute, apis, reading) is { } route)
                (routes ??= []).Add(route);
        }

        return routes is null ? default : routes.ToEquatableArray();
    }

    private static HttpRoute? Read(FunctionScope scope, AttributeArguments attribute, HttpApiTable apis, Reading reading)
    {
        if (attribute.Constructor<string>(0) is not { } text)
            return null;
        var method = scope.Method;
        var key = RouteKey.Parse(text, out var problem, out var replacement);
        if (key is null)
        {
            var properties = replacement is null ? default : EquatableArray.Of(FixProperties.Replacement + "=" + replacement);
            reading.Report(new Fault(RuleIds.MalformedRouteKey, method.At(attribute, "routeKey"), EquatableArray.Of(text, problem), properties));
        }

        var api = apis.Resolve(new RouteTarget(scope.Symbol.ContainingType, attribute.Type("Api"), method.At(attribute)));
        if (key is null || api is null)
            return null;
        return new HttpRoute
        {
            Api = api,
            Method = key.Method,
            Path = key.Path,
            Declaration = method.At(attribute),
            StatusCode = reading.InRange(attribute.Int32("StatusCode"), 200, 299, "", method.At(attribute, "StatusCode")) ?? (HasNoResult(scope.Symbol) ? 204 : 200),
            NullStatusCode = NullStatusCode(method, attribute, reading),
            TimeoutMilliseconds = reading.InRange(attribute.Int32("TimeoutMilliseconds"), 50, 30_000, "ms", method.At(attribute, "TimeoutMilliseconds")),
            ThrottleRate = HttpApiReader.Positive(method, attribute, "ThrottleRate", reading),
            ThrottleBurst = reading.InRange(attribute.Int32("ThrottleBurst"), 1, int.MaxValue, "requests", method.At(attribute, "ThrottleBurst")),
            OperationId = attribute.String("OperationId") ?? scope.Symbol.ContainingType.Name + "_" + scope.Symbol.Name,
            Tags = attribute.StringArray("Tags")?.ToEquatableArray() ?? EquatableArray.Of(scope.Symbol.ContainingType.Name),
            Deprecated = attribute.Boolean("Deprecated") ?? false,
        };
    }

    private static bool HasNoResult(IMethodSymbol method) =>
        method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { IsGenericType: false, Name: "Task" or "ValueTask" };

    private static int NullStatusCode(DeclaredAttributes method, AttributeArguments attribute, Reading reading)
    {
        if (attribute.Int32("NullStatusCode") is not { } code)
            return 404;
        if (code is 200 or 204 or 404)
            return code;
        reading.Report(RuleIds.ValueOutOfRange, method.At(attribute, "NullStatusCode"), "NullStatusCode", code.ToString(System.Globalization.CultureInfo.InvariantCulture), "200, 204 or 404");
        return 404;
    }
}
