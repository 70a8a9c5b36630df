using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Permissions (SVLS11xx) that are wider than any function needs.</summary>
internal static class PermissionRules
{
    public static readonly DiagnosticDescriptor WildcardAction = Rule.Create(
        RuleIds.WildcardAction,
        "Policy allows every action",
        "'{0}' allows {1}: whoever gets into the function gets all of it; name the actions that the code calls",
        RulePolicy.Warning,
        "A function needs a handful of actions. With a wildcard, a fault in the code or in one of its packages reads, changes and deletes everything that the service holds.");
}
