using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Model;
using Serverless.Model.Json;
using Serverless.Model.Validation.Definitions;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1003 and SVLS1004 in state machines that people write by hand. Reported at the state's name; a definition that is one text has no places inside, so its member in the
/// template gets the diagnostic.
/// </summary>
internal sealed class LambdaTaskFileRule : DeploymentFileRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateMachineFileRules.NoServiceRetry, StateMachineFileRules.TimeoutsDisagree);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        var deployment = model.Deployment(context.CancellationToken);
        foreach (var source in StateMachineSources.Of(file, deployment))
        {
            var machine = new DefinitionMachine(source.Definition, source.IsExpress);
            foreach (var state in machine.AllStates)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (state.Type == "Task" && Placeholders.IsWhole(state.Body))
                    Check(context, file.At(source.At ?? state.Member), state, source, deployment);
            }
        }
    }

    private static void Check(AdditionalFileAnalysisContext context, Location at, DefinitionState state, StateMachineSource source, DeploymentDescription deployment)
    {
        var limit = Seconds(state.Body["TimeoutSeconds"]);
        if (limit is { } longest && state.Graph is { IsDistributed: false } && OuterLimit(state) is { } whole && longest > whole)
            Report(context, StateMachineFileRules.TimeoutsDisagree, at, state.Name, $"may take {Text(longest)} s, and the whole state machine ends after {Text(whole)} s; its own timeout never acts");
        var function = FunctionNode(state);
        if (function is null && !IsLambda(state))
            return;
        if (!LambdaRetries.CoverServiceErrors(state))
            Report(context, StateMachineFileRules.NoServiceRetry, at, state.Name, "add them to Retry, or States.ALL as its last");
        if (limit is { } seconds && function is not null && TimeoutOf(function, source, deployment) is { } runs && seconds < runs)
            Report(context, StateMachineFileRules.TimeoutsDisagree, at, state.Name, $"gives up after {Text(seconds)} s, and its function runs, and is billed, for up to {Text(runs)} s; give the function {Text(seconds)} s or the state more");
    }

    /// <summary>What the function is named by; null for other tasks, and for callbacks, where the state waits for somebody else.</summary>
    private static JsonNode? FunctionNode(DefinitionState state)
    {
        if (state.Body["Resource"] is not JsonString { Value: var resource })
            return state.Body["Resource"];
        if (TaskResource.OfArn(resource) is not { } integration)
            return Placeholders.IsIn(resource) ? state.Body["Resource"] : null;
        return integration is { Name: "lambda:invoke", Pattern: IntegrationPatterns.RequestResponse }
            ? (state.Body[state.IsJsonata ? "Arguments" : "Parameters"] as JsonObject)?["FunctionName"]
            : null;
    }

    /// <summary>`lambda:invoke`, or the ARN of a function. A resource that is put in may be an activity.</summary>
    private static bool IsLambda(DefinitionState state) => state.Body["Resource"] is JsonString { Value: var resource }
        && (TaskResource.OfArn(resource) is { } integration ? integration.Name == "lambda:invoke" : resource.Contains(":lambda:") && resource.Contains(":function:"));

    /// <summary>Seconds of the machine that the state runs in; an item of a distributed Map is an execution of its own.</summary>
    private static int? OuterLimit(DefinitionState state)
    {
        for (var graph = state.Graph; ; graph = graph.Owner.Graph)
        {
            if (graph.IsDistributed)
                return null;
            if (graph.Owner is null)
                return Seconds(graph.Body["TimeoutSeconds"]);
        }
    }

    /// <summary>Seconds of the function, when every deployment knows it and all agree.</summary>
    private static int? TimeoutOf(JsonNode function, StateMachineSource source, DeploymentDescription deployment)
    {
        int? known = null;
        foreach (var machine in source.Deployments)
        {
            var timeout = machine.FunctionOf(function) is { } id ? deployment.Functions.FirstOrDefault(f => f.File == machine.File && f.LogicalId == id)?.Facts.TimeoutSeconds : null;
            if (timeout is null || (known is not null && known != timeout))
                return null;
            known = timeout;
        }

        return known;
    }

    private static int? Seconds(JsonNode? node) => node is JsonNumber number && number.TryGetInt64(out var value) && value is > 0 and < int.MaxValue ? (int)value : null;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
