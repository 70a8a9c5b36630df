namespace Serverless.Http;

/// <summary>
/// An answer whose body, when it has one, is a <typeparamref name="T"/>: `return order;` and `return HttpReply.Conflict();`
/// both fit, and the body's type stays known to the serialiser and to the API's documentation.
/// </summary>
public readonly struct HttpReply<T>
{
    private const int RouteStatus = -1;

    private readonly HttpReply _other;
    private readonly int _statusCode;

    internal HttpReply(int statusCode, T body, ReplyParts? parts = null)
    {
        _statusCode = statusCode;
        Body = body;
        Parts = parts;
    }

    private HttpReply(HttpReply other)
    {
        _other = other;
        Body = default;
        Parts = other.Parts;
    }

    /// <summary>100 to 599; a default value answers 204.</summary>
    public int StatusCode => HasBody ? (UsesRouteStatus ? 200 : _statusCode) : _other.StatusCode;

    /// <summary>The body; default when the reply is an untyped one.</summary>
    public T? Body { get; }

    /// <summary>`application/json`, or the type of the untyped reply inside.</summary>
    public string? ContentType => HasBody ? "application/json" : _other.ContentType;

    /// <summary>False for a reply that was made from an untyped one.</summary>
    internal bool HasBody => _statusCode != 0;

    /// <summary>True when the body was returned as it is: the route then names the status, and null is "not found".</summary>
    internal bool UsesRouteStatus => _statusCode == RouteStatus;

    internal ReplyParts? Parts { get; }

    internal HttpReply Untyped => _other;

    /// <summary>200 with this body. In a route with `StatusCode` set, that status.</summary>
    public static implicit operator HttpReply<T>(T body) => new(RouteStatus, body);

    /// <summary>The untyped reply as it is.</summary>
    public static implicit operator HttpReply<T>(HttpReply reply) => new(reply);

    /// <inheritdoc cref="HttpReply.WithHeader"/>
    public HttpReply<T> WithHeader(string name, string value) =>
        HasBody ? new(_statusCode, Body!, ReplyParts.WithHeader(Parts, HeaderText.Name(name), HeaderText.Value(value))) : new(_other.WithHeader(name, value));

    /// <inheritdoc cref="HttpReply.WithCookie"/>
    public HttpReply<T> WithCookie(string name, string value, TimeSpan? maxAge = null, string path = "/", bool secure = true, bool httpOnly = true, CookieSameSite sameSite = CookieSameSite.Lax) =>
        HasBody
            ? new(_statusCode, Body!, ReplyParts.WithCookie(Parts, HeaderText.Cookie(name, value, maxAge, path, secure, httpOnly, sameSite)))
            : new(_other.WithCookie(name, value, maxAge, path, secure, httpOnly, sameSite));

    /// <inheritdoc cref="HttpReply.WithETag"/>
    public HttpReply<T> WithETag(string value, bool weak = false) =>
        HasBody ? new(_statusCode, Body!, ReplyParts.WithETag(Parts, HeaderText.ETag(value, weak))) : new(_other.WithETag(value, weak));
}
