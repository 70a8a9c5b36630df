using System.Globalization;
using Microsoft.AspNetCore.Http;
using Serverless.Runtime;

namespace Serverless.Hosting.Gateway;

/// <summary>
/// CORS of a REST API, which has no setting for it: every path answers `OPTIONS` with a mock, and what no function writes carries the
/// headers. What a function answers carries what the function says.
/// </summary>
internal sealed class RestCors(CorsDescription cors)
{
    private static readonly string[] EveryMethod = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    public static RestCors? Of(HostedApi api) => api is { Door: FrontDoor.RestApi, Description.Cors: { } cors } ? new RestCors(cors) : null;

    /// <summary>The mock's answer.</summary>
    /// <param name="http">The request.</param>
    /// <param name="pathMethods">Methods of the routes of its path.</param>
    public void AnswerOptions(HttpContext http, IEnumerable<string> pathMethods)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        string[] methods = cors.Methods.Count > 0 ? [.. cors.Methods] : [.. pathMethods, "OPTIONS"];
        headers.AccessControlAllowMethods = string.Join(',', methods.Contains("*", StringComparer.Ordinal) || methods.Contains("ANY", StringComparer.Ordinal) ? EveryMethod : methods);
        if (cors.Headers.Count > 0)
            headers.AccessControlAllowHeaders = string.Join(',', cors.Headers);
        if (cors.MaxAge is { } age)
            headers.AccessControlMaxAge = age.ToString(CultureInfo.InvariantCulture);
        AddOrigin(http);
    }

    /// <summary>Headers of a mock's and of another service's answer: one origin stands for all, one of several is chosen.</summary>
    public void AddToIntegration(HttpContext http)
    {
        AddOrigin(http);
        if (cors.ExposedHeaders.Count > 0)
            http.Response.Headers.AccessControlExposeHeaders = string.Join(',', cors.ExposedHeaders);
    }

    /// <summary>Headers of the gateway's own answers, where one of several origins cannot be chosen.</summary>
    public void AddToProblem(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.AccessControlAllowOrigin = cors.Origins.Count == 1 ? cors.Origins[0] : "*";
        if (cors.Credentials && cors.Origins.Count == 1)
            headers.AccessControlAllowCredentials = "true";
        if (cors.ExposedHeaders.Count > 0)
            headers.AccessControlExposeHeaders = string.Join(',', cors.ExposedHeaders);
    }

    private void AddOrigin(HttpContext http)
    {
        var headers = http.Response.Headers;
        if (cors.Origins.Count > 1)
            headers.Append("Vary", "Origin");
        var asked = http.Request.Headers.Origin.ToString();
        var origin = cors.Origins.Count == 1 ? cors.Origins[0] : cors.Origins.FirstOrDefault(o => string.Equals(o, asked, StringComparison.Ordinal));
        if (origin is null)
            return;
        headers.AccessControlAllowOrigin = origin;
        if (cors.Credentials)
            headers.AccessControlAllowCredentials = "true";
    }
}
