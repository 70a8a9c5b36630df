using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>What is running: the machine, a branch of a Parallel or an iteration of a Map.</summary>
/// <param name="Scope">Its variables.</param>
/// <param name="Item">`Map` of the context object; null outside of Maps.</param>
/// <param name="Path">`Analyse[0]`; empty for the machine.</param>
/// <param name="Cancelled">Ends when a sibling failed or the execution is over.</param>
internal sealed record Frame(Scope Scope, JsonObject? Item, string Path, CancellationToken Cancelled)
{
    /// <summary>Id of the last event of this line of events.</summary>
    public long LastEvent { get; set; }
}
