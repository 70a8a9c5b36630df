namespace Serverless.Model.Expressions.Jsonata;

/// <summary>What the grammar finds, before paths are put together and parents are looked up.</summary>
internal sealed class JsonataSyntax(JsonataSyntaxKind kind, int start)
{
    public JsonataSyntaxKind Kind { get; } = kind;

    public int Start { get; } = start;

    public int End { get; set; }

    /// <summary>The name, the operator or the source of a regular expression.</summary>
    public string Text { get; set; } = "";

    /// <summary>The literal's value; the flags of a regular expression.</summary>
    public object? Value { get; set; }

    public JsonataSyntax? Left { get; set; }

    public JsonataSyntax? Right { get; set; }

    public JsonataSyntax? Third { get; set; }

    /// <summary>Items, arguments, expressions of a block, or keys of an order.</summary>
    public List<JsonataSyntax> Items { get; } = [];

    /// <summary>The values that belong to <see cref="Items"/> as keys.</summary>
    public List<JsonataSyntax> Values { get; } = [];

    public JsonataSignature? Signature { get; set; }

    /// <summary><c>[]</c> follows.</summary>
    public bool KeepArray { get; set; }

    /// <summary>A key of an order runs downwards; an argument of a call is open.</summary>
    public bool Flag { get; set; }

    /// <summary>How many levels are below.</summary>
    public int Depth { get; set; }
}
