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

    /// <summary>
    /// A run of another machine with the state's input; the state waits for its end and fails with it. The result is the run's output.
    /// </summary>
    /// <remarks>
    /// An Express machine runs Express ones only, and starts Standard ones with <c>NoWait</c> (SVLS2304). A failed Express run fails the
    /// state with <c>States.QueryEvaluationError</c>, whose cause is the error and cause of the run; a failed Standard run with
    /// <c>States.TaskFailed</c>. A machine that starts itself, over others too, is SVLS2002.
    /// </remarks>
    /// <typeparam name="TMachine">A <c>[StateMachine]</c> class of this project (SVLS2013).</typeparam>
    public static ExecutionStateBuilder Execution<TMachine>() => throw NeverExecuted();

    /// <summary>A run of another machine; the state waits for its end and fails with it. The result is the run's output.</summary>
    /// <remarks><inheritdoc cref="Execution{TMachine}()"/></remarks>
    /// <typeparam name="TMachine">A <c>[StateMachine]</c> class of this project (SVLS2013).</typeparam>
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

    /// <summary>Waits for a time computed from variables, the execution's input or the context.</summary>
    /// <param name="duration">Lambda that yields a <see cref="TimeSpan"/>.</param>
    public static WaitStateBuilder Wait(Delegate duration) => throw NeverExecuted();

    /// <summary>Waits until a moment.</summary>
    /// <param name="moment">A constant in RFC 3339 with <c>T</c> and <c>Z</c>: <c>2027-01-01T00:00:00Z</c> (SVLS2005).</param>
    public static WaitStateBuilder WaitUntil(string moment) => throw NeverExecuted();

    /// <summary>Waits until a moment computed from variables, the execution's input or the context.</summary>
    /// <param name="moment">Lambda that yields a <see cref="DateTimeOffset"/>.</param>
    public static WaitStateBuilder WaitUntil(Delegate moment) => throw NeverExecuted();

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

    /// <summary>Ends the execution as failed, with a cause computed from the input, variables, the execution's input or the context.</summary>
    /// <param name="error">Error name.</param>
    /// <param name="cause">Lambda that yields what happened.</param>
    public static FailStateBuilder Fail(string error, Delegate cause) => throw NeverExecuted();

    /// <summary>Ends the execution as failed, with texts computed from the input, variables, the execution's input or the context.</summary>
    /// <param name="error">Lambda that yields the error name.</param>
    /// <param name="cause">Lambda that yields what happened.</param>
    public static FailStateBuilder Fail(Delegate error, Delegate cause) => throw NeverExecuted();

    /// <summary>Runs branches at the same time; its result is the list of their results.</summary>
    /// <param name="branches">First state of each branch, <c>nameof</c> of members; a branch is what is reachable from it (SVLS2305).</param>
    public static ParallelStateBuilder Parallel(params string[] branches) => throw NeverExecuted();

    /// <summary>Runs states for each item of a list; its result is the list of their results.</summary>
    /// <typeparam name="T">Type of the input.</typeparam>
    /// <typeparam name="TItem">Type of an item, the input of the processor's first state.</typeparam>
    /// <param name="items">Lambda that yields the items.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder Map<T, TItem>(Func<T, IEnumerable<TItem>> items, string processor) => throw NeverExecuted();

    /// <summary>
    /// Runs states for each object under a prefix of a bucket (distributed Map, Standard only, SVLS2304). An item is an
    /// <c>S3ListedObject</c>.
    /// </summary>
    /// <param name="bucket">The bucket in the value grammar. It belongs to the account and region of the machine.</param>
    /// <param name="prefix">Prefix of the keys; empty = all.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder MapObjects(string bucket, string prefix, string processor) => throw NeverExecuted();

    /// <summary>Runs states for each object at a computed place (distributed Map, Standard only, SVLS2304).</summary>
    /// <param name="location">Lambda that yields <c>new { Bucket = "@Uploads", Prefix = … }</c> from the state's input (SVLS2310).</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder MapObjects(Delegate location, string processor) => throw NeverExecuted();

    /// <summary>
    /// Runs states for each item of a file in a bucket (distributed Map, Standard only, SVLS2304). An item of a CSV file is an object of
    /// texts, named by its columns.
    /// </summary>
    /// <param name="bucket">The bucket in the value grammar. It belongs to the account and region of the machine.</param>
    /// <param name="key">Key of the file.</param>
    /// <param name="format">Format of the file; it may be compressed with GZIP or ZSTD.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder MapFile(string bucket, string key, ItemFormat format, string processor) => throw NeverExecuted();

    /// <summary>Runs states for each item of a file at a computed place (distributed Map, Standard only, SVLS2304).</summary>
    /// <param name="location">
    /// Lambda that yields <c>new { Bucket = "@Uploads", Key = … }</c> from the state's input (SVLS2310), with <c>VersionId</c> where one
    /// version is meant (not for Parquet, SVLS2002).
    /// </param>
    /// <param name="format">Format of the file; it may be compressed with GZIP or ZSTD.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder MapFile(Delegate location, ItemFormat format, string processor) => throw NeverExecuted();

    /// <summary>Runs states for each item of the files that a manifest names (distributed Map, Standard only, SVLS2304).</summary>
    /// <param name="bucket">The bucket of the manifest in the value grammar. It belongs to the account and region of the machine.</param>
    /// <param name="key">Key of the manifest.</param>
    /// <param name="manifest">Kind of the manifest, with the format of its files.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder MapManifest(string bucket, string key, ItemManifest manifest, string processor) => throw NeverExecuted();

    /// <summary>Runs states for each item of the files that a manifest at a computed place names (distributed Map, Standard only, SVLS2304).</summary>
    /// <param name="location">Lambda that yields <c>new { Bucket = "@Results", Key = … }</c> from the state's input (SVLS2310).</param>
    /// <param name="manifest">Kind of the manifest, with the format of its files.</param>
    /// <param name="processor">First state of the processor, <c>nameof</c> of a member.</param>
    public static MapStateBuilder MapManifest(Delegate location, ItemManifest manifest, string processor) => throw NeverExecuted();

    /// <summary>Every member of the chain ends here when somebody runs it after all: it has a meaning at compile time only.</summary>
    internal static NotSupportedException NeverExecuted() =>
        new("A State describes a state machine at compile time. It is read from source and cannot be executed.");
}
