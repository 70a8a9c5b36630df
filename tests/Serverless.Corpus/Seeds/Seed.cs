namespace Serverless.Corpus.Seeds;

/// <summary>A hazard as a few lines, put into clean functions at different distances from the handler.</summary>
/// <param name="Rule">The rule that must speak.</param>
/// <param name="Statements">What stands in the body; `input` and `context` are in scope.</param>
internal sealed record Seed(string Rule, string Statements)
{
    /// <summary>Members of the class that holds the statements.</summary>
    public string Members { get; init; } = "";

    /// <summary>What the handler is given.</summary>
    public string Input { get; init; } = "Input";

    /// <summary>Empty: the handler returns a task only.</summary>
    public string Result { get; init; } = "";

    /// <summary>False where the rule is about the handler itself: a helper would be another thing.</summary>
    public bool InHelpers { get; init; } = true;

    /// <summary>The project's properties.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();
}

/// <summary>How far from the handler a hazard stands.</summary>
internal enum SeedDepth
{
    Direct,
    Helper,
    Interface,
}
