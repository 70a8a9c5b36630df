using System.Net;

namespace Serverless.Tests.Connections;

/// <summary>Answers in the order given, and keeps what was asked.</summary>
internal sealed class RecordedHttp(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    private int _next;

    public List<(string Method, string Address, Dictionary<string, string> Headers, string Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.ToDictionary(static h => h.Key.ToLowerInvariant(), static h => string.Join(",", h.Value), StringComparer.Ordinal);
        Requests.Add((request.Method.Method, request.RequestUri!.AbsoluteUri, headers, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        var (status, body) = answers[_next++];
        return new HttpResponseMessage(status) { Content = new StringContent(body) };
    }
}
