using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Step Functions (SVLS10xx) in definitions that people write by hand.</summary>
internal static class StateMachineFileRules
{
    public static readonly DiagnosticDescriptor TaskStateWithoutTimeout = Rule.Create(
        RuleIds.TaskStateWithoutTimeout,
        "Task state has no timeout",
        "Task state '{0}' has no timeout: a task that never answers holds the execution for years; set TimeoutSeconds on the state or on the state machine",
        RulePolicy.Warning,
        "The default timeout of a Task state is 99,999,999 seconds. A worker that dies without an answer then leaves an execution that neither ends nor fails.");
}
