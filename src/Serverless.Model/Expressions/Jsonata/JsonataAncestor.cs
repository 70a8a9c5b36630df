namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A place for the parent that a <c>%</c> refers to.</summary>
internal sealed class JsonataAncestor(string label)
{
    /// <summary>A name no variable can have. Steps that serve several <c>%</c> share it.</summary>
    public string Label { get; internal set; } = label;

    /// <summary>How many steps up the parent still is, while it is looked for.</summary>
    internal int Level { get; set; } = 1;
}
