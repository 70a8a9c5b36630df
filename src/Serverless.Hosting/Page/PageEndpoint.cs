using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Serverless.Hosting.Gateway;

namespace Serverless.Hosting.Page;

/// <summary>
/// The page at `/_serverless`: one document with its style and script inside, allowed by their hashes and nothing else, and the data it
/// shows. For the developer's machine alone, unless the page was asked for in so many words.
/// </summary>
internal sealed class PageEndpoint(HostedApplication application, ServerlessHostOptions options)
{
    public const string Path = "/_serverless";
    private const string Data = Path + "/application.json";

    private readonly Lazy<(byte[] Document, string Policy)> _page = new(Compose);
    private readonly Lazy<byte[]> _data = new(() => PageData.Write(application, options));

    /// <summary>True when the request was for the page and is answered.</summary>
    public async Task<bool> TryAnswerAsync(HttpContext http, string path)
    {
        if (!path.StartsWith(Path, StringComparison.Ordinal) || path is not (Path or Path + "/" or Data))
            return false;
        if (options.Page is not true && !ThisMachine.Is(http))
            return false;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD";
            return true;
        }

        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = _page.Value.Policy;
        if (path == Data)
            await GatewayResponse.BytesAsync(http, 200, "application/json", _data.Value);
        else
            await GatewayResponse.BytesAsync(http, 200, "text/html; charset=utf-8", _page.Value.Document);
        return true;
    }

    private static (byte[] Document, string Policy) Compose()
    {
        var style = Resource("page.css");
        var script = Resource("page.js");
        var document = Resource("page.html")
            .Replace("<!-- style -->", "<style>" + style + "</style>", StringComparison.Ordinal)
            .Replace("<!-- script -->", "<script>" + script + "</script>", StringComparison.Ordinal);
        var policy = "default-src 'none'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
            + $"style-src 'sha256-{Hash(style)}'; script-src 'sha256-{Hash(script)}'";
        return (Encoding.UTF8.GetBytes(document), policy);
    }

    /// <summary>With the line ends a browser hashes.</summary>
    private static string Resource(string name)
    {
        using var stream = typeof(PageEndpoint).Assembly.GetManifestResourceStream("Serverless.Hosting.Page." + name)
            ?? throw new InvalidOperationException(name + " is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
