using Serverless.Model.Json;
using Serverless.Model.Validation.Definitions;

namespace Serverless.Model.Validation.StateMachines;

/// <summary>
/// `Raw` fields of a state: what Step Functions would refuse of them, by the rules of definitions (SVLS2309, 2311, 2315, 2317, 2318). What the other fields of the state
/// are, and where its transitions lead, the other rules know.
/// </summary>
internal static class RawRules
{
    private static readonly HashSet<string> Own = new(StringComparer.Ordinal)
    {
        RuleIds.UnknownIntegration, RuleIds.RetryCatchRule, RuleIds.WrongQueryLanguage, RuleIds.DefinitionStructure, RuleIds.MalformedExpression,
    };

    public static void Check(State state, QueryLanguage language, List<Fault> faults)
    {
        if (state.Raw is null || JsonReader.Read(state.Raw, out _, allowComments: true) is not JsonObject raw || TypeOf(state) is not { } type)
            return;
        var body = new JsonObject { { "Type", type } };
        foreach (var member in raw)
        {
            if (member.Name != "Type")
                body.Append(member);
        }

        var definition = new JsonObject
        {
            { "QueryLanguage", language == QueryLanguage.JSONata ? "JSONata" : "JSONPath" },
            { "StartAt", state.Name },
            { "States", new JsonObject { { state.Name, body } } },
        };
        var place = state.PlaceOf(Parts.Setting("Raw"));

        // What has no place in the text is about the fields that are not there.
        foreach (var fault in DefinitionChecker.Check(definition))
        {
            if (fault.Start >= 0 && Own.Contains(fault.RuleId) && SeverityOf(fault) is { } severity)
                faults.Add(new Fault(fault.RuleId, place, fault.Arguments, IsWarning: severity == DefinitionSeverity.Warning, IsInfo: severity == DefinitionSeverity.Info));
        }
    }

    /// <summary>`Raw` is there for fields that are newer than this version: an unknown one is said only when it looks like a slip of the pen.</summary>
    private static DefinitionSeverity? SeverityOf(DefinitionFault fault)
    {
        if (!fault.Arguments.Any(static a => a.StartsWith(FieldChecks.UnknownField, StringComparison.Ordinal)))
            return fault.Severity;
        return fault.Arguments.Any(static a => a.Contains("did you mean")) ? DefinitionSeverity.Warning : null;
    }

    private static string? TypeOf(State state) => state switch
    {
        TaskState => "Task",
        PassState => "Pass",
        ChoiceState => "Choice",
        WaitState => "Wait",
        SucceedState => "Succeed",
        FailState => "Fail",
        ParallelState => "Parallel",
        MapState => "Map",
        _ => null,
    };
}
