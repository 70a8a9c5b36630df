using Serverless.Model.Json;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Model.Validation.Definitions;

/// <summary>What a Task calls: SVLS2309 (integration and pattern), 2310 (arguments), 2314 (token), 2304 (Express).</summary>
internal static class TaskChecks
{
    public static void Check(DefinitionState state, DefinitionReport report)
    {
        if (state.Type != "Task" || state.Body["Resource"] is not JsonString resource)
            return;
        var parsed = TaskResource.OfArn(resource.Value);
        var pattern = (parsed ?? TaskResource.Parse(resource.Value)).Pattern;
        if (state.Graph.IsExpress)
            CheckExpress(resource, pattern, state, report);
        if (pattern == IntegrationPatterns.Callback)
            CallbackChecks.Check(state, report);
        if (Placeholders.IsIn(resource.Value))
            return;
        if (parsed is not null)
            CheckIntegration(resource, parsed, state, report);
        else
            CheckArn(resource, state, report);
    }

    private static void CheckExpress(JsonString resource, IntegrationPatterns pattern, DefinitionState state, DefinitionReport report)
    {
        var (what, reason) = pattern switch
        {
            IntegrationPatterns.Callback => ("A callback", "an execution lasts five minutes and keeps no tokens; use a Standard machine"),
            IntegrationPatterns.Sync or IntegrationPatterns.Sync2 => ("Waiting for a job (.sync)", "it makes the request and goes on; leave '.sync' out or use a Standard machine"),
            _ when resource.Value.Contains(":activity:") => ("An activity", "workers poll for activities of Standard machines; use a Lambda function"),
            _ => (null, ""),
        };
        if (what is not null)
            report.Add(DefinitionSeverity.Error, RuleIds.NotAllowedInExpress, resource, state.Name, what, reason);
    }

    private static void CheckIntegration(JsonString resource, TaskResource parsed, DefinitionState state, DefinitionReport report)
    {
        if (ResourceProblems.Find(parsed) is not { } problem)
        {
            ArgumentChecks.Check(state, parsed, report);
            return;
        }

        // What is like nothing that is known here may have come since.
        var isCertain = !problem.IsWarning && (problem.Replacement is not null || parsed.Kind == TaskResourceKind.AwsSdk || OptimizedIntegrations.Find(parsed.Name) is not null);
        report.Add(isCertain ? DefinitionSeverity.Error : DefinitionSeverity.Warning, RuleIds.UnknownIntegration, resource, state.Name, parsed.Text, problem.Text);
    }

    /// <summary>A function or an activity.</summary>
    private static void CheckArn(JsonString resource, DefinitionState state, DefinitionReport report)
    {
        var text = resource.Value;
        var parts = text.Split(':');
        if (parts.Length < 6 || parts[0] != "arn" || parts[1].Length == 0)
            report.Add(DefinitionSeverity.Error, RuleIds.UnknownIntegration, resource, state.Name, text, "a resource is an ARN: of a function, of an activity, or 'arn:aws:states:::service:action'");
    }
}
