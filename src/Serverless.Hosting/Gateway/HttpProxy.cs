using System.Text;
using Microsoft.AspNetCore.Http;
using Serverless.Runtime;

namespace Serverless.Hosting.Gateway;

/// <summary>
/// A route that another web service answers: the request goes on with its path variables, query, headers and body, changed as the
/// route's parameters say; the answer comes back as it is.
/// </summary>
internal sealed class HttpProxy : IDisposable
{
    private const string HeaderTarget = "header.";
    private const string QueryTarget = "querystring.";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.None }) { Timeout = Timeout.InfiniteTimeSpan };

    public void Dispose() => _client.Dispose();

    public async Task AnswerAsync(GatewayRequest request, ProxyTarget target, ReadOnlyMemory<byte> body, TimeSpan? limit)
    {
        var http = request.Http;
        if (target.IsPrivate || Address(request, target) is not { } address)
        {
            GatewayEndpoint.AddCors(request);
            await GatewayResponse.ProblemAsync(
                http, 502, "Not reachable from here",
                $"{request.Route.Pattern.Key} is answered by {target.Uri}, which is known and reached only inside a deployment.");
            return;
        }

        using var outgoing = Outgoing(request, target, address, body);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        if (limit is { } wait)
            time.CancelAfter(wait);
        try
        {
            using var answer = await _client.SendAsync(outgoing, HttpCompletionOption.ResponseHeadersRead, time.Token);
            await PassOnAsync(request, answer, time.Token);
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            await FailAsync(GatewayResponse.TimedOutAsync);
        }
        catch (HttpRequestException exception)
        {
            FunctionLog.Write(FunctionLogLevel.Error, $"{address.GetLeftPart(UriPartial.Path)} cannot be reached: {exception.Message}", request.RequestId);
            await FailAsync(GatewayResponse.FailedAsync);
        }

        Task FailAsync(Func<HttpContext, HostedApi, Task> answer)
        {
            if (http.Response.HasStarted)
            {
                http.Abort();
                return Task.CompletedTask;
            }

            return answer(http, request.Api);
        }
    }

    /// <summary>Null when it is no address on the web.</summary>
    private static Uri? Address(GatewayRequest request, ProxyTarget target)
    {
        var text = new StringBuilder(target.Uri);
        foreach (var (name, value) in request.Variables)
        {
            // The rest of a path keeps its slashes.
            text.Replace("{" + name + "}", Uri.EscapeDataString(value));
            text.Replace("{" + name + "+}", Escape(value));
            text.Replace("{proxy}", Escape(value));
        }

        return Uri.TryCreate(text.ToString(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
    }

    private static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static HttpRequestMessage Outgoing(GatewayRequest request, ProxyTarget target, Uri address, ReadOnlyMemory<byte> body)
    {
        var query = new List<KeyValuePair<string, string>>(request.Query);
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in EventParts.Headers(request.Http, null))
        {
            if (!name.Equals("host", StringComparison.OrdinalIgnoreCase))
                headers.AddRange(values.Select(v => new KeyValuePair<string, string>(name, v)));
        }

        foreach (var (change, source) in target.Parameters)
            Change(request, change, source, headers, query, ref address);

        var builder = new UriBuilder(address);
        var own = builder.Query.TrimStart('?');
        var sent = string.Join('&', query.Select(static p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value)));
        builder.Query = own.Length > 0 && sent.Length > 0 ? own + "&" + sent : own + sent;
        var method = target.Method is null or "ANY" ? request.Http.Request.Method : target.Method;
        var message = new HttpRequestMessage(new HttpMethod(method), builder.Uri);
        if (body.Length > 0)
            message.Content = new ReadOnlyMemoryContent(body);
        foreach (var (name, value) in headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>`overwrite:header.x`, `append:querystring.y`, `remove:header.z`, `overwrite:path`.</summary>
    private static void Change(GatewayRequest request, string change, string source, List<KeyValuePair<string, string>> headers, List<KeyValuePair<string, string>> query, ref Uri address)
    {
        var colon = change.IndexOf(':', StringComparison.Ordinal);
        var operation = colon < 0 ? "overwrite" : change[..colon];
        var place = change[(colon + 1)..];
        var value = source.StartsWith('$') ? request.Value(source) ?? "" : source;
        if (place == "path")
        {
            address = new UriBuilder(address) { Path = value }.Uri;
            return;
        }

        var (list, name, comparison) = place.StartsWith(HeaderTarget, StringComparison.Ordinal)
            ? (headers, place[HeaderTarget.Length..], StringComparison.OrdinalIgnoreCase)
            : (query, place.StartsWith(QueryTarget, StringComparison.Ordinal) ? place[QueryTarget.Length..] : place, StringComparison.Ordinal);
        if (operation != "append")
            list.RemoveAll(p => p.Key.Equals(name, comparison));
        if (operation != "remove")
            list.Add(new(name, value));
    }

    private static async Task PassOnAsync(GatewayRequest request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var http = request.Http;
        var response = http.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (IsHopByHop(name) || (request.Api.Description.Cors is not null && CorsPolicy.IsCorsHeader(name)))
                continue;
            foreach (var value in values)
                response.Headers.Append(name, value);
        }

        GatewayEndpoint.AddCors(request);
        if (!HttpMethods.IsHead(http.Request.Method) && response.StatusCode is not (204 or 304))
            await answer.Content.CopyToAsync(response.Body, cancellationToken);
    }

    private static bool IsHopByHop(string name) => name.ToLowerInvariant() is "connection" or "keep-alive" or "transfer-encoding" or "upgrade" or "te" or "trailer" or "proxy-connection";
}
