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

    private static readonly AslExpression CallbackResult = new(DataBinding.Result.Text);
    private static readonly AslExpression JobResult = new("$parse($states.result.logs.pods.*.containers.task.log.output)");

    /// <summary>The state itself when its method is no task of a container.</summary>
    public static TaskState Complete(TaskState state, MachineMember member, MachineScope scope)
    {
        var method = (IMethodSymbol)member.Symbol;
        if (!FargateTaskReader.IsContainer(method) || member.Task is not { } task)
            return state;
        var isEks = method.Attribute("Serverless", "FargateTaskAttribute")!.Value.Enum("Platform") == 1;
        var result = isEks ? JobResult : CallbackResult;
        return state with
        {
            Function = null,
            Resource = isEks ? Eks : Ecs,
            Container = FargateTaskReader.IdOf(method),
            RetryServiceErrors = false,
            Output = OfContainer(state.Output, result),
            Assign = state.Assign.Select(a => a with { Value = OfContainer(a.Value, result)! }).ToEquatableArray(),
            TimeoutSeconds = task.Has("TimeoutSeconds") ? state.TimeoutSeconds : Seconds(ContainerTask.DefaultTimeout),
            HeartbeatSeconds = isEks ? null : FargateTaskReader.HeartbeatOf(task) is { } heartbeat ? Seconds(heartbeat) : null,
        };
    }

    /// <summary>Where a function's result would be meant, the container's is; what the user wrote himself stays.</summary>
    private static AslData? OfContainer(AslData? data, AslExpression result) =>
        data is AslExpression expression && expression.Jsonata == DataBinding.FunctionResult.Text ? result : data;

    private static AslNumber Seconds(int seconds) => new(seconds.ToString(CultureInfo.InvariantCulture));
}
