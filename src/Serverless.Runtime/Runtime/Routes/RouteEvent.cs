using System.ComponentModel;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// An event that carries a request, read in one forward pass that only notes where the parts are. What a handler does not
/// ask for is never decoded. Every format looks alike from outside: payload 2.0 and 1.0, load balancers, WebSocket APIs, and
/// what authorizers are asked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct RouteEvent
{
    private readonly ReadOnlyMemory<byte> _payload;
    private Slice _query, _headers, _cookies, _path, _pathParameters, _stageVariables, _context, _body, _contentType, _routeKey, _queryParameters;
    private Slice _method, _resource, _multiHeaders, _multiQuery, _token;
    private string? _route;
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

    /// <summary>Who sent it.</summary>
    public EventFormat Format { get; private set; }

    /// <summary>REST APIs alone send payload format 1.0 without saying so.</summary>
    internal readonly bool IsOfRestApi => Format == EventFormat.Version1 && !HasVersion;

    private bool HasVersion { get; set; }

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
                case 4 when name.SequenceEqual("path"u8):
                    _path = String(ref reader, out _);
                    break;
                case 7 when name.SequenceEqual("version"u8):
                    HasVersion = true;
                    reader.Skip();
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
                case 8 when name.SequenceEqual("resource"u8):
                    _resource = String(ref reader, out _);
                    break;
                case 10 when name.SequenceEqual("httpMethod"u8):
                    _method = String(ref reader, out _);
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
                case 17 when name.SequenceEqual("multiValueHeaders"u8):
                    ReadMultiHeaders(ref reader);
                    break;
                case 18 when name.SequenceEqual("authorizationToken"u8):
                    _token = String(ref reader, out _);
                    break;
                case 21 when name.SequenceEqual("queryStringParameters"u8):
                    _queryParameters = Whole(ref reader, JsonTokenType.StartObject);
                    break;
                case 31 when name.SequenceEqual("multiValueQueryStringParameters"u8):
                    _multiQuery = Whole(ref reader, JsonTokenType.StartObject);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (_routeKey.Length == 0)
            Format = OtherFormat();
        return reader.TokenType == JsonTokenType.EndObject && !reader.Read();
    }

    /// <summary>Only format 2.0 has a route key at the top; `elb` and `connectionId` stand in the context of the others.</summary>
    private readonly EventFormat OtherFormat()
    {
        if (_method.Length > 0)
        {
            if (FlatObject.FindRaw(Context, "elb").IsEmpty)
                return EventFormat.Version1;
            return _multiHeaders.Length > 0 ? EventFormat.LoadBalancerMultiValue : EventFormat.LoadBalancer;
        }

        if (_context.Length == 0 || _path.Length > 0 || FlatObject.FindRaw(Context, "connectionId").IsEmpty)
            return EventFormat.Version2;
        return FlatObject.Find(Context, "eventType", ignoreCase: false).Decode() == "CONNECT" ? EventFormat.WebSocketConnect : EventFormat.WebSocketMessage;
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
            if (IsContentType(ref reader))
                _contentType = String(ref reader, out _contentTypeEscaped);
            else
                reader.Skip();
        }

        _headers = new Slice(start, (int)reader.BytesConsumed - start);
    }

    /// <summary>Headers as lists. A load balancer sends them instead of the single ones, so the content type may stand only here.</summary>
    private void ReadMultiHeaders(ref Utf8JsonReader reader)
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
            if (_contentType.Length == 0 && IsContentType(ref reader))
                ReadFirst(ref reader);
            else
                reader.Skip();
        }

        _multiHeaders = new Slice(start, (int)reader.BytesConsumed - start);
    }

    private void ReadFirst(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && _contentType.Length == 0)
            {
                _contentTypeEscaped = reader.ValueIsEscaped;
                _contentType = new Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static bool IsContentType(ref Utf8JsonReader reader) =>
        reader.ValueSpan.Length == 12 && System.Text.Ascii.EqualsIgnoreCase(reader.ValueSpan, "content-type"u8);

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
