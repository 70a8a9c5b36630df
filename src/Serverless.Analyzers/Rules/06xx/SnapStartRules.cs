using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>SnapStart (SVLS06xx): what must not be the same in every environment, or does not survive a snapshot.</summary>
internal static class SnapStartRules
{
    public static readonly DiagnosticDescriptor UniqueValueInSnapshot = Rule.Create(
        RuleIds.UniqueValueInSnapshot,
        "Unique value is captured in the snapshot",
        "'{0}' keeps a value of {1} that is made before the SnapStart snapshot, so every environment restored from it has the same; make it in the invocation, or again in SnapshotRestore.RegisterAfterRestore",
        RulePolicy.Warning,
        "SnapStart runs initialisation once, when a version is published, and starts environments from a copy of the process. Identifiers, random numbers and times that initialisation stored are the same in all of them, for as long as the version lives.");

    public static readonly DiagnosticDescriptor RandomInSnapshot = Rule.Create(
        RuleIds.RandomInSnapshot,
        "Pseudo-random generator survives the snapshot",
        "'{0}' is part of the SnapStart snapshot, so every environment restored from it draws the same numbers (in {1}); use RandomNumberGenerator",
        RulePolicy.Warning,
        "System.Random computes its numbers from a state that is copied with the snapshot. Environments restored from it continue the same sequence. RandomNumberGenerator asks the operating system, which is reseeded.");

    public static readonly DiagnosticDescriptor ConnectionInSnapshot = Rule.Create(
        RuleIds.ConnectionInSnapshot,
        "Connection is open when the snapshot is taken",
        "'{0}' opens a connection{1} before the SnapStart snapshot; it is broken in every environment restored from it; connect in the invocation, or close and reopen it with the hooks of SnapshotRestore",
        RulePolicy.Warning,
        "A restored process has the memory of a connection without the connection. The first request on it fails or waits for a timeout, in every new environment. Clients of the AWS SDK connect again by themselves.");

    public static readonly DiagnosticDescriptor SnapshotHookTooLate = Rule.Create(
        RuleIds.SnapshotHookTooLate,
        "Snapshot hook is registered too late",
        "'{0}' is called {1}: the snapshot is already taken, so the hook never runs; register it in the constructor of the function or before the program serves",
        RulePolicy.Error,
        "The snapshot is taken when initialisation ends. Hooks count when they are registered until then: in a constructor of the handler's class, in a static initialiser, or in Main before it starts to serve.");
}
