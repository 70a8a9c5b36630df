using System.Globalization;
using Serverless.Runtime;

namespace Serverless.Http;

/// <summary>
/// An answer with a status, headers and a body that is known only at run time. Handlers whose body has one type return
/// <see cref="HttpReply{T}"/> instead, which keeps the type for serialisation and documentation.
/// </summary>
public readonly struct HttpReply
{
    private readonly int _statusCode;

    internal HttpReply(int statusCode, object? body = null, string? contentType = null, ReplyParts? parts = null)
    {
        _statusCode = statusCode;
        Content = body;
        ContentType = contentType;
        Parts = parts;
    }

    /// <summary>100 to 599; a default value answers 204.</summary>
    public int StatusCode => _statusCode == 0 ? 204 : _statusCode;

    /// <summary>Text, bytes, a function that writes them, or null; in a filter also what the handler returned.</summary>
    public object? Body => Content is ReplyContent content ? content.Value : Content;

    /// <summary>Media type of the body; null when there is none.</summary>
    public string? ContentType { get; }

    internal ReplyParts? Parts { get; }

    /// <summary>What is written: the body, or a handler's result with the way it is written.</summary>
    internal object? Content { get; }

    /// <summary>Writing takes as long as somebody else needs.</summary>
    internal bool TakesTime => Content is ReplyContent { TakesTime: true } or Func<Stream, CancellationToken, Task>;

    /// <summary>200 with a body.</summary>
    public static HttpReply<T> Ok<T>(T body) => new(200, body);

    /// <summary>201 with a body.</summary>
    /// <param name="location">Where the new thing is: the `Location` header.</param>
    /// <param name="body">The new thing.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> has control characters.</exception>
    public static HttpReply<T> Created<T>(string location, T body) => new HttpReply<T>(201, body).WithHeader("Location", location);

    /// <summary>202 with a body.</summary>
    /// <param name="location">Where progress can be seen: the `Location` header.</param>
    /// <param name="body">What is known so far.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> has control characters.</exception>
    public static HttpReply<T> Accepted<T>(string location, T body) => new HttpReply<T>(202, body).WithHeader("Location", location);

    /// <summary>A status without a body.</summary>
    /// <param name="statusCode">200 to 599.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static HttpReply Status(int statusCode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new(statusCode);
    }

    /// <summary>204.</summary>
    public static HttpReply NoContent() => new(204);

    /// <summary>400 problem.</summary>
    public static HttpReply BadRequest(string? detail = null) => Problem(400, null, detail);

    /// <summary>401 problem.</summary>
    /// <param name="challenge">The `WWW-Authenticate` header; null = `Bearer`.</param>
    public static HttpReply Unauthorized(string? challenge = null) => Problem(401).WithHeader("WWW-Authenticate", challenge ?? "Bearer");

    /// <summary>403 problem.</summary>
    public static HttpReply Forbidden(string? detail = null) => Problem(403, null, detail);

    /// <summary>404 problem.</summary>
    public static HttpReply NotFound(string? detail = null) => Problem(404, null, detail);

    /// <summary>409 problem.</summary>
    public static HttpReply Conflict(string? detail = null) => Problem(409, null, detail);

    /// <summary>422 problem.</summary>
    public static HttpReply UnprocessableContent(string? detail = null) => Problem(422, null, detail);

    /// <summary>429 problem.</summary>
    /// <param name="retryAfter">Rounded up to whole seconds: the `Retry-After` header.</param>
    public static HttpReply TooManyRequests(TimeSpan retryAfter) =>
        Problem(429).WithHeader("Retry-After", Math.Max(0, (long)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture));

    /// <summary>A problem document (RFC 9457).</summary>
    /// <param name="statusCode">400 to 599.</param>
    /// <param name="title">Null = the reason phrase of the status.</param>
    /// <param name="detail">What happened this time; null = none.</param>
    /// <param name="type">URI of the kind of problem; null = none.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is not an error status.</exception>
    public static HttpReply Problem(int statusCode, string? title = null, string? detail = null, string? type = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        return new(statusCode, new ProblemContent(title, detail, type), "application/problem+json");
    }

    /// <summary>301, 302, 307 or 308.</summary>
    /// <param name="location">The `Location` header.</param>
    /// <param name="permanent">Clients may remember it.</param>
    /// <param name="keepMethod">The same method and body are sent again.</param>
    /// <exception cref="ArgumentException"><paramref name="location"/> has control characters.</exception>
    public static HttpReply Redirect(string location, bool permanent = false, bool keepMethod = false) =>
        new HttpReply((permanent, keepMethod) switch { (true, true) => 308, (true, false) => 301, (false, true) => 307, _ => 302 }).WithHeader("Location", location);

    /// <summary>200 with text.</summary>
    public static HttpReply Text(string text, string contentType = "text/plain; charset=utf-8")
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(200, text, HeaderText.Value(contentType));
    }

    /// <summary>200 with bytes; they travel as base64, as the front door needs.</summary>
    /// <param name="bytes">The body. An HTTP API takes at most 6 MB of answer, base64 included.</param>
    /// <param name="contentType">Media type.</param>
    /// <param name="fileName">Makes it a download of that name; null = shown in place.</param>
    public static HttpReply Bytes(ReadOnlyMemory<byte> bytes, string contentType, string? fileName = null)
    {
        var reply = new HttpReply(200, bytes, HeaderText.Value(contentType));
        return fileName is null ? reply : reply.WithHeader("Content-Disposition", HeaderText.Attachment(fileName));
    }

    /// <summary>200 with what the function writes. It is called after the handler returned and has until the deadline.</summary>
    public static HttpReply Stream(Func<Stream, CancellationToken, Task> write, string contentType)
    {
        ArgumentNullException.ThrowIfNull(write);
        return new(200, write, HeaderText.Value(contentType));
    }

    /// <summary>Adds a header; the same name may be added again.</summary>
    /// <exception cref="ArgumentException">Not a header's name, or a value with control characters.</exception>
    public HttpReply WithHeader(string name, string value) =>
        new(StatusCode, Content, ContentType, ReplyParts.WithHeader(Parts, HeaderText.Name(name), HeaderText.Value(value)));

    /// <summary>Adds a cookie.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Visible ASCII without quotes, commas, semicolons and backslashes.</param>
    /// <param name="maxAge">How long the browser keeps it; null = until it closes; zero or less = delete.</param>
    /// <param name="path">Where it is sent.</param>
    /// <param name="secure">Only over TLS.</param>
    /// <param name="httpOnly">Not readable by scripts.</param>
    /// <param name="sameSite">When it is sent with requests that other sites caused.</param>
    /// <exception cref="ArgumentException">Name, value or path has a character that cookies cannot hold.</exception>
    public HttpReply WithCookie(string name, string value, TimeSpan? maxAge = null, string path = "/", bool secure = true, bool httpOnly = true, CookieSameSite sameSite = CookieSameSite.Lax) =>
        new(StatusCode, Content, ContentType, ReplyParts.WithCookie(Parts, HeaderText.Cookie(name, value, maxAge, path, secure, httpOnly, sameSite)));

    /// <summary>Names the version of the body: the answer is 304 when the client has it already (`If-None-Match` on GET and HEAD).</summary>
    /// <exception cref="ArgumentException">Quotes, spaces or control characters in <paramref name="value"/>.</exception>
    public HttpReply WithETag(string value, bool weak = false) =>
        new(StatusCode, Content, ContentType, ReplyParts.WithETag(Parts, HeaderText.ETag(value, weak)));
}
