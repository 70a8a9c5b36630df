using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>The build properties that reach the compiler, as written. What is absent stays empty: unknown configuration makes us quieter.</summary>
internal sealed record ProjectOptions
{
    public static ProjectOptions None { get; } = new();

    public string RootNamespace { get; init; } = "";

    public string TargetFramework { get; init; } = "";

    public string RuntimeIdentifier { get; init; } = "";

    public bool PublishAot { get; init; }

    public bool SelfContained { get; init; }

    public bool IsTestProject { get; init; }

    /// <summary>`ServerlessDirectJson`: generated code reads and writes plain types itself. On unless it is `false`.</summary>
    public bool DirectJson { get; init; } = true;

    /// <summary>`ServerlessArtifacts`: kinds to emit, separated by `;` or `,`; empty = all.</summary>
    public EquatableArray<string> ArtifactKinds { get; init; }

    public static ProjectOptions Read(AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GlobalOptions;
        return new ProjectOptions
        {
            RootNamespace = Text(options, "RootNamespace"),
            TargetFramework = Text(options, "TargetFramework"),
            RuntimeIdentifier = Text(options, "RuntimeIdentifier"),
            PublishAot = Flag(options, "PublishAot"),
            SelfContained = Flag(options, "SelfContained"),
            IsTestProject = Flag(options, "IsTestProject"),
            DirectJson = !string.Equals(Text(options, "ServerlessDirectJson"), "false", StringComparison.OrdinalIgnoreCase),
            ArtifactKinds = Text(options, "ServerlessArtifacts")
                .Split([';', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(static kind => kind.Trim())
                .Where(static kind => kind.Length > 0)
                .ToEquatableArray(),
        };
    }

    private static string Text(AnalyzerConfigOptions options, string property) =>
        options.TryGetValue("build_property." + property, out var value) ? value.Trim() : "";

    private static bool Flag(AnalyzerConfigOptions options, string property) =>
        string.Equals(Text(options, property), "true", StringComparison.OrdinalIgnoreCase);
}
