using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>`StartAt` and `States` of a definition as it was written: the machine, a branch, or what a Map runs for each item.</summary>
internal sealed class DefinitionGraph
{
    private DefinitionGraph(JsonObject body, DefinitionState? owner, DefinitionMachine machine)
    {
        Body = body;
        Owner = owner;
        Mode = Text(body["ProcessorConfig"] as JsonObject, "Mode");
        IsDistributed = Mode == "DISTRIBUTED";
        IsExpress = IsDistributed ? Text((JsonObject)body["ProcessorConfig"]!, "ExecutionType") == "EXPRESS" : owner?.Graph.IsExpress ?? machine.IsExpress;
        States = body["States"] is JsonObject states && !Placeholders.IsIntrinsic(states)
            ? [.. states.Members.Select(member => new DefinitionState(member, this, machine))]
            : [];
    }

    public JsonObject Body { get; }

    /// <summary>The Parallel or Map that holds the graph; null for the machine itself.</summary>
    public DefinitionState? Owner { get; }

    /// <summary>`Mode` of the processor, where it is written.</summary>
    public string? Mode { get; }

    /// <summary>Each item runs as an execution of its own.</summary>
    public bool IsDistributed { get; }

    /// <summary>Its states run in an Express execution.</summary>
    public bool IsExpress { get; }

    public IReadOnlyList<DefinitionState> States { get; }

    public static DefinitionGraph Read(JsonObject body, DefinitionState? owner, DefinitionMachine machine) => new(body, owner, machine);

    public DefinitionState? Find(string name) => States.FirstOrDefault(s => s.Name == name);

    /// <summary>This graph and those inside of its states.</summary>
    public IEnumerable<DefinitionGraph> WithInner()
    {
        yield return this;
        foreach (var state in States)
        {
            foreach (var graph in state.Graphs)
            {
                foreach (var inner in graph.WithInner())
                    yield return inner;
            }
        }
    }

    private static string? Text(JsonObject? obj, string name) => (obj?[name] as JsonString)?.Value;
}
