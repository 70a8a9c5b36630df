using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Rules;

/// <summary>A rule that the whole project has switched off does not run at all; the driver alone would run it and drop what it says.</summary>
internal static class RuleSwitches
{
    public static bool IsOn(HazardRule rule, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var descriptor in rule.Descriptors)
        {
            if (IsOn(descriptor, compilation, cancellationToken))
                return true;
        }

        return false;
    }

    private static bool IsOn(DiagnosticDescriptor rule, Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.Options.SpecificDiagnosticOptions.TryGetValue(rule.Id, out var specific))
            return specific != ReportDiagnostic.Suppress;
        var provider = compilation.Options.SyntaxTreeOptionsProvider;
        if (provider?.TryGetGlobalDiagnosticValue(rule.Id, cancellationToken, out var global) == true)
        {
            if (global != ReportDiagnostic.Suppress)
                return true;
        }
        else if (rule.IsEnabledByDefault)
        {
            return true;
        }

        // Off for the project: a section of an .editorconfig may still switch it on for some files.
        return provider is not null && compilation.SyntaxTrees.Any(tree =>
            provider.TryGetDiagnosticValue(tree, rule.Id, cancellationToken, out var value) && value != ReportDiagnostic.Suppress);
    }
}
