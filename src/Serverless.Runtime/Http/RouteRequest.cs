using System.ComponentModel;
using System.Security.Claims;
using Serverless.Runtime;

namespace Serverless.Http;

/// <summary>
/// The request behind a route, for handlers that need more than their parameters say. It is lazy over the event's bytes:
/// reading nothing costs nothing. Valid until the handler's task has completed.
/// </summary>
public sealed class RouteRequest
{
    private readonly RouteEvent _event;
    private readonly Invocation _invocation;
    private ClaimsPrincipal? _user;

    /// <summary>Wraps an event.</summary>
    /// <param name="payload">An event that carries a request, in any format, as UTF-8 JSON.</param>
    /// <param name="invocation">The invocation it came with.</param>
    public RouteRequest(ReadOnlyMemory<byte> payload, Invocation invocation)
    {
        _event = new RouteEvent(payload);
        _invocation = invocation;
    }

    /// <summary>Wraps an event that has been read.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RouteRequest(in RouteEvent request, Invocation invocation)
    {
        _event = request;
        _invocation = invocation;
    }

    /// <summary>`GET`, `POST` …; empty when the event has none.</summary>
    public string Method => _event.Method.Decode() ?? "";

    /// <summary>The path as it was sent, with the stage unless it is `$default`.</summary>
    public string Path => _event.Path.Decode() ?? "";

    /// <summary>
    /// `GET /orders/{id}`, as the API names the route; where none did (function URLs, load balancers), the route that fits. Format 1.0 has
    /// the method that was called for `ANY`.
    /// </summary>
    public string RouteKey => _event.RouteKey;

    /// <summary>The body, base64 undone; empty when there is none or it is not what its encoding says.</summary>
    public ReadOnlyMemory<byte> Body
    {
        get
        {
            var body = default(RequestBody);
            var faults = default(RequestFaults);
            body.Read(_event, asJson: false, ref faults);
            var bytes = body.ToArray();
            body.Release();
            return bytes;
        }
    }

    /// <summary>Address of the caller.</summary>
    public string? SourceIp => _event.SourceIp;

    /// <summary>What the caller says it is.</summary>
    public string? UserAgent => _event.UserAgent;

    /// <summary>The API's id of the request; the invocation's when the event has none.</summary>
    public string RequestId => FlatObject.Find(_event.Context, "requestId", ignoreCase: false).Decode() ?? _invocation.RequestId;

    /// <summary>Stage of the API: `$default`.</summary>
    public string? Stage => FlatObject.Find(_event.Context, "stage", ignoreCase: false).Decode();

    /// <summary>Id of the API key the caller sent; only REST and WebSocket APIs know keys.</summary>
    public string? ApiKeyId => FlatObject.Find(_event.Identity, "apiKeyId", ignoreCase: false).Decode();

    /// <summary>The caller as the authorizer describes him; not authenticated when there is none.</summary>
    public ClaimsPrincipal User => _user ??= ClaimsReader.Read(_event);

    /// <summary>A header, several of one name joined by commas; null when absent.</summary>
    public string? Header(string name) => _event.Header(name).Decode();

    /// <summary>The values of a header that holds a list.</summary>
    public IReadOnlyList<string> Headers(string name) =>
        Header(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The values of a query key, in order; empty when absent.</summary>
    public IReadOnlyList<string> Query(string name) =>
        _event.QueryAll(name)?.ConvertAll(static text => text.Decode() ?? "") ?? [];

    /// <summary>A cookie; null when absent.</summary>
    public string? Cookie(string name) => _event.Cookie(name).Decode();

    /// <summary>A route variable; null when absent.</summary>
    public string? RouteValue(string name) => _event.Route(name).Decode();

    /// <summary>A stage variable; null when absent.</summary>
    public string? StageVariable(string name) => _event.StageVariable(name).Decode();
}
