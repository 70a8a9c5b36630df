using System.Globalization;
using Microsoft.AspNetCore.Http;
using Serverless.Runtime;

namespace Serverless.Hosting.Gateway;

/// <summary>
/// What an HTTP API or function URL says to browsers: it answers preflights itself and puts its headers on every answer, those of the
/// function aside. A REST API has <see cref="RestCors"/>.
/// </summary>
internal sealed class CorsPolicy(CorsDescription cors, IEnumerable<string> routeMethods)
{
    private readonly string[] _methods = cors.Methods.Count > 0 ? [.. cors.Methods] : [.. routeMethods.Distinct(StringComparer.Ordinal)];

    public static CorsPolicy? Of(HostedApi api) => api is { Door: not FrontDoor.RestApi, Description.Cors: { } cors }
        ? new CorsPolicy(cors, api.Routes.Select(static r => r.Pattern.Method is "ANY" or Routing.HostedPattern.Default ? "*" : r.Pattern.Method))
        : null;

    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    public static bool IsCorsHeader(string name) => name.StartsWith("access-control-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The answer to a preflight; without headers for an origin that is not allowed.</summary>
    public void AnswerPreflight(HttpContext context, int status)
    {
        var headers = context.Response.Headers;
        context.Response.StatusCode = status;
        if (AllowedOrigin(context.Request.Headers.Origin.ToString()) is not { } origin)
            return;
        AddOrigin(headers, origin);
        if (_methods.Length > 0)
            headers.AccessControlAllowMethods = string.Join(',', _methods);
        if (cors.Headers.Count > 0)
            headers.AccessControlAllowHeaders = string.Join(',', cors.Headers);
        if (cors.MaxAge is { } age)
            headers.AccessControlMaxAge = age.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Headers of an answer to a browser of another origin.</summary>
    public void AddTo(HttpContext context)
    {
        if (context.Request.Headers.Origin.Count == 0 || AllowedOrigin(context.Request.Headers.Origin.ToString()) is not { } origin)
            return;
        AddOrigin(context.Response.Headers, origin);
        if (cors.ExposedHeaders.Count > 0)
            context.Response.Headers.AccessControlExposeHeaders = string.Join(',', cors.ExposedHeaders);
    }

    private void AddOrigin(IHeaderDictionary headers, string origin)
    {
        headers.AccessControlAllowOrigin = origin;
        if (origin != "*")
            headers.Append("Vary", "Origin");
        if (cors.Credentials)
            headers.AccessControlAllowCredentials = "true";
    }

    /// <summary>`*`, or the origin itself when it is listed; `https://*` allows a scheme.</summary>
    private string? AllowedOrigin(string origin)
    {
        foreach (var allowed in cors.Origins)
        {
            if (allowed == "*")
                return "*";
            if (string.Equals(allowed, origin, StringComparison.OrdinalIgnoreCase)
                || (allowed.EndsWith("://*", StringComparison.Ordinal) && origin.StartsWith(allowed[..^1], StringComparison.OrdinalIgnoreCase)))
            {
                return origin;
            }
        }

        return null;
    }
}
