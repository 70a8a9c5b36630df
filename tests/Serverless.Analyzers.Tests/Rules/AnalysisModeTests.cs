using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>
/// The files behind `ServerlessAnalysisMode` say of every hazard rule what the mode promises. After a rule was added: run this class with UPDATE_EXPECTED=1.
/// </summary>
public sealed class AnalysisModeTests
{
    private static string Folder => Path.Combine(Repository.Root, "src", "Serverless.Build", "buildTransitive", "config");

    [Fact]
    public void None_switches_every_hazard_rule_off() => Check("none", "no hazard rule speaks", static _ => "none");

    [Fact]
    public void Recommended_reports_at_least_a_warning_for_what_is_on_by_default() =>
        Check("recommended", "what is information by default is a warning", static rule => rule is { IsEnabledByDefault: true, DefaultSeverity: < DiagnosticSeverity.Warning } ? "warning" : null);

    [Fact]
    public void All_switches_every_rule_on_as_a_warning() =>
        Check("all", "every rule, those that are off by default included, is at least a warning", static rule => rule.IsEnabledByDefault && rule.DefaultSeverity >= DiagnosticSeverity.Warning ? null : "warning");

    private static void Check(string mode, string meaning, Func<DiagnosticDescriptor, string?> severityOf)
    {
        var lines = new List<string>
        {
            $"# ServerlessAnalysisMode={char.ToUpperInvariant(mode[0])}{mode[1..]}: {meaning}. Written by AnalysisModeTests from the rules themselves.",
            "is_global = true",
            "global_level = -1",
        };
        foreach (var rule in HazardRules.All.SelectMany(static r => r.Descriptors).Distinct().OrderBy(static d => d.Id, StringComparer.Ordinal))
        {
            if (severityOf(rule) is { } severity)
                lines.Add($"dotnet_diagnostic.{rule.Id}.severity = {severity}");
        }

        Repository.CompareOrUpdate(Path.Combine(Folder, mode + ".globalconfig"), string.Join('\n', lines) + "\n");
    }
}
