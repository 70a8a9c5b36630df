using Microsoft.CodeAnalysis.Text;

namespace Serverless.Analyzers.Tests.Shape;

/// <summary>What a hand at a keyboard does to a file, broken code included: the gate must be right for that as well.</summary>
internal static class RandomEdit
{
    private static readonly string[] Snippets =
    [
        " ", "\n", ";", "{", "}", "\"", "x", "1", "// c\n", "/// <summary>New.</summary>\n", "#nullable disable\n", "#if X\n", "#endif\n",
        "[Serverless.ServerlessFunction] public void Added() { }\n", "private int added = 5;\n", "public const string Key2 = \"k\";\n",
        "using A = Serverless.AllowAttribute;\n", "static State More => State.Fail(\"a\", \"b\");\n", "async ", "static ", "?", "/*", "*/",
    ];

    public static TextChange Of(string text, Random random)
    {
        var at = random.Next(text.Length + 1);
        switch (random.Next(4))
        {
            case 0:
                return new TextChange(new TextSpan(at, Math.Min(random.Next(1, 4), text.Length - at)), "");
            case 1:
                var start = text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
                var end = text.IndexOf('\n', start);
                return new TextChange(TextSpan.FromBounds(start, end < 0 ? text.Length : end + 1), "");
            case 2:
                var line = text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1;
                return new TextChange(new TextSpan(line, 0), Snippets[random.Next(Snippets.Length)]);
            default:
                return new TextChange(new TextSpan(at, 0), Snippets[random.Next(Snippets.Length)]);
        }
    }
}
