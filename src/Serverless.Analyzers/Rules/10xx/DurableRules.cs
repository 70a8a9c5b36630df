using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Durable workflows (SVLS1006 to SVLS1010): code that is run again from its beginning whenever an execution goes on.</summary>
internal static class DurableRules
{
    public static readonly DiagnosticDescriptor NonDeterminism = Rule.Create(
        RuleIds.DurableNonDeterminism,
        "Durable workflow depends on what changes",
        "'{0}' {1}, and workflow code outside a step (by {2}) runs again at every replay: it then takes another way than its record; read it in a step and use the step's result",
        RulePolicy.Warning,
        "A durable execution goes on by running the workflow again and answering finished operations from the record. Code outside the steps must do the same each time.");

    public static readonly DiagnosticDescriptor InputOutput = Rule.Create(
        RuleIds.DurableIo,
        "Durable workflow calls the outside world without a step",
        "'{0}' stands outside a step (by {1}): it is called again at every replay, and its result is not recorded; wrap it in StepAsync",
        RulePolicy.Warning,
        "Only the results of steps are recorded. A call outside of them is repeated whenever the execution goes on: effects happen several times, and answers differ from those that the workflow went on with.");

    public static readonly DiagnosticDescriptor Delay = Rule.Create(
        RuleIds.DurableDelay,
        "Durable workflow sleeps instead of waiting",
        "'{0}' keeps the function running, and paid for, while the workflow waits (by {1}), and sleeps again at every replay; use WaitAsync of the durable context",
        RulePolicy.Warning,
        "WaitAsync ends the invocation and has the service resume the execution; a delay holds the function until its timeout and is repeated by every replay.");
}
