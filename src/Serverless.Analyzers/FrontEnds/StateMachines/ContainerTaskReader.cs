using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Containers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// The state of a method with `[FargateTask]`: what <see cref="TaskMethodReader"/> read of it, run by a container instead of a function.
/// ECS answers by a callback. Step Functions offers none for EKS (its page of that integration says so), so that the result of a Job is
/// read from its log: the text in the last line, which no reader of JSON on the way has touched.
/// </summary>
internal static class ContainerTaskReader
{
    private const string Ecs = "ecs:runTask.waitForTaskToken";
    private const string Eks = "eks:runJob.sync";

    private static readonly AslExpression JobResult = new("$parse($states.result.logs.pods.*.containers.task.log.output)");

    /// <summary>The state itself when its method is no task of a container.</summary>
    public static TaskState Complete(TaskState state, MachineMember member, MachineScope scope)
    {
        var method = (IMethodSymbol)member.Symbol;
        if (!FargateTaskReader.IsContainer(method) || member.Task is not { } task)
            return state;
        var isEks = method.Attribute("Serverless", "FargateTaskAttribute")!.Value.Enum("Platform") == 1;
        if (isEks && scope.QueryLanguage == QueryLanguage.JSONPath)
            ReportPaths(method, scope);
        var result = isEks ? JobResult : scope.Data(DataRoot.Result);
        return state with
        {
            Function = null,
            Resource = isEks ? Eks : Ecs,
            Container = FargateTaskReader.IdOf(method),
            RetryServiceErrors = false,
            Output = OfContainer(state.Output, result, scope),
            Assign = state.Assign.Select(a => a with { Value = OfContainer(a.Value, result, scope)! }).ToEquatableArray(),
            TimeoutSeconds = task.Has("TimeoutSeconds") ? state.TimeoutSeconds : Seconds(ContainerTask.DefaultTimeout),
            HeartbeatSeconds = isEks ? null : FargateTaskReader.HeartbeatOf(task) is { } heartbeat ? Seconds(heartbeat) : null,
        };
    }

    /// <summary>Where a function's result would be meant, the container's is; what the user wrote himself stays.</summary>
    private static AslData? OfContainer(AslData? data, AslData result, MachineScope scope) => data == scope.Data(DataRoot.FunctionResult) ? result : data;

    private static void ReportPaths(IMethodSymbol method, MachineScope scope)
    {
        var attribute = method.Attribute("Serverless", "FargateTaskAttribute")!.Value;
        scope.Report(RuleIds.SettingsExclude, Reading.Of(method).At(attribute.Index, "Platform"), "Platform = Eks", "QueryLanguage.JSONPath", "the result of a Job is read from its log by an expression; use JSONata, or ECS");
    }

    private static AslNumber Seconds(int seconds) => new(seconds.ToString(CultureInfo.InvariantCulture));
}
