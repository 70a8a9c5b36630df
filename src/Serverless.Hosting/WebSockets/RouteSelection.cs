using System.Text;
using System.Text.Json;

namespace Serverless.Hosting.WebSockets;

/// <summary>
/// A route selection expression: `$request.body.action`, a path into a JSON message, or text with several of them, `${request.body.kind}/${request.body.action}`.
/// </summary>
internal sealed class RouteSelection
{
    private const string Body = "request.body.";

    private readonly List<Part> _parts = [];

    /// <param name="expression">As declared.</param>
    /// <exception cref="HostingException">It selects by something else than the message.</exception>
    public RouteSelection(string expression)
    {
        if (expression.StartsWith("$" + Body, StringComparison.Ordinal))
        {
            _parts.Add(Path(expression[1..], expression));
            return;
        }

        var at = 0;
        while (at < expression.Length)
        {
            var open = expression.IndexOf("${", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : expression.IndexOf('}', open);
            if (close < 0)
                break;
            if (open > at)
                _parts.Add(new Part(expression[at..open], null));
            _parts.Add(Path(expression[(open + 2)..close], expression));
            at = close + 1;
        }

        if (at < expression.Length)
            _parts.Add(new Part(expression[at..], null));
    }

    private readonly record struct Part(string Text, string[]? Path);

    /// <summary>The route key a message asks for; null when it is no JSON or has nothing there.</summary>
    public string? Select(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            if (_parts is [{ Path: { } only }])
                return Find(document.RootElement, only);
            var key = new StringBuilder();
            foreach (var part in _parts)
            {
                if ((part.Path is null ? part.Text : Find(document.RootElement, part.Path)) is not { } text)
                    return null;
                key.Append(text);
            }

            return key.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Part Path(string path, string expression) => path.StartsWith(Body, StringComparison.Ordinal)
        ? new Part("", path[Body.Length..].Split('.'))
        : throw new HostingException($"The route selection expression '{expression}' does not select by the message: write $request.body.member.");

    private static string? Find(JsonElement element, string[] path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return null;
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
            _ => null,
        };
    }
}
