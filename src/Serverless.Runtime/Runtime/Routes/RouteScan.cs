using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>
/// Looks into an event for what names its route, and stops as soon as that is found: the services write it near the start. Whoever
/// answers then reads the event for what he needs.
/// </summary>
internal ref struct RouteScan(ReadOnlySpan<byte> payload)
{
    private const int Longest = 512;

    private readonly ReadOnlySpan<byte> _payload = payload;
    private ReadOnlySpan<byte> _resource, _stage, _contextKey;
    private bool _isConnection, _hasStageInPath, _hasContext;

    /// <summary>Empty when the event has none.</summary>
    public ReadOnlySpan<byte> Method { get; private set; }

    /// <summary>As it came, without the stage; empty when the event has none.</summary>
    public ReadOnlySpan<byte> Path { get; private set; }

    public readonly bool HasPath => !Path.IsEmpty;

    /// <summary>Place of the key that the event names; negative when it names none of the function's; method and path are known then, if the event has them.</summary>
    /// <exception cref="JsonException">No JSON object.</exception>
    public int Read(RouteTreeText tree)
    {
        var reader = new Utf8JsonReader(_payload);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            switch (name.Length)
            {
                case 8 when name.SequenceEqual("routeKey"u8):
                    _hasStageInPath = true;
                    if (Text(ref reader) is { IsEmpty: false } key && !key.SequenceEqual("$default"u8) && tree.Find(key) is >= 0 and var named)
                        return named;
                    break;
                case 8 when name.SequenceEqual("resource"u8):
                    _resource = Text(ref reader);
                    if (FindResource(tree) is >= 0 and var first)
                        return first;
                    break;
                case 10 when name.SequenceEqual("httpMethod"u8):
                    Method = Text(ref reader);
                    if (FindResource(tree) is >= 0 and var second)
                        return second;
                    break;
                case 4 when name.SequenceEqual("path"u8):
                case 7 when name.SequenceEqual("rawPath"u8):
                    Path = Text(ref reader);
                    break;
                case 14 when name.SequenceEqual("requestContext"u8):
                    ReadContext(ref reader);
                    if (_isConnection)
                        return Find(tree, "WS"u8, _contextKey);
                    break;
                default:
                    reader.Skip();
                    break;
            }

            if (IsComplete)
                break;
        }

        RemoveStage();
        return RouteTree.NotFound;
    }

    /// <summary>Method and path are known, and the stage where it stands in the path: the rest of the event names no route.</summary>
    private readonly bool IsComplete => HasPath && !Method.IsEmpty && (_hasContext || !_hasStageInPath);

    private void ReadContext(scoped ref Utf8JsonReader reader)
    {
        _hasContext = true;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            if (name.SequenceEqual("routeKey"u8))
            {
                _contextKey = Text(ref reader);
            }
            else if (name.SequenceEqual("stage"u8))
            {
                _stage = Text(ref reader);
            }
            else if (name.SequenceEqual("connectionId"u8))
            {
                _isConnection = true;
                reader.Skip();
            }
            else if (name.SequenceEqual("http"u8))
            {
                ReadHttp(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadHttp(scoped ref Utf8JsonReader reader)
    {
        _hasStageInPath = true;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueSpan.SequenceEqual("method"u8))
                Method = Text(ref reader);
            else
                reader.Skip();
        }
    }

    /// <summary>Format 1.0 names the resource and the method of the request; the route may be one for ANY.</summary>
    private readonly int FindResource(RouteTreeText tree)
    {
        if (_resource.IsEmpty || Method.IsEmpty)
            return RouteTree.NotFound;
        return Find(tree, Method, _resource) is >= 0 and var found ? found : Find(tree, "ANY"u8, _resource);
    }

    private static int Find(RouteTreeText tree, ReadOnlySpan<byte> method, ReadOnlySpan<byte> resource)
    {
        var length = method.Length + 1 + resource.Length;
        if (length > Longest)
            return RouteTree.NotFound;
        Span<byte> key = stackalloc byte[Longest];
        method.CopyTo(key);
        key[method.Length] = (byte)' ';
        resource.CopyTo(key[(method.Length + 1)..]);
        return tree.Find(key[..length]);
    }

    /// <summary>An HTTP API writes the stage before the path, unless it is the default one; routes are written without it.</summary>
    private void RemoveStage()
    {
        if (!_hasStageInPath || _stage.IsEmpty || _stage.SequenceEqual("$default"u8) || Path.Length <= _stage.Length || !Path[1..].StartsWith(_stage))
            return;
        var rest = Path[(1 + _stage.Length)..];
        if (rest.IsEmpty)
            Path = "/"u8;
        else if (rest[0] == '/')
            Path = rest;
    }

    /// <summary>The services write no escapes here, but test tools and other hosts do.</summary>
    private readonly ReadOnlySpan<byte> Text(scoped ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return default;
        }

        var text = _payload.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        if (!reader.ValueIsEscaped)
            return text;
        var bytes = new byte[text.Length];
        return JsonText.TryUnescape(text, bytes, out var length) ? bytes.AsSpan(0, length) : default;
    }
}
