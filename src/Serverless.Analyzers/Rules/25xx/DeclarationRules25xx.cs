using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of triggers, and what is worth knowing before one deploys.</summary>
internal static class DeclarationRules25xx
{
    private static readonly DiagnosticDescriptor Advice = Rule.Create(
        RuleIds.Advice,
        "Worth knowing before deployment",
        "{0}",
        RulePolicy.Info,
        "It can be deployed and works; it may cost, or answer, otherwise than expected.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(Advice);
}
