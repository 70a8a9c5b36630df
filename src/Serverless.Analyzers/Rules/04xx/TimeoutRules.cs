using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Timeouts and cancellation (SVLS04xx): who waits longer than the function lives learns nothing from it.</summary>
internal static class TimeoutRules
{
    public static readonly DiagnosticDescriptor HttpClientDefaultTimeout = Rule.Create(
        RuleIds.HttpClientDefaultTimeout,
        "HttpClient keeps its 100-second default timeout",
        "HttpClient keeps its default timeout of 100 seconds{0}; a peer that does not answer is waited for, {1}; set Timeout",
        RulePolicy.Warning,
        "A function that reaches its timeout is killed: no response, no log line, no clean-up. A client must give up earlier than that.");

    public static readonly DiagnosticDescriptor ClientTimeoutTooLong = Rule.Create(
        RuleIds.ClientTimeoutTooLong,
        "Client timeout is not shorter than the function timeout",
        "'{0}' allows {1} seconds, the function has {2}: the function is killed before the client gives up; choose less than the function has",
        RulePolicy.Warning,
        "A limit helps when it ends the wait early enough to log, to answer and to clean up. One that is as long as the function's own timeout never acts.");

    public static readonly DiagnosticDescriptor AwsClientDefaultTimeout = Rule.Create(
        RuleIds.AwsClientDefaultTimeout,
        "AWS client keeps the default timeout",
        "'{0}' waits up to {1} for each attempt{2}{3}; set Timeout in its configuration",
        RulePolicy.Info,
        "The SDK's own limit is made for servers. A function that is killed while its client waits logs nothing and answers nobody.");

    public static readonly DiagnosticDescriptor RemainingTimeUnused = Rule.Create(
        RuleIds.RemainingTimeUnused,
        "Remaining time is never turned into a deadline",
        "'{0}' calls '{1}' without a token and never asks for RemainingTime: when its time ends the call is cut off with everything else; derive a CancellationToken from the context and pass it on",
        RulePolicy.Info,
        "Lambda gives no token: the context says how much time is left, and a CancellationTokenSource makes a deadline of it.");

    public static readonly DiagnosticDescriptor TokenNotForwarded = Rule.Create(
        RuleIds.TokenNotForwarded,
        "Token is available but not forwarded",
        "'{0}' is not passed to '{1}': the call goes on when {2}",
        RulePolicy.Warning,
        "The token carries the time that is left. A call without it outlives the deadline, and the function is killed instead of answering.");

    public static readonly DiagnosticDescriptor InfiniteTimeout = Rule.Create(
        RuleIds.InfiniteTimeout,
        "Infinite timeout",
        "'{0}' has no limit: a peer that does not answer is waited for until the function is killed; set a limit shorter than the function's",
        RulePolicy.Warning,
        "Who waits without a limit is killed at the function's timeout: no response, no log line, no clean-up, and all of the time is paid for.");

    public static readonly DiagnosticDescriptor WaitWithoutLimit = Rule.Create(
        RuleIds.WaitWithoutLimit,
        "Wait without a limit",
        "'{0}' waits without a limit: when nobody signals, the function waits until it is killed; pass a timeout or a token",
        RulePolicy.Warning,
        "What should signal may have been frozen, or have failed, with an earlier invocation. A wait with a limit fails in a way that can be logged.");

    public static readonly DiagnosticDescriptor PollingLoop = Rule.Create(
        RuleIds.PollingLoop,
        "Polling loop in a handler",
        "'{0}' is asked again and again while the function sleeps in between: the wait is paid for and may end with the function; let Step Functions, a durable wait or an event wait instead",
        RulePolicy.Warning,
        "A function is billed while it waits and has fifteen minutes at most. Waiting is what state machines, durable functions and events do without cost.");

    public static readonly DiagnosticDescriptor SleepInHandler = Rule.Create(
        RuleIds.SleepInHandler,
        "Sleeping in a handler",
        "'{0}' in code that handlers run (by {1}) is paid for and does nothing; delay the message (SQS DelaySeconds) or wait in Step Functions",
        RulePolicy.Warning,
        "Billed time is wall-clock time. A queue's delay, a schedule or a state machine's Wait cost nothing.");

    public static readonly DiagnosticDescriptor PooledConnectionsOutliveIdlePurge = Rule.Create(
        RuleIds.PooledConnectionsOutliveIdlePurge,
        "Pooled database connections outlive the idle purge",
        "The pool of '{0}' hands out connections that the network dropped while the environment was frozen, because what removes idle ones is a timer; set Connection Lifetime, which is checked when a connection is handed out",
        RulePolicy.Info,
        "Between invocations nothing runs: timers that prune or test idle connections do not fire, and the network forgets a connection that is silent for some minutes.");
}
