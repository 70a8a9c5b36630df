using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>Build properties and item metadata as MSBuild hands them to the compiler.</summary>
internal sealed class TestOptions(ImmutableDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    private static readonly Values Template = new(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.ServerlessTemplate", "true"));
    private static readonly Values None = new(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties.ToImmutableDictionary(static p => "build_property." + p.Key, static p => p.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => textFile is TestFile { IsTemplate: true } ? Template : None;

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

/// <summary>An additional file of a test.</summary>
internal sealed class TestFile(string path, string text, bool isTemplate) : AdditionalText
{
    public override string Path => path;

    public bool IsTemplate => isTemplate;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
