using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>SVLS2310: arguments that an integration needs, does not have, or takes other texts for.</summary>
internal static class ArgumentChecks
{
    public static void Check(DefinitionState state, TaskResource resource, DefinitionReport report)
    {
        var field = state.IsJsonata ? "Arguments" : "Parameters";
        var written = state.Body.Find(field);
        if (written is null)
        {
            // The input is sent as it is then, and may hold them.
            foreach (var problem in ArgumentProblems.Find(resource, null))
                report.Add(DefinitionSeverity.Warning, RuleIds.IntegrationArgument, state.Body.Find("Resource")!, state.Name, resource.Name, $"{problem.Text}, and the state has no '{field}'");
            return;
        }

        if (written.Value is not JsonObject arguments || Placeholders.IsIntrinsic(arguments) || !Placeholders.IsWhole(arguments))
            return;
        var members = arguments.Members.ToLookup(m => NameOf(m, state), StringComparer.Ordinal);
        foreach (var problem in ArgumentProblems.Find(resource, [.. arguments.Members.Select(m => new GivenArgument(NameOf(m, state), LiteralOf(m, state)))]))
        {
            var at = problem.Argument is { } argument ? members[argument].First() : written;
            report.Add(problem.IsWarning ? DefinitionSeverity.Warning : DefinitionSeverity.Error, RuleIds.IntegrationArgument, at, state.Name, resource.Name, problem.Text);
        }
    }

    private static bool IsComputed(JsonMember member, DefinitionState state) => !state.IsJsonata && member.Name.EndsWith(".$", StringComparison.Ordinal);

    private static string NameOf(JsonMember member, DefinitionState state) => IsComputed(member, state) ? member.Name.Substring(0, member.Name.Length - 2) : member.Name;

    /// <summary>Null for what is known only at run time, or when the machine is deployed.</summary>
    private static string? LiteralOf(JsonMember member, DefinitionState state) =>
        member.Value is JsonString { Value: var text } && !Placeholders.IsIn(text) && !IsComputed(member, state) && !(state.IsJsonata && JsonataText.IsExpression(text)) ? text : null;
}
