using Serverless.Runtime.Api;

namespace Serverless.Runtime;

/// <summary>
/// Takes invocations from the Runtime API one after the other, calls the handler and posts the answer. Buffers and the
/// invocation object live as long as the process: a warm invocation allocates what its strings need.
/// </summary>
/// <param name="api">The connection of this loop.</param>
/// <param name="function">What is called.</param>
/// <param name="termination">Shared by the loops of the process.</param>
/// <param name="isAlone">No other invocation runs meanwhile: what belongs to the process may be set for this one.</param>
internal sealed class RuntimeLoop(RuntimeApiClient api, FunctionDescription function, TerminationSignal termination, bool isAlone = true)
{
    /// <summary>So many failed attempts in a row to get an invocation end the process; Lambda starts a new one.</summary>
    private const int MaximumFailures = 8;

    private const string TraceVariable = "_X_AMZN_TRACE_ID";

    private readonly Invocation _invocation = new();
    private readonly ResponseBuffer _answer = new();
    private string? _trace;
    private bool _traceKnown;

    /// <summary>Runs until the service or a signal ends it. The exit code of the process.</summary>
    public int Run()
    {
        var failures = 0;
        while (!termination.IsEnding)
        {
            HttpResponse next;
            try
            {
                next = api.Next();
            }
            catch (ConnectionLostException exception)
            {
                if (++failures >= MaximumFailures)
                {
                    FunctionLog.Write(FunctionLogLevel.Fatal, "The Runtime API cannot be reached", null, exception);
                    return 1;
                }

                Pause(failures);
                continue;
            }

            if (next.Status is 403 or 500)
            {
                FunctionLog.Write(FunctionLogLevel.Fatal, "The Runtime API ended the process with status " + next.Status);
                return 1;
            }

            if (next.Status != 200 || string.IsNullOrEmpty(next.RequestId))
            {
                FunctionLog.Write(
                    FunctionLogLevel.Error,
                    next.Status == 200 ? "The Runtime API sent an invocation without a request id" : "The Runtime API answered status " + next.Status + " to the request for an invocation");
                if (++failures >= MaximumFailures)
                    return 1;
                Pause(failures);
                continue;
            }

            failures = 0;
            if (!termination.Enter())
                return 0;
            var posted = Answer(next);
            termination.Leave();
            if (posted is 403 or 500)
            {
                FunctionLog.Write(FunctionLogLevel.Fatal, "The Runtime API ended the process with status " + posted, _invocation.RequestId);
                return 1;
            }

            termination.Listen();
        }

        return 0;
    }

    /// <summary>Calls the handler and posts what it answers or how it fails. The service's verdict.</summary>
    private int Answer(HttpResponse next)
    {
        var requestId = next.RequestId!;
        _invocation.Begin(next, termination.Token);
        if (isAlone)
            SetTrace(next.TraceId);
        _answer.End = ResponseBuffer.HeadRoom;
        // Apart, so that a cold start compiles only what the function needs.
        if (function.Streams)
            return Stream(next, requestId);
        int status;
        try
        {
            var pending = function.Handler(next.Body, _invocation, _answer);
            if (pending.IsCompletedSuccessfully)
                pending.GetAwaiter().GetResult();
            else
                pending.AsTask().GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // Whatever a handler throws is the invocation's failure, not the process's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(requestId, exception);
        }

        status = api.PostResponse(requestId, _answer);
        if (status != 202)
            LogRefusal(status, requestId);
        return status;
    }

    private int Fail(string requestId, Exception exception)
    {
        FunctionLog.Write(FunctionLogLevel.Error, "The handler failed", requestId, exception);
        var status = api.PostInvocationError(requestId, "Function." + exception.GetType().Name, ErrorDocument.Of(exception).Span);
        LogRefusal(status, requestId);
        return status;
    }

    /// <summary>As <see cref="Answer"/>, for a function that may begin its answer before it has it whole.</summary>
    private int Stream(HttpResponse next, string requestId)
    {
        var streamed = new StreamedAnswer(api, requestId);
        _invocation.Streaming = streamed;
        Exception? failure = null;
        try
        {
            function.Handler(next.Body, _invocation, _answer).AsTask().GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // Whatever a handler throws is the invocation's failure, not the process's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        _invocation.Streaming = null;
        int status;
        if (streamed.IsBegun)
        {
            if (failure is not null)
                FunctionLog.Write(FunctionLogLevel.Error, "The handler failed after its answer had begun", requestId, failure);
            status = streamed.End(failure);
        }
        else
        {
            streamed.Forgo();
            if (failure is not null)
                return Fail(requestId, failure);
            status = api.PostResponse(requestId, _answer);
        }

        LogRefusal(status, requestId);
        return status;
    }

    private void SetTrace(string? trace)
    {
        // Tracing libraries read the variable. It is written only when it changes: the first write copies the environment.
        if (!_traceKnown || !string.Equals(_trace, trace, StringComparison.Ordinal))
        {
            Environment.SetEnvironmentVariable(TraceVariable, trace);
            _trace = trace;
            _traceKnown = true;
        }
    }

    private static void LogRefusal(int status, string requestId)
    {
        switch (status)
        {
            case >= 200 and < 300:
            case 403 or 500:
                return;
            case RuntimeApiClient.NoAnswer:
                FunctionLog.Write(FunctionLogLevel.Error, "The connection to the Runtime API broke while the answer was posted; it is not sent again", requestId);
                return;
            case 413:
                FunctionLog.Write(FunctionLogLevel.Error, "The answer is larger than the service accepts (6 MB); the caller got an error", requestId);
                return;
            default:
                FunctionLog.Write(FunctionLogLevel.Error, "The Runtime API refused the answer with status " + status, requestId);
                return;
        }
    }

    /// <summary>The first retry is immediate: a connection that broke while the process was frozen is normal.</summary>
    private static void Pause(int failures)
    {
        if (failures > 1)
            Thread.Sleep(Math.Min(10 << failures, 1000));
    }
}
