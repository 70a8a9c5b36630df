using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Jsonata;

/// <summary>What an evaluation takes from its surroundings, and how far it may go.</summary>
internal sealed record JsonataContext
{
    /// <summary>The machine's clock, real identifiers and real chance.</summary>
    public static JsonataContext Default { get; } = new();

    /// <summary>The time of <c>$now()</c> and <c>$millis()</c>. Read once an evaluation at most.</summary>
    public Func<DateTimeOffset> Now { get; init; } = static () => TimeProvider.System.GetUtcNow();

    /// <summary>What <c>$uuid()</c> returns next.</summary>
    public Func<Guid> NewGuid { get; init; } = Guid.NewGuid;

    /// <summary>What <c>$random()</c> without a seed returns next, and what <c>$shuffle</c> deals with: from 0 to below 1.</summary>
    public Func<double> NextRandom { get; init; } = Random.Shared.NextDouble;

    /// <summary>Whether <see cref="Input"/> is the value of <c>$</c> and <c>$$</c>. Step Functions has none.</summary>
    public bool HasInput { get; init; }

    /// <summary>The value of <c>$</c> and <c>$$</c>.</summary>
    public JsonNode? Input { get; init; }

    /// <summary>How many parts of expressions may be evaluated before the evaluation fails with <c>U1001</c>.</summary>
    public long MaxSteps { get; init; } = 20_000_000;

    /// <summary>How many evaluations may be inside each other before the evaluation fails with <c>U1001</c>.</summary>
    public int MaxDepth { get; init; } = 20_000;
}
