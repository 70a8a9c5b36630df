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

    public static readonly DiagnosticDescriptor StaticCollectionGrows = Rule.Create(
        RuleIds.StaticCollectionGrows,
        "Static collection grows and is never trimmed",
        "'{0}' grows with every invocation and nothing in this project empties it: {1}memory fills until the environment is killed; keep the items elsewhere, or limit their number (filled by {2})",
        RulePolicy.Warning,
        "A static collection lives as long as the environment. What each invocation adds and nothing removes takes memory until the runtime is killed, and other environments never see it.",
        WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor RequestDataKept = Rule.Create(
        RuleIds.RequestDataKept,
        "Request data is kept in state that outlives the request",
        "'{0}' keeps data of this request ('{1}'), and {2} can read it; pass it on as an argument (kept by {3})",
        RulePolicy.Warning,
        "An execution environment serves one caller after the other. What one request leaves in a static field, in the handler's object or under a fixed key of a cache is there for the next caller.");

    public static readonly DiagnosticDescriptor MutableStaticVisible = Rule.Create(
        RuleIds.MutableStaticVisible,
        "Mutable static is visible",
        "'{0}' can be changed by any code, and a change holds for every later invocation of the environment: make it readonly, or its setter private",
        RulePolicy.Info,
        "A static that is not private and not readonly has many possible writers. On Lambda a write outlives the invocation that made it, so the next one finds a setting that nobody gave it.");

    public static readonly DiagnosticDescriptor SubscriptionPerInvocation = Rule.Create(
        RuleIds.SubscriptionPerInvocation,
        "Event is subscribed to in every invocation",
        "'{0}' gets one more subscriber in every invocation: after a hundred invocations the code runs a hundred times for one event, and nothing that it holds is freed; subscribe once at start-up, or unsubscribe in a finally (subscribed by {1})",
        RulePolicy.Warning,
        "The object that raises the event lives as long as the environment. Subscriptions that invocations add to it pile up, and each keeps the data of its invocation alive.");

    public static readonly DiagnosticDescriptor ThreadAffineState = Rule.Create(
        RuleIds.ThreadAffineState,
        "Thread-affine storage carries request state",
        "'{0}' belongs to a thread and not to the invocation: code that reads it after an await {1}; use AsyncLocal<T> (written by {2})",
        RulePolicy.Warning,
        "An invocation is a task. After an await it goes on on whichever thread is free, where thread-static storage has another value, and what it left on its first thread is found by others.");

    public static readonly DiagnosticDescriptor InMemorySession = Rule.Create(
        RuleIds.InMemorySession,
        "In-memory session, cache or keys on disposable compute",
        "{0} keeps {1} in the memory of one {2}: the next request may be served by another one, which knows nothing of it; use {3}",
        RulePolicy.Warning,
        "Requests of one user are spread over environments that come and go. What ASP.NET Core keeps in memory by default is then missing at random: sessions are lost, cookies cannot be decrypted.");

    public static readonly DiagnosticDescriptor PowertoolsKeysLeak = Rule.Create(
        RuleIds.PowertoolsKeysLeak,
        "Powertools keys leak into later invocations",
        "Log key '{0}' stays set after this invocation and is written to the logs of later ones: set ClearState = true on [Logging], or remove the key (added by {1})",
        RulePolicy.Warning,
        "Powertools keeps appended keys for the life of the environment. A key that only some invocations set shows the value of an earlier request in the logs of the others.");

    public static readonly DiagnosticDescriptor SharedClientReconfigured = Rule.Create(
        RuleIds.SharedClientReconfigured,
        "Shared client is reconfigured per invocation",
        "'{0}' belongs to all invocations of this environment and is changed by one: {1}; set it once, or on the request (changed by {2})",
        RulePolicy.Warning,
        "A client that lives as long as the environment has one set of settings. What one invocation sets is sent by the next one, and some settings may not be set again after the first request.");

    public static readonly DiagnosticDescriptor SharedClientDisposed = Rule.Create(
        RuleIds.SharedClientDisposed,
        "Shared client is disposed by an invocation",
        "'{0}' is kept for all invocations of this environment and is disposed here: {1} an ObjectDisposedException; leave it open (disposed by {2})",
        RulePolicy.Warning,
        "A client in a static field or in a field of the reused handler object serves many invocations. The first one that disposes it ends its life, and every later invocation of the environment fails.");

    /// <summary>What happens to state, as a clause of a message.</summary>
    public static string Fate(bool concurrent) => concurrent ? "is shared by concurrent invocations" : "survives into the next invocation of this environment and is lost with it";
}
