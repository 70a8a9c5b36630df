using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>The README's table of hazard rules is what the rules and fixes say of themselves. After a rule was added: run this class with UPDATE_EXPECTED=1.</summary>
public sealed partial class RuleTableTests
{
    [Fact]
    public void The_readme_lists_every_hazard_rule()
    {
        var path = Path.Combine(Repository.Root, "README.md");
        var readme = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.Single(Marked().Matches(readme));
        Repository.CompareOrUpdate(path, Marked().Replace(readme, $"<!-- rules -->\n{Table()}<!-- /rules -->", 1));
    }

    private static string Table()
    {
        var fixes = typeof(ServerlessFixer).Assembly.GetTypes().Where(static t => !t.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(t)).Select(static t => (CodeFixProvider)Activator.CreateInstance(t)!).ToList();
        var text = new StringBuilder();
        foreach (var range in HazardRules.All.SelectMany(static r => r.Descriptors).Distinct().OrderBy(static d => d.Id, StringComparer.Ordinal).GroupBy(static d => d.Category))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n**{range.Key["Serverless.".Length..]}**\n\n| Rule | What | Severity | Fix |\n|---|---|---|---|\n");
            foreach (var rule in range)
                text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}](src/Serverless.Analyzers/Rules/{Rule.RangeOf(rule.Id)}/{rule.Id}.md) | {rule.Title} | {Severity(rule)} | {Fix(fixes, rule.Id)} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static string Severity(DiagnosticDescriptor rule) => rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "off";

    /// <summary>What an editor offers: one fix, or a fix for all of them at once.</summary>
    private static string Fix(List<CodeFixProvider> fixes, string id)
    {
        var own = fixes.Where(f => f.FixableDiagnosticIds.Contains(id)).ToList();
        return own.Count == 0 ? "" : own.Exists(static f => f.GetFixAllProvider() is not null) ? "all" : "one";
    }

    [GeneratedRegex("<!-- rules -->.*<!-- /rules -->", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
