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
}
