using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Disposable state (SVLS01xx): what an environment remembers is stale in the next invocation and gone with the environment.</summary>
internal static class StateRules
{
    public static readonly DiagnosticDescriptor StaticStateWritten = Rule.Create(
        RuleIds.StaticStateWritten,
        "Static state is written by handler code",
        "'{0}' {1} (written by {2})",
        RulePolicy.Warning,
        "An execution environment serves many invocations, one after the other, and disappears without notice. A static field that an invocation writes is read by the next one and lost with the environment.");

    public static readonly DiagnosticDescriptor InstanceStateWritten = Rule.Create(
        RuleIds.InstanceStateWritten,
        "Instance state of a handler is written per invocation",
        "'{0}' of the reused handler object {1} (written by {2})",
        RulePolicy.Warning,
        "One handler object serves every invocation of an environment, so a field that an invocation writes is still set in the next one.");

    /// <summary>What happens to state, as a clause of a message.</summary>
    public static string Fate(bool concurrent) => concurrent ? "is shared by concurrent invocations" : "survives into the next invocation of this environment and is lost with it";
}
