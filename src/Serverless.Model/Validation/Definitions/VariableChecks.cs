using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>
/// SVLS2307: names of variables, their scopes, and reads of what is not assigned. A branch and what a Map runs for an item read the variables around them
/// and assign none of their names; the items of a distributed Map do not see them.
/// </summary>
internal sealed class VariableChecks
{
    private const int LongestName = 80;

    private readonly DefinitionReport _report;
    private readonly ILookup<string, VariableRead> _reads;

    private VariableChecks(DefinitionReport report)
    {
        _report = report;
        _reads = report.Reads.ToLookup(static r => r.State, StringComparer.Ordinal);
    }

    public static void Check(DefinitionMachine machine, DefinitionReport report)
    {
        // Whose assignments are put in when the machine is deployed may be any.
        if (machine.AllStates.All(static s => Placeholders.IsWhole(s.Body) && !Placeholders.Hides(s.Body["Assign"])))
            new VariableChecks(report).Check(machine.Graph, new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
    }

    /// <param name="graph">The graph.</param>
    /// <param name="entry">What may be assigned when it starts.</param>
    /// <param name="outer">Every name that a graph around it assigns.</param>
    private void Check(DefinitionGraph graph, HashSet<string> entry, HashSet<string> outer)
    {
        var flow = VariableFlow.Of(graph, entry);
        var own = new HashSet<string>(graph.States.SelectMany(AllAssignments).Select(NameOf), StringComparer.Ordinal);
        foreach (var state in graph.States)
        {
            foreach (var member in AllAssignments(state))
                CheckName(member, state, outer);
            var isReached = flow.TryGetValue(state.Name, out var known);
            if (isReached)
                CheckReads(state, known, own, outer);
            foreach (var inner in state.Graphs)
            {
                if (inner.IsDistributed)
                    Check(inner, new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
                else
                    Check(inner, isReached ? known.May : new HashSet<string>(own.Concat(outer), StringComparer.Ordinal), new HashSet<string>(own.Concat(outer), StringComparer.Ordinal));
            }
        }
    }

    private void CheckReads(DefinitionState state, (HashSet<string> May, HashSet<string> Must) known, HashSet<string> own, HashSet<string> outer)
    {
        foreach (var read in _reads[state.Name])
        {
            if (read.IsGuarded || known.Must.Contains(read.Name))
                continue;
            var (severity, problem) = known.May.Contains(read.Name)
                ? (DefinitionSeverity.Info, "it is not assigned on every way that leads here")
                : own.Contains(read.Name) || outer.Contains(read.Name)
                    ? (DefinitionSeverity.Warning, "it is not assigned yet when this state starts; a state's own variables are there for the states behind it")
                    : (DefinitionSeverity.Warning, "no state that this one sees assigns a variable of this name");
            _report.AddAt(severity, RuleIds.VariableFault, read.Start, read.Length, state.Name, "$" + read.Name, problem);
        }
    }

    private void CheckName(JsonMember member, DefinitionState state, HashSet<string> outer)
    {
        var name = NameOf(member);
        if (Placeholders.IsIn(name))
            return;
        var problem = name == "states"
            ? "the name is reserved for $states"
            : name.Length is 0 or > LongestName || !(char.IsLetter(name[0]) || name[0] == '_') || !name.All(static c => c == '_' || char.IsLetterOrDigit(c))
                ? "a variable's name has 1 to 80 letters, digits and underscores, and does not start with a digit"
                : outer.Contains(name) ? "a state outside of this graph assigns a variable of this name, and a branch or processor cannot change or hide it" : null;
        if (problem is not null)
            _report.Add(DefinitionSeverity.Error, RuleIds.VariableFault, member, state.Name, name, problem);
    }

    /// <summary>Without the `.$` of a path.</summary>
    public static string NameOf(JsonMember member) => member.Name.EndsWith(".$", StringComparison.Ordinal) ? member.Name.Substring(0, member.Name.Length - 2) : member.Name;

    private static IEnumerable<JsonMember> AllAssignments(DefinitionState state) =>
        Assignments(state.Body).Concat(state.Rules("Catch").Concat(state.Rules("Choices")).SelectMany(static r => Assignments(r.Rule)));

    public static IReadOnlyList<JsonMember> Assignments(JsonObject body) => (body["Assign"] as JsonObject)?.Members ?? [];
}
