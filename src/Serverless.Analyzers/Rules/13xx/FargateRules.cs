using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Containers on Fargate (SVLS13xx): tasks that are told to stop, and that are reached through a network interface.</summary>
internal static class FargateRules
{
    public static readonly DiagnosticDescriptor StoppingTokenIgnored = Rule.Create(
        RuleIds.StoppingTokenIgnored,
        "Worker ignores the stopping token",
        "{0} of '{1}': a task that Fargate stops gets SIGTERM and after the stop timeout (30 seconds unless set) SIGKILL, in the middle of its work; {2}",
        RulePolicy.Warning,
        "Fargate replaces tasks at every deployment, when it scales in and when it takes back Spot capacity. The host turns SIGTERM into the stopping token; a worker that does not look at it is killed while it works.");

    public static readonly DiagnosticDescriptor LoopbackServer = Rule.Create(
        RuleIds.LoopbackServer,
        "Server is bound to the loopback interface",
        "'{0}' is reachable only from inside the container: health checks and the load balancer are refused, and the task is replaced again and again; listen on every interface",
        RulePolicy.Warning,
        "A task on Fargate has a network interface of its own, on which the load balancer calls it. The loopback interface is another one.");

    public static readonly DiagnosticDescriptor ShortPolling = Rule.Create(
        RuleIds.ShortPolling,
        "Short polling",
        "'{0}' in a loop receives without waiting: every empty answer is a request that is paid for, and it asks only some of the queue's servers; set WaitTimeSeconds (up to 20)",
        RulePolicy.Warning,
        "A request with WaitTimeSeconds 0, which is the default, answers at once and samples a part of the queue's servers: it may say that a queue with messages is empty. A loop of such requests costs as much as one that does work.");
}
