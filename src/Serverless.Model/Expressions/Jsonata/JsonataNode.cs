namespace Serverless.Model.Expressions.Jsonata;

/// <summary>
/// A part of an expression. Made by <see cref="JsonataParser"/>, not changed after that.
/// What JSONata can hang on any operand (<c>[…]</c>, <c>{…}</c>, <c>@$v</c>, <c>#$i</c>) is kept on the operand's node.
/// </summary>
internal abstract class JsonataNode
{
    /// <summary>What the node is.</summary>
    public abstract JsonataNodeKind Kind { get; }

    /// <summary>Offset of the first character, from 0.</summary>
    public int Position { get; internal set; }

    /// <summary>Number of characters.</summary>
    public int Length { get; internal set; }

    /// <summary>Filters on the whole result of a node that is not a step of a path; null for none.</summary>
    public List<JsonataStage>? Predicates { get; internal set; }

    /// <summary>Filters and index bindings of a step of a path, in order; null for none.</summary>
    public List<JsonataStage>? Stages { get; internal set; }

    /// <summary>The grouping <c>{key: value}</c> behind a path or an operand; null for none.</summary>
    public JsonataGroup? Group { get; internal set; }

    /// <summary>The variable that <c>@</c> binds to the step's items; null for none.</summary>
    public string? Focus { get; internal set; }

    /// <summary>The variable that <c>#</c> binds to the item's place; null for none.</summary>
    public string? Index { get; internal set; }

    /// <summary>Where a later <c>%</c> finds the item this step was applied to; null when no one asks.</summary>
    public JsonataAncestor? Ancestor { get; internal set; }

    /// <summary>Whether items carry bindings from here on.</summary>
    public bool Tuple { get; internal set; }

    /// <summary>Whether <c>[]</c> follows: one item stays an array.</summary>
    public bool KeepArray { get; internal set; }

    /// <summary>Whether the value is an array that is written out at the beginning or the end of a path.</summary>
    public bool ConstructsArray { get; internal set; }

    /// <summary>The <c>%</c> inside that no step inside accounts for.</summary>
    internal List<JsonataAncestor>? SeekingParents { get; set; }
}
