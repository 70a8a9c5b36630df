using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>SVLS2317, 2315: the fields of one state, and those of them that exclude each other.</summary>
internal static class StateFieldChecks
{
    public static void Check(DefinitionState state, DefinitionReport report)
    {
        if (Placeholders.Hides(state.Member.Value))
            return;
        if (state.Member.Value is not JsonObject)
        {
            report.Structure(state.Member, state.Name, state.Title, "is no object");
            return;
        }

        if (!Placeholders.IsWhole(state.Body) || !CheckType(state, report))
            return;
        FieldChecks.Check(state.Body, DefinitionFields.OfType(state.Type!)!, state.Title, state.Name, state.Language, report, state.Member);
        CheckLanguage(state, report);
        CheckLeaving(state, report);
        CheckExclusive(state, report);
    }

    private static bool CheckType(DefinitionState state, DefinitionReport report)
    {
        var type = state.Body["Type"];
        if (type is JsonString { Value: var name } && DefinitionFields.OfType(name) is not null)
            return true;
        if (type is null)
        {
            report.Structure(state.Member, state.Name, state.Title, "needs the field 'Type'");
        }
        else if (!Placeholders.Hides(type))
        {
            var nearest = type is JsonString text ? NearestName.Of(text.Value, DefinitionFields.Types) : null;
            report.Structure(type, state.Name, state.Title, "has a 'Type' that does not exist" + (nearest is null ? ": it is one of " + string.Join(", ", DefinitionFields.Types) : $"; did you mean '{nearest}'?"));
        }

        return false;
    }

    /// <summary>A machine in JSONPath may have states in JSONata, not the other way round.</summary>
    private static void CheckLanguage(DefinitionState state, DefinitionReport report)
    {
        if (state.Machine.Language == QueryLanguage.JSONata && state.Body["QueryLanguage"] is JsonString { Value: "JSONPath" } language)
            report.Add(DefinitionSeverity.Error, RuleIds.WrongQueryLanguage, language, state.Name, $"The query language of state '{state.Name}'", "JSONPath", "JSONata");
    }

    private static void CheckLeaving(DefinitionState state, DefinitionReport report)
    {
        if (state.Type is "Choice" or "Succeed" or "Fail")
            return;
        var end = state.Body.Find("End");
        var ends = end?.Value is not (null or JsonBoolean { Value: false });
        if (state.Body.Find("Next") is { } next)
        {
            if (ends)
                report.Structure(end!, state.Name, state.Title, $"has both '{next.Name}' and 'End': it goes on or it ends");
        }
        else if (!ends)
        {
            report.Structure(end ?? state.Member, state.Name, state.Title, "needs 'Next', or 'End': true");
        }
    }

    private static void CheckExclusive(DefinitionState state, DefinitionReport report)
    {
        void AtMostOne(params string[] names) => FieldChecks.AtMostOne(state.Body, state.Title, state.Name, report, names);
        switch (state.Type)
        {
            case "Task":
                AtMostOne("TimeoutSeconds", "TimeoutSecondsPath");
                AtMostOne("HeartbeatSeconds", "HeartbeatSecondsPath");
                CheckHeartbeat(state, report);
                break;
            case "Wait":
                FieldChecks.ExactlyOne(state.Body, state.Title, state.Name, state.Member, report,
                    state.IsJsonata ? ["Seconds", "Timestamp"] : ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"]);
                break;
            case "Fail":
                AtMostOne("Error", "ErrorPath");
                AtMostOne("Cause", "CausePath");
                break;
            case "Pass" when state.Body.Find("Result") is not null && state.Body.Find("Parameters") is { } parameters:
                report.Add(DefinitionSeverity.Warning, RuleIds.DefinitionStructure, parameters, state.Name, state.Title, "has 'Result' and 'Parameters': the result is the literal, and the parameters are lost");
                break;
            case "Parallel" when state.Body["Branches"] is JsonArray { Count: 0 } branches:
                report.Structure(branches, state.Name, state.Title, "has no branches");
                break;
        }
    }

    private static void CheckHeartbeat(DefinitionState state, DefinitionReport report)
    {
        if (state.Body["HeartbeatSeconds"] is JsonNumber heartbeat && state.Body["TimeoutSeconds"] is JsonNumber timeout
            && heartbeat.TryGetInt64(out var beat) && timeout.TryGetInt64(out var limit) && beat >= limit)
        {
            report.Structure(heartbeat, state.Name, state.Title, $"has a heartbeat of {heartbeat.Text} s, which is not less than its timeout of {timeout.Text} s");
        }
    }
}
