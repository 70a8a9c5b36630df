using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Faults of the template: of the user's own part of it, and of the whole.</summary>
internal static class DeclarationRules27xx
{
    private static readonly DiagnosticDescriptor TemplateFragment = Rule.Create(
        RuleIds.TemplateFragment,
        "Template fragment cannot be merged",
        "{0}: {1}",
        RulePolicy.Error,
        "A fragment is JSON in the form of a CloudFormation template; it is merged over what is generated, so an id may stand in one fragment only.");

    private static readonly DiagnosticDescriptor TemplateLimit = Rule.Create(
        RuleIds.TemplateLimit,
        "Template exceeds a limit",
        "{0} has {1}, {2} are allowed: {3}",
        RulePolicy.Error,
        "CloudFormation refuses a template with more than 500 resources after SAM's expansion, 200 outputs or 1 MB; an HTTP API holds 300 routes, a handler string 128 characters. It stops a build that writes a template.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.Create(TemplateFragment, TemplateLimit);
}
