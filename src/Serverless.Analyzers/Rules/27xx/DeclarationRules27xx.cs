using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of the user's own CloudFormation.</summary>
internal static class DeclarationRules27xx
{
    private static readonly DiagnosticDescriptor TemplateFragment = Rule.Create(
        RuleIds.TemplateFragment,
        "Template fragment cannot be merged",
        "{0}: {1}",
        RulePolicy.Error,
        "A fragment is JSON in the form of a CloudFormation template; it is merged over what is generated, so an id may stand in one fragment only.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(TemplateFragment);
}
