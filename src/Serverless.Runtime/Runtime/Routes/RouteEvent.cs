using System.ComponentModel;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// An event of an HTTP API in payload format 2.0, read in one forward pass that only notes where the parts are. What a
/// handler does not ask for is never decoded.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RouteEvent
{
    private readonly ReadOnlyMemory<byte> _payload;
    private Slice _query, _headers, _cookies, _path, _pathParameters, _stageVariables, _context, _body, _contentType, _routeKey, _queryParameters;
    private bool _queryEscaped, _bodyEscaped, _contentTypeEscaped, _isBase64;

    /// <summary>Reads the event. <see cref="IsReadable"/> says whether it is one.</summary>
    public RouteEvent(ReadOnlyMemory<byte> payload)
    {
        _payload = payload;
        try
        {
            IsReadable = Read();
        }
        catch (JsonException)
        {
            IsReadable = false;
        }
    }

    /// <summary>False when the payload is not a JSON object: truncated, nested too deeply, something else.</summary>
    public bool IsReadable { get; }

    /// <summary>A route variable, as API Gateway decoded it.</summary>
    public readonly EventText Route(string name) => FlatObject.Find(Part(_pathParameters), name, ignoreCase: false);

    /// <summary>A header; several of one name are joined by commas.</summary>
    public readonly EventText Header(string name) => FlatObject.Find(Part(_headers), name, ignoreCase: true);

    /// <summary>The first value of a query key.</summary>
    public readonly EventText Query(string name)
    {
        var query = RawQuery(out var escaped);
        if (escaped is not null)
            query = escaped;
        if (query.IsEmpty)
            return _query.Length == 0 ? FlatObject.Find(Part(_queryParameters), name, ignoreCase: false) : default;
        var position = 0;
        return QueryText.TryFind(query.Span, name, ref position, out var start, out var length)
            ? new EventText(query.Slice(start, length), EventTextEncoding.UrlEncoded)
            : default;
    }

    /// <summary>Every value of a query key, in order.</summary>
    public readonly List<EventText>? QueryAll(string name)
    {
        var query = RawQuery(out var escaped);
        if (escaped is not null)
            query = escaped;
        List<EventText>? values = null;
        var position = 0;
        while (QueryText.TryFind(query.Span, name, ref position, out var start, out var length))
            (values ??= []).Add(new EventText(query.Slice(start, length), EventTextEncoding.UrlEncoded));
        return values;
    }

    /// <summary>The value of a cookie.</summary>
    public readonly EventText Cookie(string name) => CookieText.Find(Part(_cookies), name);

    /// <summary>A stage variable.</summary>
    public readonly EventText StageVariable(string name) => FlatObject.Find(Part(_stageVariables), name, ignoreCase: false);

    /// <summary>A claim of the JWT authorizer.</summary>
    public readonly EventText Claim(string name) => FlatObject.Find(Authorizer("jwt", "claims"), name, ignoreCase: false);

    /// <summary>A member of what a Lambda authorizer returned as context.</summary>
    public readonly EventText AuthorizerContext(string name) => FlatObject.Find(Authorizer("lambda", null), name, ignoreCase: false);

    internal readonly EventText Path => _path.Length == 0 ? default : new EventText(Part(_path), _payload.Span[_path.Start..(_path.Start + _path.Length)].Contains((byte)'\\') ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain);

    internal readonly EventText RouteKey => _routeKey.Length == 0 ? default : new EventText(Part(_routeKey), EventTextEncoding.Plain);

    internal readonly EventText ContentType =>
        _contentType.Length == 0 ? default : new EventText(Part(_contentType), _contentTypeEscaped ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain);

    internal readonly ReadOnlyMemory<byte> ContentTypeBytes => _contentTypeEscaped ? default : Part(_contentType);

    internal readonly bool HasBody => _body.Length > 0;

    internal readonly bool IsBase64 => _isBase64;

    internal readonly EventText Body => new(Part(_body), _bodyEscaped ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain);

    internal readonly ReadOnlyMemory<byte> Headers => Part(_headers);

    internal readonly ReadOnlyMemory<byte> Context => Part(_context);

    internal readonly ReadOnlyMemory<byte> Http => FlatObject.FindRaw(Part(_context), "http");

    internal readonly ReadOnlyMemory<byte> Authorizer(string kind, string? member)
    {
        var part = FlatObject.FindRaw(Part(_context), "authorizer");
        part = IsObject(part) ? FlatObject.FindRaw(part, kind) : default;
        if (member is not null)
            part = IsObject(part) ? FlatObject.FindRaw(part, member) : default;
        return IsObject(part) ? part : default;
    }

    private static bool IsObject(ReadOnlyMemory<byte> json) => json.Length > 0 && json.Span[0] == '{';

    private readonly ReadOnlyMemory<byte> Part(Slice slice) => _payload.Slice(slice.Start, slice.Length);

    /// <summary>Our own host and some test tools write `&amp;` as an escape; API Gateway does not.</summary>
    private readonly ReadOnlyMemory<byte> RawQuery(out byte[]? unescaped)
    {
        unescaped = null;
        if (_queryEscaped)
        {
            var bytes = new byte[_query.Length];
            unescaped = JsonText.TryUnescape(Part(_query).Span, bytes, out var written) ? bytes[..written] : [];
        }

        return Part(_query);
    }

    private bool Read()
    {
        var reader = new Utf8JsonReader(_payload.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("body"u8):
                    _body = String(ref reader, out _bodyEscaped);
                    break;
                case 7 when name.SequenceEqual("headers"u8):
                    ReadHeaders(ref reader);
                    break;
                case 7 when name.SequenceEqual("rawPath"u8):
                    _path = String(ref reader, out _);
                    break;
                case 7 when name.SequenceEqual("cookies"u8):
                    _cookies = Whole(ref reader, JsonTokenType.StartArray);
                    break;
                case 8 when name.SequenceEqual("routeKey"u8):
                    _routeKey = String(ref reader, out _);
                    break;
                case 14 when name.SequenceEqual("rawQueryString"u8):
                    _query = String(ref reader, out _queryEscaped);
                    break;
                case 14 when name.SequenceEqual("pathParameters"u8):
                    _pathParameters = Whole(ref reader, JsonTokenType.StartObject);
                    break;
                case 14 when name.SequenceEqual("requestContext"u8):
                    _context = Whole(ref reader, JsonTokenType.StartObject);
                    break;
                case 14 when name.SequenceEqual("stageVariables"u8):
                    _stageVariables = Whole(ref reader, JsonTokenType.StartObject);
                    break;
                case 15 when name.SequenceEqual("isBase64Encoded"u8):
                    reader.Read();
                    _isBase64 = reader.TokenType == JsonTokenType.True;
                    reader.Skip();
                    break;
                case 21 when name.SequenceEqual("queryStringParameters"u8):
                    _queryParameters = Whole(ref reader, JsonTokenType.StartObject);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return reader.TokenType == JsonTokenType.EndObject && !reader.Read();
    }

    /// <summary>The content type decides how a body is read, so it is noted in passing instead of searched for again.</summary>
    private void ReadHeaders(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        var start = (int)reader.TokenStartIndex;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.Length == 12 && System.Text.Ascii.EqualsIgnoreCase(reader.ValueSpan, "content-type"u8))
                _contentType = String(ref reader, out _contentTypeEscaped);
            else
                reader.Skip();
        }

        _headers = new Slice(start, (int)reader.BytesConsumed - start);
    }

    private static Slice String(ref Utf8JsonReader reader, out bool isEscaped)
    {
        reader.Read();
        isEscaped = reader.ValueIsEscaped;
        if (reader.TokenType == JsonTokenType.String)
            return new Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        reader.Skip();
        isEscaped = false;
        return default;
    }

    private static Slice Whole(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        var fits = reader.TokenType == kind;
        reader.Skip();
        return fits ? new Slice(start, (int)reader.BytesConsumed - start) : default;
    }

    private readonly record struct Slice(int Start, int Length);
}
