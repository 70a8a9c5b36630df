using System.Globalization;
using System.Text;

namespace Serverless.Analyzers.Tests.Deployment;

/// <summary>Writes random documents in random styles: the constructs of templates, mixed as nobody would mix them.</summary>
internal sealed class YamlWriterAtRandom(int seed)
{
    private static readonly string[] Words =
        ["a", "Handler", "x y", "http://x/y", "a:b", "a#b", "1", "30", "1.5", "true", "~", "null", "0123", "-x", "é", "2012-10-17", "Shop::F::H", "arn:aws:sqs:*:1:q", "$x", "%x%"];

    private static readonly string[] Tags = ["!Ref", "!Sub", "!GetAtt", "!ImportValue", "!Base64", "!Custom", "!!str"];

    private readonly Random _random = new(seed);
    private readonly List<string> _anchors = [];

    public string Document()
    {
        var text = new StringBuilder();
        if (Chance(10))
            text.Append("# head\n---\n");
        Block(text, indent: 0, depth: 0);
        if (text.Length == 0 || text[^1] != '\n')
            text.Append('\n');
        return text.ToString();
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string Word() => Words[_random.Next(Words.Length)];

    /// <summary>A collection whose first line is to be written at the indentation, which is there already.</summary>
    private void Block(StringBuilder text, int indent, int depth)
    {
        var count = _random.Next(1, 5);
        var isSequence = Chance(35);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                text.Append(' ', indent);
            if (isSequence)
            {
                text.Append('-');
                if (depth < 4 && Chance(25))
                {
                    text.Append(' ');
                    Block(text, indent + 2, depth + 1);
                    continue;
                }
            }
            else
            {
                text.Append(Key(i)).Append(':');
            }

            Value(text, indent, depth);
            Noise(text);
        }
    }

    private string Key(int i)
    {
        var name = "k" + i.ToString(CultureInfo.InvariantCulture);
        return _random.Next(6) switch { 0 => $"\"{name}\"", 1 => $"'{name}'", 2 => "Fn::" + name, _ => name };
    }

    private void Noise(StringBuilder text)
    {
        if (text[^1] != '\n')
            text.Append(Chance(15) ? " # note\n" : "\n");
        if (Chance(10))
            text.Append(Chance(50) ? "\n" : "    # between\n");
    }

    private void Value(StringBuilder text, int indent, int depth)
    {
        var anchor = Chance(8) ? "a" + _random.Next(5).ToString(CultureInfo.InvariantCulture) : null;
        if (anchor is not null)
            text.Append(" &").Append(anchor);
        switch (_random.Next(depth < 4 ? 10 : 7))
        {
            case 0:
                text.Append(' ');
                Flow(text, depth);
                break;
            case 1:
                BlockScalar(text, indent);
                break;
            case 2 when _anchors.Count > 0 && anchor is null:
                text.Append(" *").Append(_anchors[_random.Next(_anchors.Count)]);
                break;
            case 3:
                text.Append(' ').Append(Tags[_random.Next(Tags.Length)]).Append(' ').Append(Chance(50) ? "'" + Word() + "'" : "A.B");
                break;
            case 4:
                text.Append(' ').Append(Plain()).Append('\n').Append(' ', indent + 1 + _random.Next(3)).Append(Plain());
                if (Chance(30))
                    text.Append("\n\n").Append(' ', indent + 2).Append(Plain());
                break;
            case 5 or 6:
                text.Append(Chance(10) ? "" : " " + Scalar());
                break;
            default:
                if (Chance(10))
                    text.Append(" !If");
                text.Append(Chance(10) ? " # below\n" : "\n");
                var deeper = indent + 1 + _random.Next(3);
                text.Append(' ', deeper);
                Block(text, deeper, depth + 1);
                break;
        }

        if (anchor is not null && !_anchors.Contains(anchor))
            _anchors.Add(anchor);
    }

    private string Plain()
    {
        var word = Word();
        return word is "-x" or "~" or "%x%" ? "plain" : word;
    }

    private string Scalar() => _random.Next(5) switch
    {
        0 => "'" + Word().Replace("'", "''", StringComparison.Ordinal) + (Chance(20) ? "\n         it''s" : "") + "'",
        1 => "\"" + Word() + (Chance(30) ? "\\t\\u0041\\\"" : "") + (Chance(20) ? "\n\n       more" : "") + "\"",
        _ => Plain(),
    };

    private void BlockScalar(StringBuilder text, int indent)
    {
        var deeper = indent + 1 + _random.Next(4);
        text.Append(Chance(50) ? " |" : " >").Append(new[] { "", "-", "+" }[_random.Next(3)]).Append(Chance(10) ? " # c" : "").Append('\n');
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            text.Append(' ', deeper).Append(Word()).Append('\n');
            if (Chance(20))
                text.Append('\n');
            if (Chance(20))
                text.Append(' ', deeper + 2).Append(Word()).Append('\n');
        }
    }

    private void Flow(StringBuilder text, int depth)
    {
        var isSequence = Chance(50);
        text.Append(isSequence ? '[' : '{');
        var count = _random.Next(4);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                text.Append(Chance(15) ? ",\n           " : ", ");
            if (!isSequence)
                text.Append(Key(i)).Append(": ");
            if (depth < 5 && Chance(25))
                Flow(text, depth + 1);
            else if (Chance(15))
                text.Append("!Ref X");
            else
                text.Append(Scalar());
        }

        text.Append(isSequence ? ']' : '}');
    }
}
