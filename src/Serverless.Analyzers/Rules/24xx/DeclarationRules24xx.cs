using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of grants.</summary>
internal static class DeclarationRules24xx
{
    private static readonly DiagnosticDescriptor ResourceMissing = Rule.Create(
        RuleIds.ResourceMissing,
        "Grant names no resource",
        "'{0}' acts on a resource: say which with On",
        RulePolicy.Error,
        "Without On the statement would hold for every resource of the account. Only actions that have no resource types may leave it out.");

    private static readonly DiagnosticDescriptor MalformedCondition = Rule.Create(
        RuleIds.MalformedCondition,
        "Malformed condition",
        "IAM would refuse the condition: {0}",
        RulePolicy.Error,
        "A condition is a JSON object of operators, each with an object of condition keys.");

    private static readonly DiagnosticDescriptor GrantBesideRole = Rule.Create(
        RuleIds.GrantBesideRole,
        "Grant beside an explicit role is not applied",
        "'{0}' runs with the role that its Role setting names; this grant is written to policies/ but attached to nothing",
        RulePolicy.Warning,
        "Role replaces the generated role. Attach the written policy to that role, or leave Role out.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(ResourceMissing, MalformedCondition, GrantBesideRole);
}
