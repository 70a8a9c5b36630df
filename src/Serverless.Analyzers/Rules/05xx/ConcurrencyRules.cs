using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Concurrency and background work (SVLS05xx): between invocations nothing runs.</summary>
internal static class ConcurrencyRules
{
    public static readonly DiagnosticDescriptor WorkNotAwaited = Rule.Create(
        RuleIds.WorkNotAwaited,
        "Work is started and not awaited",
        "'{0}' is started and not awaited (in {1}): the environment is frozen when the handler returns, so the work goes on in a later invocation or never",
        RulePolicy.Warning,
        "Lambda freezes the environment as soon as the handler has answered. Tasks that still run are suspended, resume in somebody else's invocation with dead connections, or are lost with the environment.");

    public static readonly DiagnosticDescriptor AsyncVoid = Rule.Create(
        RuleIds.AsyncVoid,
        "Asynchronous code returns void",
        "{0} is async void: nothing can await it, the handler returns before it ends, and an exception in it ends the process",
        RulePolicy.Warning,
        "The caller of an async void method or lambda gets no task. Its work is frozen with the environment, and its exceptions end the process, which the next invocation pays for with a cold start.");

    public static readonly DiagnosticDescriptor TimerInFunction = Rule.Create(
        RuleIds.TimerInFunction,
        "Timer in a function",
        "'{0}' (in {1}) ticks only while an invocation runs: between invocations the environment is frozen, ticks are missed and then come at the wrong time; do the work before the answer or in a function of its own",
        RulePolicy.Warning,
        "The environment is frozen between invocations. A timer that should tick every minute ticks when somebody happens to call the function, in the middle of that call, in as many environments as there are, and never again once they are recycled.");

    public static readonly DiagnosticDescriptor ThreadInHandler = Rule.Create(
        RuleIds.ThreadInHandler,
        "Thread is started by a handler",
        "A thread is started and not joined (in {0}): the environment is frozen when the handler returns, so its work goes on in a later invocation or never; await the work instead",
        RulePolicy.Warning,
        "Lambda freezes all threads of the environment as soon as the handler has answered. An exception in a thread of one's own ends the process.");

    public static readonly DiagnosticDescriptor BackgroundServiceOnLambda = Rule.Create(
        RuleIds.BackgroundServiceOnLambda,
        "Hosted background service in a Lambda application",
        "'{0}' {1}; {2}",
        RulePolicy.Warning,
        "Between two requests the environment is frozen: a background service stands still, its timers and connections expire, and what it holds is lost when the environment is recycled. Nothing tells it that this happens.");

    public static readonly DiagnosticDescriptor UnsafeSharedObject = Rule.Create(
        RuleIds.UnsafeSharedObject,
        "Object for one thread is shared between concurrent invocations",
        "'{0}' ({1}) is shared by the invocations that this process serves at the same time (used by {2}) and is not made for that; {3}",
        RulePolicy.Warning,
        "Under Managed Instances and on Fargate one process serves many invocations at a time. Connections, contexts, readers and plain collections are made for one thread: two invocations on one of them mix up answers, lose entries or fail at random.");

    public static readonly DiagnosticDescriptor BlockingInHandler = Rule.Create(
        RuleIds.BlockingInHandler,
        "Handler blocks a thread on asynchronous work",
        "'{0}' blocks a thread on asynchronous work (in {1}){2}; await it",
        RulePolicy.Warning,
        "A blocked thread does nothing and is paid for. Under Managed Instances and on Fargate one process serves many invocations with one thread pool; a few blocked threads stop all of them. Exceptions arrive wrapped in an AggregateException, so that Lambda reports the wrong error type.");

    public static readonly DiagnosticDescriptor UnboundedFanOut = Rule.Create(
        RuleIds.UnboundedFanOut,
        "Unbounded fan-out",
        "'{0}' is called for every item of '{1}' at once (in {2}): each call takes a connection of the 1,024 file descriptors, and the service throttles; bound the number, as with Parallel.ForEachAsync",
        RulePolicy.Info,
        "Task.WhenAll over a Select starts all calls before the first has ended. A few hundred exhaust the connections of the environment and the rate of the service; retries of all of them at the same moment make it worse.");

    public static readonly DiagnosticDescriptor CleanUpAtProcessExit = Rule.Create(
        RuleIds.CleanUpAtProcessExit,
        "Clean-up relies on process exit",
        "'{0}' does not run when Lambda takes an environment away: without an extension the process is killed without a signal; do the work at the end of each invocation",
        RulePolicy.Warning,
        "A function without a registered extension gets no SIGTERM: its environment is frozen and at some time gone. What was to be flushed, closed or written at the end of the process is lost.");

    public static readonly DiagnosticDescriptor HandlerEndsProcess = Rule.Create(
        RuleIds.HandlerEndsProcess,
        "Handler ends the process",
        "'{0}' ends the process during an invocation (in {1}): the invocation fails with Runtime.ExitError and the next one pays for a cold start{2}; throw an exception instead",
        RulePolicy.Warning,
        "The runtime reports what a handler throws and keeps the environment. A process that ends takes the environment with it: the caller sees a crash without a cause, buffered logs are lost, and the next invocation starts cold.");
}
