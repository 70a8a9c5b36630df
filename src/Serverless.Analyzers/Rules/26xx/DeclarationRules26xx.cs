using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of containers on Fargate.</summary>
internal static class DeclarationRules26xx
{
    private static readonly DiagnosticDescriptor CpuMemory = Rule.Create(
        RuleIds.CpuMemory,
        "Processors and memory do not go together",
        "{0} cannot be {1}: {2}",
        RulePolicy.Error,
        "Fargate has a fixed list of sizes; a task definition with any other is refused.");

    private static readonly DiagnosticDescriptor ContainerInput = Rule.Create(
        RuleIds.ContainerInput,
        "Input of a container may exceed its limit",
        "The input of '{0}' may not fit: {1}, and a container is handed about 5,800 characters; hand over where the data is",
        RulePolicy.Warning,
        "ECS takes 8,192 characters of overrides for a task, in which its input and its token travel. A larger input fails when the state runs.");

    private static readonly DiagnosticDescriptor NetworkIncomplete = Rule.Create(
        RuleIds.NetworkIncomplete,
        "Network of a container is incomplete",
        "{0} without {1}: write both, or neither to have them as parameters of the template",
        RulePolicy.Error,
        "The network interface of a task is in subnets and has security groups of the same VPC; one of the two alone does not say which.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(CpuMemory, ContainerInput, NetworkIncomplete);
}
