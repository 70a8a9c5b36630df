using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>What every rule owes its users, checked on what reflection finds: a page, a release line, a help link, a message that reads well.</summary>
public sealed partial class RuleConventionTests
{
    private static readonly string Root = Repository.Root;

    private static readonly ImmutableArray<DiagnosticDescriptor> Descriptors =
        [.. AllRules.Analyzers.SelectMany(static a => a.SupportedDiagnostics).Distinct().OrderBy(static d => d.Id, StringComparer.Ordinal)];

    private static readonly ImmutableArray<CodeFixProvider> Fixes =
        [.. typeof(ServerlessFixer).Assembly.GetTypes().Where(static t => !t.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(t)).Select(static t => (CodeFixProvider)Activator.CreateInstance(t)!)];

    public static TheoryData<string> Hazards { get; } = new(AllRules.Hazards.SelectMany(static a => a.SupportedDiagnostics).Select(static d => d.Id).Distinct());

    public static TheoryData<string> All { get; } = new(Descriptors.Select(static d => d.Id).Distinct());

    [Fact]
    public void Every_hazard_id_has_a_rule_and_every_rule_an_id() => Assert.Equal(
        typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(static field => (string)field.GetRawConstantValue()!).Where(static id => string.CompareOrdinal(id, "SVLS2") < 0).Order(StringComparer.Ordinal),
        AllRules.Hazards.SelectMany(static a => a.SupportedDiagnostics).Select(static d => d.Id).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_has_one_descriptor_that_reads_well_and_leads_to_its_page(string id)
    {
        var rule = Assert.Single(Descriptors, d => d.Id == id);
        var title = rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var message = rule.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.DoesNotMatch(@"\.$", title);
        Assert.DoesNotMatch(@"\.$", message);
        Assert.Equal(title.Trim(), title);
        Assert.NotEmpty(rule.Description.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal($"{Rule.HelpLinkBase}{id.Substring(4, 2)}xx/{id}.md", rule.HelpLinkUri);
        Assert.Equal(Rule.CategoryOf(id), rule.Category);
        Assert.Contains(typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static), field => (string?)field.GetRawConstantValue() == id);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_rule_is_in_the_release_file_with_its_category_and_severity(string id)
    {
        var rule = Descriptors.First(d => d.Id == id);
        var severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
        Assert.Contains(Releases(), line => line.StartsWith($"{id} | {rule.Category} | {severity} |", StringComparison.Ordinal));
    }

    [Fact]
    public void The_release_file_names_no_rule_twice()
    {
        var ids = Releases().Select(static line => line.Split('|')[0].Trim()).ToList();
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [MemberData(nameof(Hazards))]
    public void A_page_has_the_rules_title_severity_and_sections(string id)
    {
        var rule = Descriptors.First(d => d.Id == id);
        var page = File.ReadAllText(Path.Combine(Root, "src", "Serverless.Analyzers", "Rules", Rule.RangeOf(id), id + ".md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Category `{rule.Category}` · {rule.DefaultSeverity}", page, StringComparison.Ordinal);
        Assert.Equal(["Cause", "Why", "Fix", "When to suppress", "Limits", "Options"], Sections().Matches(page).Select(static m => m.Groups[1].Value.Trim().StartsWith("Why", StringComparison.Ordinal) ? "Why" : m.Groups[1].Value.Trim()));
        var fixes = Fixes.Where(f => f.FixableDiagnosticIds.Contains(id)).ToList();
        Assert.Contains(fixes.Count == 0 ? "· no fix" : "· fix: ", page.Split('\n')[2], StringComparison.Ordinal);
        Assert.Equal(fixes.Exists(static f => f.GetFixAllProvider() is not null), page.Split('\n')[2].Contains("(Fix All)", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_of_a_rule_stands_on_its_page()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "src", "Serverless.Analyzers", "Rules"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var ids = typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(static field => field.Name, static field => (string)field.GetRawConstantValue()!);
        foreach (Match option in sources.SelectMany(static source => RuleOption().Matches(source)))
        {
            var id = ids[option.Groups[1].Value];
            var page = File.ReadAllText(Path.Combine(Root, "src", "Serverless.Analyzers", "Rules", Rule.RangeOf(id), id + ".md"));
            Assert.Contains($"serverless_analyzers.{id}.{option.Groups[2].Value}", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_rule_that_gives_way_to_a_general_one_says_so_on_its_page()
    {
        foreach (var source in Directory.EnumerateFiles(Path.Combine(Root, "src", "Serverless.Analyzers", "Rules"), "*Rule.cs", SearchOption.AllDirectories).Where(static path => File.ReadAllText(path).Contains("SkipsOverlaps", StringComparison.Ordinal)))
        {
            var pages = HazardRules.All.Where(rule => rule.GetType().Name == Path.GetFileNameWithoutExtension(source)).SelectMany(static rule => rule.Descriptors)
                .Select(static d => File.ReadAllText(Path.Combine(Root, "src", "Serverless.Analyzers", "Rules", Rule.RangeOf(d.Id), d.Id + ".md"))).ToList();
            Assert.Contains(pages, static page => page.Contains("skip_overlaps", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_page_belongs_to_a_rule()
    {
        var known = Descriptors.Select(static d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var page in Directory.EnumerateFiles(Path.Combine(Root, "src", "Serverless.Analyzers", "Rules"), "SVLS*.md", SearchOption.AllDirectories))
            Assert.Contains(Path.GetFileNameWithoutExtension(page), known);
    }

    [Fact]
    public void Analyzers_and_fixes_are_sealed_exported_and_about_known_rules()
    {
        var known = Descriptors.Select(static d => d.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(AllRules.Analyzers, static analyzer => Assert.True(analyzer.GetType().IsSealed, analyzer.GetType().Name));
        Assert.All(Fixes, fix =>
        {
            Assert.True(fix.GetType().IsSealed, fix.GetType().Name);
            Assert.NotNull(fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>());
            Assert.All(fix.FixableDiagnosticIds, id => Assert.Contains(id, known));
        });
    }

    private static List<string> Releases() =>
        [.. new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
            .SelectMany(static file => File.ReadAllLines(Path.Combine(Root, "src", "Serverless.Analyzers", file)))
            .Where(static line => line.StartsWith("SVLS", StringComparison.Ordinal))];

    [GeneratedRegex(@"Number\(RuleIds\.(\w+), ""(\w+)""")]
    private static partial Regex RuleOption();

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Sections();
}
