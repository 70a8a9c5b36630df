using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1001 and SVLS1002 in state machines that people write by hand: files in Amazon States Language, JSON or YAML, and definitions inside of templates.
/// Reported at the state's name; a definition that is one text has no places inside, so its member in the template gets the diagnostic.
/// </summary>
internal sealed class StateMachineFileRule : DeploymentFileRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        ImmutableArray.Create(StateMachineFileRules.TaskStateWithoutTimeout, StateMachineFileRules.CallbackWithoutHeartbeat);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        foreach (var machine in StateMachineSources.Of(file, model.Deployment(context.CancellationToken)))
            Analyze(context, file, machine.Definition, machine.At, machine.IsExpress || machine.Definition["TimeoutSeconds"] is not null);
    }

    private static void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, JsonObject machine, JsonMember? at, bool hasTimeout)
    {
        if (machine["States"] is not JsonObject states)
            return;
        foreach (var member in states)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (member.Value is not JsonObject state || !TemplateValue.IsWhole(state))
                continue;
            if (state["Type"] is JsonString { Value: "Task" })
                Check(context, file.At(at ?? member), member.Name, state, hasTimeout);
            if (state["Branches"] is JsonArray branches)
            {
                foreach (var branch in branches)
                {
                    if (branch is JsonObject inner)
                        Analyze(context, file, inner, at, hasTimeout);
                }
            }

            if ((state["ItemProcessor"] ?? state["Iterator"]) is JsonObject processor)
                Analyze(context, file, processor, at, hasTimeout || IsExpress(processor));
        }
    }

    /// <summary>A distributed map whose items run as executions of five minutes at most.</summary>
    private static bool IsExpress(JsonObject processor) =>
        processor["ProcessorConfig"] is JsonObject config && config["ExecutionType"] is JsonString { Value: "EXPRESS" };

    private static void Check(AdditionalFileAnalysisContext context, Location at, string name, JsonObject state, bool hasTimeout)
    {
        var limit = state["TimeoutSeconds"] ?? state["TimeoutSecondsPath"];
        if (!hasTimeout && limit is null)
            Report(context, StateMachineFileRules.TaskStateWithoutTimeout, at, name, "TimeoutSeconds");
        if (state["Resource"] is JsonString { Value: var resource } && resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal)
            && state["HeartbeatSeconds"] is null && state["HeartbeatSecondsPath"] is null)
        {
            ReportAs(context, limit is null ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, StateMachineFileRules.CallbackWithoutHeartbeat, at, name, "HeartbeatSeconds");
        }
    }
}
