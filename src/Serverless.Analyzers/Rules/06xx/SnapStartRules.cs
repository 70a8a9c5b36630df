using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>SnapStart (SVLS06xx): what must not be the same in every environment, or does not survive a snapshot.</summary>
internal static class SnapStartRules
{
    public static readonly DiagnosticDescriptor SnapshotHookTooLate = Rule.Create(
        RuleIds.SnapshotHookTooLate,
        "Snapshot hook is registered too late",
        "'{0}' is called {1}: the snapshot is already taken, so the hook never runs; register it in the constructor of the function or before the program serves",
        RulePolicy.Error,
        "The snapshot is taken when initialisation ends. Hooks count when they are registered until then: in a constructor of the handler's class, in a static initialiser, or in Main before it starts to serve.");
}
