using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>`[HttpProxy]`: another web service answers.</summary>
internal static class HttpProxyReader
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY" };

    /// <summary>Headers that API Gateway keeps to itself.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Connection", "Content-Encoding", "Content-Length", "Content-Location", "Forwarded", "Keep-Alive", "Origin", "Proxy-Authenticate",
        "Proxy-Authorization", "TE", "Trailers", "Transfer-Encoding", "Upgrade", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "Via",
    };

    private static readonly string[] ReservedPrefixes = ["access-control-", "apigw-", "x-amz-", "x-amzn-"];

    public static RouteIntegration? Read(ApiScope scope, ApiDraft api, RouteKey key)
    {
        if (scope.Attribute.Constructor<string>(1) is not { } text || Uri(text, scope, key) is not { } uri)
            return null;
        var link = scope.Value("VpcLink");
        CheckPrivate(uri, link is not null, scope, api);
        return new HttpProxyIntegration(
            uri,
            Method(scope),
            ParameterMappingReader.Read(scope, api.Kind == ApiKind.Rest ? RestTargetProblem : HttpTargetProblem).ToEquatableArray(),
            link,
            TlsServerName(scope, api, link is not null));
    }

    /// <summary>The path variables in an address belong to the route, not to the value grammar.</summary>
    private static AwsValue? Uri(string text, ApiScope scope, RouteKey key)
    {
        if (scope.Reading.Value(text, scope.At("uri")) is not { } uri)
            return null;
        if (uri.Kind == AwsValueKind.Literal && !IsAddress(text) && !text.StartsWith("arn:", StringComparison.Ordinal) && !text.StartsWith("{{resolve:", StringComparison.Ordinal))
        {
            scope.ReportMalformed("uri", text, "an address starts with 'https://' or 'http://'; a private service is '@Id' or an ARN");
            return null;
        }

        if (uri.Kind == AwsValueKind.Literal && IsAddress(text))
        {
            foreach (var variable in Variables(text))
            {
                if (!key.Variables.Contains(variable, StringComparer.Ordinal))
                    scope.Reading.Report(RuleIds.RouteVariableMismatch, scope.At("uri"), variable, "the route has no such variable");
            }
        }

        return uri;
    }

    /// <summary>`@Listener` is reached through a link; a public address is not, except by REST APIs, which name the host of a private one.</summary>
    private static void CheckPrivate(AwsValue uri, bool hasLink, ApiScope scope, ApiDraft api)
    {
        var isAddress = uri.Kind == AwsValueKind.Literal ? IsAddress(uri.Text) : uri.Kind == AwsValueKind.Substitution && IsAddress(uri.Text);
        if (!isAddress && !hasLink && uri.Kind == AwsValueKind.Reference)
            scope.ReportExcluded("uri", "a route without VpcLink", "a listener or a Cloud Map service is reached through a VPC link");
        else if (isAddress && hasLink && api.Kind == ApiKind.Http)
            scope.ReportExcluded("VpcLink", "a public address", "an HTTP API reaches a private service by the ARN of its listener or Cloud Map service");
    }

    private static string? Method(ApiScope scope)
    {
        if (scope.Attribute.String("Method") is not { } method)
            return null;
        if (Methods.Contains(method))
            return method;
        scope.ReportMalformed("Method", method, "it is not one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS and ANY");
        return null;
    }

    private static string? TlsServerName(ApiScope scope, ApiDraft api, bool hasLink)
    {
        if (scope.Attribute.String("TlsServerName") is not { } name)
            return null;
        if (api.Kind != ApiKind.Http)
            scope.Reading.Report(KindFaults.Needs(scope.At("TlsServerName"), "TlsServerName", "an HTTP API", KindFaults.Lacking(api.Kind)));
        else if (!hasLink)
            scope.ReportExcluded("TlsServerName", "a route without VpcLink", "the name of a public service is in its address");
        return name;
    }

    private static string? HttpTargetProblem(string target)
    {
        var colon = target.IndexOf(':');
        var operation = colon < 0 ? "" : target.Substring(0, colon);
        var place = target.Substring(colon + 1);
        if (operation is not ("append" or "overwrite" or "remove"))
            return "a target starts with 'append:', 'overwrite:' or 'remove:'";
        if (place == "path")
            return operation == "overwrite" ? null : "a path can be overwritten only";
        var dot = place.IndexOf('.');
        if (dot < 0 || dot == place.Length - 1 || place.Substring(0, dot) is not ("header" or "querystring"))
            return "a target is 'header.name', 'querystring.name' or 'path'";
        return place.StartsWith("header.", StringComparison.Ordinal) && IsReserved(place.Substring(dot + 1)) ? "API Gateway keeps this header to itself" : null;
    }

    private static string? RestTargetProblem(string target)
    {
        const string Prefix = "integration.request.";
        var place = target.StartsWith(Prefix, StringComparison.Ordinal) ? target.Substring(Prefix.Length) : target;
        var dot = place.IndexOf('.');
        return dot > 0 && dot < place.Length - 1 && place.Substring(0, dot) is "header" or "querystring" or "path" ? null : "a target is 'header.name', 'querystring.name' or 'path.name' (REST API)";
    }

    private static bool IsReserved(string header) =>
        Reserved.Contains(header) || Array.Exists(ReservedPrefixes, prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsAddress(string text) => text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith("http://", StringComparison.Ordinal);

    private static IEnumerable<string> Variables(string address)
    {
        for (var open = address.IndexOf('{'); open >= 0; open = address.IndexOf('{', open + 1))
        {
            var close = address.IndexOf('}', open);
            if (close < 0)
                yield break;
            yield return address.Substring(open + 1, close - open - 1).TrimEnd('+');
        }
    }
}
