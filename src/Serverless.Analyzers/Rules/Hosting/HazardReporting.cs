using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>How rules report: the path from the handler goes along as additional locations, a severity other than the rule's own where less or more is known.</summary>
internal static class HazardReporting
{
    public static void Report(this OperationAnalysisContext context, DiagnosticDescriptor rule, SyntaxNode at, Reached? reached, params object[] arguments) =>
        context.ReportDiagnostic(Create(rule, at.GetLocation(), rule.DefaultSeverity, reached, properties: null, arguments));

    public static void ReportAs(this OperationAnalysisContext context, DiagnosticSeverity severity, DiagnosticDescriptor rule, SyntaxNode at, Reached? reached, params object[] arguments) =>
        context.ReportDiagnostic(Create(rule, at.GetLocation(), severity, reached, properties: null, arguments));

    public static Diagnostic Create(
        DiagnosticDescriptor rule, Location at, DiagnosticSeverity severity, Reached? reached, ImmutableDictionary<string, string?>? properties, params object[] arguments) =>
        severity == rule.DefaultSeverity
            ? Diagnostic.Create(rule, at, reached?.Sites, properties, arguments)
            : Diagnostic.Create(rule, at, severity, reached?.Sites, properties, arguments);
}
