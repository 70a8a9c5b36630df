using System.Text;

namespace Serverless.Artifacts;

/// <summary>
/// Writes indented C# text. `using (code.Block("…"))` opens braces and closes them, so that the shape of the emitted
/// file can be read off the code that emits it. Lines end in `\n` on every machine.
/// </summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
        return this;
    }

    /// <summary>Several lines, each indented; empty ones stay empty.</summary>
    public CodeWriter Lines(string lines)
    {
        foreach (var line in lines.Replace("\r", "").Split('\n'))
            Line(line);
        return this;
    }

    /// <summary>Writes the header, if any, and braces around what follows.</summary>
    public Scope Block(string header, string close = "}")
    {
        if (header.Length > 0)
            Line(header);
        Line("{");
        _depth++;
        return new Scope(this, close);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Scope(CodeWriter code, string close) : IDisposable
    {
        public void Dispose()
        {
            code._depth--;
            code.Line(close);
        }
    }
}
