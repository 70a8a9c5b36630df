// Stand-ins for the public shapes of durable functions. Bodies do nothing.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations
{
    [AttributeUsage(AttributeTargets.Method)]
    public sealed class DurableExecutionAttribute(int executionTimeout) : Attribute
    {
        public int ExecutionTimeout { get; } = executionTimeout;
    }
}

namespace Amazon.Lambda.DurableExecution
{
    public interface IDurableContext
    {
        ILambdaContext LambdaContext { get; }
        Task<T> StepAsync<T>(Func<IStepContext, CancellationToken, Task<T>> func, string? name = null, StepConfig? config = null, CancellationToken cancellationToken = default);
        Task StepAsync(Func<IStepContext, CancellationToken, Task> func, string? name = null, StepConfig? config = null, CancellationToken cancellationToken = default);
        Task WaitAsync(TimeSpan duration, string? name = null, CancellationToken cancellationToken = default);
        Task<T> RunInChildContextAsync<T>(Func<IDurableContext, CancellationToken, Task<T>> func, string? name = null, ChildContextConfig? config = null, CancellationToken cancellationToken = default);
        Task RunInChildContextAsync(Func<IDurableContext, CancellationToken, Task> func, string? name = null, ChildContextConfig? config = null, CancellationToken cancellationToken = default);
        Task<T> WaitForCallbackAsync<T>(Func<string, IWaitForCallbackContext, CancellationToken, Task> submitter, string? name = null, WaitForCallbackConfig? config = null, CancellationToken cancellationToken = default);
        Task<TResult> InvokeAsync<TPayload, TResult>(string functionName, TPayload payload, string? name = null, InvokeConfig? config = null, CancellationToken cancellationToken = default);
        Task<TState> WaitForConditionAsync<TState>(Func<TState, IConditionCheckContext, CancellationToken, Task<TState>> check, WaitForConditionConfig<TState> config, string? name = null, CancellationToken cancellationToken = default);
        Task<IBatchResult<T>> ParallelAsync<T>(IReadOnlyList<Func<IDurableContext, CancellationToken, Task<T>>> branches, string? name = null, ParallelConfig? config = null, CancellationToken cancellationToken = default);
        Task<IBatchResult<TResult>> MapAsync<TItem, TResult>(IReadOnlyList<TItem> items, Func<IDurableContext, TItem, int, IReadOnlyList<TItem>, CancellationToken, Task<TResult>> func, string? name = null, MapConfig<TItem>? config = null, CancellationToken cancellationToken = default);
    }

    public interface IStepContext
    {
        int AttemptNumber { get; }
        string OperationId { get; }
    }

    public interface IConditionCheckContext
    {
        int AttemptNumber { get; }
    }

    public interface IWaitForCallbackContext;
    public interface IBatchResult<T>;
    public sealed class StepConfig;
    public sealed class ChildContextConfig;
    public sealed class WaitForCallbackConfig;
    public sealed class InvokeConfig;
    public sealed class WaitForConditionConfig<TState>;
    public sealed class ParallelConfig;
    public sealed class MapConfig<TItem>;
    public sealed class DurableExecutionInvocationInput;
    public sealed class DurableExecutionInvocationOutput;

    public static class DurableFunction
    {
        public static Task<DurableExecutionInvocationOutput> WrapAsync<TInput, TOutput>(Func<TInput, IDurableContext, Task<TOutput>> workflow, DurableExecutionInvocationInput invocationInput, ILambdaContext lambdaContext) => throw new NotSupportedException();
        public static Task<DurableExecutionInvocationOutput> WrapAsync<TInput>(Func<TInput, IDurableContext, Task> workflow, DurableExecutionInvocationInput invocationInput, ILambdaContext lambdaContext) => throw new NotSupportedException();
    }
}
