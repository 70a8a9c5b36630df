using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Serverless.Analyzers.Reachability;

/// <summary>What the project says to the hazard rules: `serverless_analyzers.*` options and visible MSBuild properties. Absent is unknown.</summary>
internal sealed class HazardOptions
{
    private readonly AnalyzerConfigOptionsProvider _provider;
    private readonly AnalyzerConfigOptions? _ofSources;

    public HazardOptions(AnalyzerConfigOptionsProvider provider, Compilation compilation)
    {
        _provider = provider;
        _ofSources = compilation.SyntaxTrees.FirstOrDefault() is { } tree ? provider.GetOptions(tree) : null;
        Handlers = List("handlers");
        NotHandlers = List("not_handlers");
        ReusableTypes = List("reusable_types");
    }

    /// <summary>Documentation ids of methods that are handlers whatever they look like.</summary>
    public ImmutableHashSet<string> Handlers { get; }

    /// <summary>Documentation ids of methods that are none.</summary>
    public ImmutableHashSet<string> NotHandlers { get; }

    /// <summary>Documentation ids of further types that are made to be reused.</summary>
    public ImmutableHashSet<string> ReusableTypes { get; }

    public bool IsTestProject => BuildProperty("IsTestProject").Equals("true", StringComparison.OrdinalIgnoreCase);

    public bool IsLambdaProject => BuildProperty("AWSProjectType").Equals("Lambda", StringComparison.OrdinalIgnoreCase);

    /// <summary>`Lambda`, `LambdaManagedInstances`, `Fargate`, or empty.</summary>
    public string Target => BuildProperty("ServerlessTarget");

    public bool IsFargate => Target == "Fargate";

    /// <summary>Rules that say what a known general rule says too are silent.</summary>
    public bool SkipsOverlaps => Flag("skip_overlaps") ?? BuildProperty("ServerlessSkipOverlaps").Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the project says that its functions are restored from snapshots; null when it does not say.</summary>
    public bool? SnapStart => Flag("snapstart") ?? (bool.TryParse(BuildProperty("ServerlessSnapStart"), out var on) ? on : null);

    /// <summary>A visible MSBuild property that is literally true.</summary>
    public bool IsTrue(string property) => BuildProperty(property).Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>`serverless_analyzers.SVLS0410.minimum_milliseconds = 500`: an option of one rule; the default when absent or no number.</summary>
    public int Number(string ruleId, string option, int fallback) =>
        int.TryParse(Text(ruleId + "." + option), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : fallback;

    /// <summary>`serverless_analyzers.{name}`, or null.</summary>
    public string? Text(string name)
    {
        var key = "serverless_analyzers." + name;
        return _ofSources?.TryGetValue(key, out var value) is true || _provider.GlobalOptions.TryGetValue(key, out value) ? value!.Trim() : null;
    }

    private bool? Flag(string name) => bool.TryParse(Text(name), out var value) ? value : null;

    public string BuildProperty(string name) => _provider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";

    private ImmutableHashSet<string> List(string name)
    {
        if (Text(name) is not { } value)
            return ImmutableHashSet<string>.Empty;
        return value.Split('|').Select(static item => item.Trim()).Where(static item => item.Length > 0).ToImmutableHashSet(StringComparer.Ordinal);
    }
}
