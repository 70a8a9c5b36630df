using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Step Functions (SVLS10xx) in definitions that people write by hand.</summary>
internal static class StateMachineFileRules
{
    public static readonly DiagnosticDescriptor TaskStateWithoutTimeout = Rule.Create(
        RuleIds.TaskStateWithoutTimeout,
        "Task state has no timeout",
        "Task state '{0}' has no timeout: a task that never answers holds the execution for years; set {1} on the state, or a timeout on the state machine",
        RulePolicy.Warning,
        "The default timeout of a Task state is 99,999,999 seconds. A worker that dies without an answer then leaves an execution that neither ends nor fails.");

    public static readonly DiagnosticDescriptor CallbackWithoutHeartbeat = Rule.Create(
        RuleIds.CallbackWithoutHeartbeat,
        "Callback task has no heartbeat",
        "Task state '{0}' waits for a token to come back and has no heartbeat: a worker that dies is noticed only when the whole timeout is over; set {1}",
        RulePolicy.Warning,
        "A task that waits for a callback ends when somebody returns its token. A heartbeat ends it when the worker has been silent for too long; without one only the timeout does, which is years by default.");

    public static readonly DiagnosticDescriptor NoServiceRetry = Rule.Create(
        RuleIds.NoServiceRetry,
        "Lambda task is not retried when Lambda itself fails",
        "Task state '{0}' invokes a function and has no retrier for errors of the Lambda service: a short fault of it fails the execution; {1}",
        RulePolicy.Info,
        "Lambda throttles and has faults of its own that pass in seconds. Step Functions recommends to retry Lambda.ClientExecutionTimeoutException, Lambda.ServiceException, Lambda.AWSLambdaException and Lambda.SdkClientException.");

    public static readonly DiagnosticDescriptor TimeoutsDisagree = Rule.Create(
        RuleIds.TimeoutsDisagree,
        "Timeouts of state machine, state and function disagree",
        "Task state '{0}' {1}",
        RulePolicy.Warning,
        "A state that gives up before its function does leaves the function running: it is billed, and its effects come after the failure was handled. A state that may take longer than the whole machine never sees its own timeout.");
}
