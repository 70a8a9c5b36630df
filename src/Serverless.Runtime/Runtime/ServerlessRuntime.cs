using Serverless.Runtime.Api;

namespace Serverless.Runtime;

/// <summary>
/// Entry point of an executable on Lambda. The generated `Main` calls it; a `Main` of one's own may. It replaces
/// Amazon.Lambda.RuntimeSupport, whose start takes two to four times as long.
/// </summary>
public static class ServerlessRuntime
{
    /// <summary>Exit code outside Lambda: nothing was started.</summary>
    public const int NotOnLambda = 2;

    /// <summary>True where the Lambda service runs this process as an executable (`AWS_LAMBDA_RUNTIME_API` is set).</summary>
    public static bool IsOnLambda => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API"));

    /// <summary>True where a container runs this process for one task of a state machine (`SERVERLESS_TASK` is set), or prepares one.</summary>
    public static bool IsTask => TaskEnvironment.IsGiven;

    /// <summary>
    /// Runs the function that `_HANDLER` names (or `SERVERLESS_FUNCTION`, where `_HANDLER` is the assembly name) until the
    /// service ends the process. In a container that is started for a task of a state machine: runs that task once, reports its
    /// result or failure to the state, and returns.
    /// </summary>
    /// <param name="args">Not used: Lambda passes none.</param>
    /// <returns>
    /// The exit code: 0 after SIGTERM, 1 when the start fails or the service says so, 2 outside Lambda. Of a task: 0 when its result
    /// was taken, 1 when it failed and that was reported, 3 when nobody waits for it any more, 4 when the report was not taken.
    /// </returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var environment = RuntimeEnvironment.Read();
        if (string.IsNullOrEmpty(environment.RuntimeApi))
        {
            if (IsTask)
                return TaskProgram.Run();
            Console.Error.WriteLine(
                "This program is an AWS Lambda function and AWS_LAMBDA_RUNTIME_API is not set. To serve its routes here, reference the package Serverless.Hosting.");
            return NotOnLambda;
        }

        using var api = new RuntimeApiClient(new SocketTransport(environment.RuntimeApi), environment.RuntimeApi);
        using var termination = new TerminationSignal(Environment.Exit);
        return Run(environment, api, termination);
    }

    internal static int Run(RuntimeEnvironment environment, RuntimeApiClient api, TerminationSignal termination)
    {
        FunctionDescription function;
        try
        {
            HeapLimit.Apply(environment.MemorySize);
            function = FunctionSelection.Select(environment);
            function.Initialize?.Invoke();
        }
        catch (FunctionNotFoundException exception)
        {
            return Refuse(api, "Runtime.HandlerNotFound", exception.Message);
        }
#pragma warning disable CA1031 // Whatever the construction of the object graph throws is an init error.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FunctionLog.Write(FunctionLogLevel.Fatal, "The function cannot be initialized", null, exception);
            api.PostInitializationError("Function." + exception.GetType().Name, ErrorDocument.Of(exception).Span);
            return 1;
        }

        // Methods of features that most functions do not have are not even compiled at a cold start.
        if (string.Equals(environment.InitializationType, RuntimeEnvironment.SnapStart, StringComparison.Ordinal) && PassSnapshot(api) is not 0 and var code)
            return code;
        return environment.MaximumConcurrency is null ? new RuntimeLoop(api, function, termination).Run() : RunConcurrently(environment, api, function, termination);
    }

    private static int PassSnapshot(RuntimeApiClient api) => SnapStartPhase.Pass(api, SnapStartPhase.RestoreLimit);

    private static int RunConcurrently(RuntimeEnvironment environment, RuntimeApiClient api, FunctionDescription function, TerminationSignal termination)
    {
        var count = ConcurrentLoops.Count(environment.MaximumConcurrency);
        return count == 1
            ? new RuntimeLoop(api, function, termination).Run()
            : new ConcurrentLoops(function, termination).Run(count, () => new RuntimeApiClient(new SocketTransport(environment.RuntimeApi!), environment.RuntimeApi!));
    }

    private static int Refuse(RuntimeApiClient api, string errorType, string message)
    {
        FunctionLog.Write(FunctionLogLevel.Fatal, message);
        api.PostInitializationError(errorType, ErrorDocument.Of(errorType, message).Span);
        return 1;
    }
}
