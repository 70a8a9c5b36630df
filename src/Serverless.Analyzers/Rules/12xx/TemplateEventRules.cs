using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Event sources as templates set them up (SVLS1205, SVLS1206).</summary>
internal static class TemplateEventRules
{
    public static readonly DiagnosticDescriptor PartialFailureIgnored = Rule.Create(
        RuleIds.PartialFailureIgnored,
        "Partial failure is returned to a source that ignores it",
        "'{0}' returns {1}, but '{2}' does not ask for it: every item that failed is taken for processed and lost; set {3}",
        RulePolicy.Error,
        "An event source mapping reads the failed items of a response only with FunctionResponseTypes: [ReportBatchItemFailures]. Without it a returned response means that the whole batch succeeded, whatever it lists.");

    public static readonly DiagnosticDescriptor VisibilityTimeoutTooShort = Rule.Create(
        RuleIds.VisibilityTimeoutTooShort,
        "Queue visibility timeout is too short",
        "Queue '{0}' hides a message for {1} seconds, and '{2}' may work on it for {3}: {4}; set a visibility timeout of at least {5} seconds",
        RulePolicy.Warning,
        "A message that becomes visible while it is still being worked on is delivered again. The service refuses a visibility timeout below the function's timeout, and recommends six times as much, so that throttled batches can be tried again.");
}
