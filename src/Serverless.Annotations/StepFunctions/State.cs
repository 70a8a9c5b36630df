namespace Serverless.StepFunctions;

/// <summary>
/// A state of a <c>[StateMachine]</c> class that runs no code of the project, written as one chain of calls:
/// <c>static State Insert => State.Task("dynamodb:putItem", …).Next(nameof(Done));</c>. The chain is compiled and checked, read by the
/// generator and never executed. It consists of constants, <c>nameof</c> and lambdas (SVLS2316); the state's name is the member's.
/// </summary>
/// <remarks>
/// Lambda parameters are bound by name: a variable; <see cref="StateError"/>, <see cref="StateMachineContext"/>, <see cref="TaskToken"/> and
/// <see cref="StateInput{T}"/> by type; exactly one other is the state's input, or its result in <c>Output</c> and <c>Set</c> (SVLS2307).
/// What has no JSONata form is SVLS2308; a transition to no state SVLS2301.
/// </remarks>
public abstract class State
{
    private protected State()
    {
    }

    /// <summary>A call of an AWS service.</summary>
    /// <param name="resource">Tail of the resource ARN as in ASL: <c>batch:submitJob.sync</c>, <c>aws-sdk:scheduler:createSchedule</c>; see <see cref="Integration"/>. Unknown: SVLS2309.</param>
    public static TaskStateBuilder Task(string resource) => throw NeverExecuted();

    /// <summary>A call of an AWS service.</summary>
    /// <param name="resource">Tail of the resource ARN as in ASL; see <see cref="Integration"/>. Unknown: SVLS2309.</param>
    /// <param name="arguments">Lambda that yields the arguments, member names as the service has them (SVLS2310).</param>
    public static TaskStateBuilder Task(string resource, Delegate arguments) => throw NeverExecuted();

    /// <summary>A call of a function of this application with the state's input.</summary>
    /// <typeparam name="TOwner">Class of the function.</typeparam>
    /// <param name="method"><c>nameof</c> the method.</param>
    public static TaskStateBuilder Function<TOwner>(string method) => throw NeverExecuted();

    /// <summary>A call of a function of this application.</summary>
    /// <typeparam name="TOwner">Class of the function.</typeparam>
    /// <param name="method"><c>nameof</c> the method.</param>
    /// <param name="payload">Lambda that yields the payload.</param>
    public static TaskStateBuilder Function<TOwner>(string method, Delegate payload) => throw NeverExecuted();

    /// <summary>A run of another machine with the state's input; the state waits for its end.</summary>
    /// <typeparam name="TMachine">A <c>[StateMachine]</c> class of this project.</typeparam>
    public static ExecutionStateBuilder Execution<TMachine>() => throw NeverExecuted();

    /// <summary>A run of another machine; the state waits for its end.</summary>
    /// <typeparam name="TMachine">A <c>[StateMachine]</c> class of this project.</typeparam>
    /// <param name="input">Lambda that yields the run's input.</param>
    public static ExecutionStateBuilder Execution<TMachine>(Delegate input) => throw NeverExecuted();

    /// <summary>Passes its input on.</summary>
    public static PassStateBuilder Pass() => throw NeverExecuted();

    /// <summary>Computes its output.</summary>
    /// <param name="output">Lambda that yields the output.</param>
    public static PassStateBuilder Pass(Delegate output) => throw NeverExecuted();

    /// <summary>Chooses the next state; without <c>Otherwise</c> it fails where no rule holds (SVLS2303).</summary>
    public static ChoiceStateBuilder Choice() => throw NeverExecuted();

    /// <summary>Waits.</summary>
    /// <param name="duration">A constant duration in whole seconds, 0 s to 99,999,999 s.</param>
    public static WaitStateBuilder Wait(TimeSpan duration) => throw NeverExecuted();

    /// <summary>Waits for a computed time.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="duration">Lambda that yields the duration.</param>
    public static WaitStateBuilder Wait<T>(Func<T, TimeSpan> duration) => throw NeverExecuted();

    /// <summary>Waits until a computed moment.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="moment">Lambda that yields the moment.</param>
    public static WaitStateBuilder WaitUntil<T>(Func<T, DateTimeOffset> moment) => throw NeverExecuted();

    /// <summary>Ends the execution, or its branch, with its input.</summary>
    public static SucceedStateBuilder Succeed() => throw NeverExecuted();

    /// <summary>Ends the execution, or its branch.</summary>
    /// <param name="output">Lambda that yields the output.</param>
    public static SucceedStateBuilder Succeed(Delegate output) => throw NeverExecuted();

    /// <summary>Ends the execution as failed.</summary>
    /// <param name="error">Error name.</param>
    /// <param name="cause">What happened. Default: none.</param>
    public static FailStateBuilder Fail(string error, string? cause = null) => throw NeverExecuted();

    /// <summary>Ends the execution as failed, with a computed error.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="error">Lambda that yields the error name.</param>
    public static FailStateBuilder Fail<T>(Func<T, string?> error) => throw NeverExecuted();

    /// <summary>Ends the execution as failed, with a computed cause.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="error">Error name.</param>
    /// <param name="cause">Lambda that yields what happened.</param>
    public static FailStateBuilder Fail<T>(string error, Func<T, string?> cause) => throw NeverExecuted();

    /// <summary>Ends the execution as failed, with a computed error and cause.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <param name="error">Lambda that yields the error name.</param>
    /// <param name="cause">Lambda that yields what happened.</param>
    public static FailStateBuilder Fail<T>(Func<T, string?> error, Func<T, string?> cause) => throw NeverExecuted();

    /// <summary>Runs branches at the same time; its result is the list of their results.</summary>
    /// <param name="branches">First state of each branch, <c>nameof</c> of members; a branch is what is reachable from it (SVLS2305).</param>
    public static ParallelStateBuilder Parallel(params string[] branches) => throw NeverExecuted();

    /// <summary>Runs states for each item of a list; its result is the list of their results.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <typeparam name="TItem">Type of an item, the input of the processor's first state.</typeparam>
    /// <param name="items">Lambda that yields the items.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder Map<T, TItem>(Func<T, IEnumerable<TItem>> items, string processor) => throw NeverExecuted();

    /// <summary>Runs states for each object under a prefix of a bucket (distributed Map, Standard only).</summary>
    /// <param name="bucket">The bucket in the value grammar.</param>
    /// <param name="prefix">Prefix of the keys; empty = all.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder MapObjects(string bucket, string prefix, string processor) => throw NeverExecuted();

    /// <summary>Runs states for each item of a file in a bucket (distributed Map, Standard only).</summary>
    /// <param name="bucket">The bucket in the value grammar.</param>
    /// <param name="key">Key of the file.</param>
    /// <param name="format">Format of the file.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder MapFile(string bucket, string key, ItemFormat format, string processor) => throw NeverExecuted();

    /// <summary>Every member of the chain ends here when somebody runs it after all: it has a meaning at compile time only.</summary>
    internal static NotSupportedException NeverExecuted() =>
        new("A State describes a state machine at compile time. It is read from source and cannot be executed.");
}
