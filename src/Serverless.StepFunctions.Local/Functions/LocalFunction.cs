using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Serverless.Runtime;
using Serverless.Runtime.Api;

namespace Serverless.StepFunctions.Local;

/// <summary>A function that a task calls, run in process.</summary>
internal abstract class LocalFunction
{
    /// <summary>Calls it.</summary>
    /// <exception cref="StateFailure">It threw: the error is named as Lambda reports it.</exception>
    public async Task<JsonNode?> InvokeAsync(MachineExecution execution, TaskCall call)
    {
        try
        {
            return await execution.Scheduler.CallAsync(() => RunAsync(call), call.Cancelled);
        }
        catch (OperationCanceledException) when (call.Cancelled.IsCancellationRequested)
        {
            throw;
        }
        catch (FunctionSetupException exception)
        {
            throw new InvalidOperationException(exception.Message, exception);
        }
#pragma warning disable CA1031 // Whatever a function throws is its error.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new StateFailure(exception.GetType().Name, Encoding.UTF8.GetString(ErrorDocument.Of(exception).Span));
        }
    }

    /// <summary>Calls the code behind it.</summary>
    protected abstract Task<JsonNode?> RunAsync(TaskCall call);

    /// <summary>The payload as Lambda sends it.</summary>
    protected static byte[] Payload(TaskCall call) => Encoding.UTF8.GetBytes(call.Arguments is null ? "{}" : Json.Text(call.Arguments));
}

/// <summary>A function of the program, called through its generated handler.</summary>
internal sealed class GeneratedFunction(FunctionDescription function) : LocalFunction
{
    protected override async Task<JsonNode?> RunAsync(TaskCall call)
    {
        var answer = new ArrayBufferWriter<byte>();
        var invocation = new Invocation
        {
            RequestId = Guid.NewGuid().ToString(),
            InvokedFunctionArn = "arn:aws:lambda:local:000000000000:function:" + function.Id,
            Aborted = call.Cancelled,
        };
        await function.Handler(Payload(call), invocation, answer).ConfigureAwait(false);
        return answer.WrittenCount == 0 ? null : JsonNode.Parse(answer.WrittenSpan);
    }
}

/// <summary>The test did not give what a call needs: no error of the function.</summary>
internal sealed class FunctionSetupException(string message) : Exception(message);
