using System.Globalization;
using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>SVLS2317: the machine itself, names that occur twice, and members that hide each other.</summary>
internal static class MachineChecks
{
    private const int LongestName = 80;

    public static void Check(DefinitionMachine machine, int? size, DefinitionReport report)
    {
        var body = machine.Graph.Body;
        if (size > DefinitionChecker.LargestDefinition)
            report.Structure(FirstOf(body), null, "The definition", $"has {size.Value.ToString("N0", CultureInfo.InvariantCulture)} bytes; Step Functions takes 1,048,576");
        FieldChecks.Check(body, DefinitionFields.Machine, "The state machine", state: null, machine.Language, report);
        CheckNames(machine, report);
        CheckDuplicates(body, report, state: null);
    }

    private static void CheckNames(DefinitionMachine machine, DefinitionReport report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var graph in machine.Graph.WithInner())
        {
            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach (var state in graph.States)
            {
                if (state.Name.Length is 0 or > LongestName)
                    report.Structure(state.Member, state.Name, state.Title, $"has a name of {state.Name.Length.ToString(CultureInfo.InvariantCulture)} characters; a name has 1 to 80");
                else if (state.Name.Any(char.IsControl))
                    report.Add(DefinitionSeverity.Warning, RuleIds.DefinitionStructure, state.Member, state.Name, state.Title, "has a control character in its name, which no console shows and no query finds");
                if (!seen.Add(state.Name) && own.Add(state.Name) && graph.States.First(s => s.Name == state.Name) == state)
                    report.Structure(state.Member, state.Name, state.Title, "has the name of another state; names are unique in the whole definition, those inside of branches and processors included");
                own.Add(state.Name);
            }
        }
    }

    /// <summary>The second of two members with one name wins, or the service refuses both; either way one of them was not meant.</summary>
    private static void CheckDuplicates(JsonNode node, DefinitionReport report, string? state)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                CheckDuplicates(item, report, state);
        }
        else if (node is JsonObject obj)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var member in obj)
            {
                if (!names.Add(member.Name) && member.Name != "<<")
                    report.Add(DefinitionSeverity.Warning, RuleIds.DefinitionStructure, member, state, $"The member '{member.Name}'", "is written twice in this object, and only one of them counts");
                CheckDuplicates(member.Value, report, state);
            }
        }
    }

    private static JsonNode FirstOf(JsonObject body) => body["StartAt"] ?? body;
}
