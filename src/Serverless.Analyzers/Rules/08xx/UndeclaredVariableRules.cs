using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Code and template together (SVLS0803).</summary>
internal static class UndeclaredVariableRules
{
    public static readonly DiagnosticDescriptor UndeclaredVariable = Rule.Create(
        RuleIds.UndeclaredVariable,
        "Environment variable is not declared in the template",
        "'{0}' is read by code that '{1}' runs, and the template gives its function no such variable: the value is null there; declare it under Environment.Variables",
        RulePolicy.Warning,
        "A deployed function has the variables that its template declares and those that Lambda sets. A variable that exists only on a developer's machine is null in the cloud.");
}
