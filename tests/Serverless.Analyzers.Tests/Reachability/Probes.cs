using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.Reachability;

/// <summary>
/// Asks the engine itself, without a rule between: the source calls `Probe.Here("name")` where it wants to know, and gets how each place is reached.
/// </summary>
internal static class Probes
{
    private const string Probe = "\npublic static class Probe { public static string Here(string name) => name; }\n";

    public static CSharpCompilation Compile(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, params MetadataReference[] more)
    {
        var trees = new[] { CSharpSyntaxTree.ParseText(RuleTests.Usings + source + Probe, RuleTests.ParseOptions, "Source.cs") };
        var compilation = CSharpCompilation.Create("TestProject", trees, [.. Net100.References.All, .. StandInReferences.All, .. more], new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    public static ServerlessModel Model(Compilation compilation, params (string Path, string Text)[] files) => Model(compilation, ImmutableDictionary<string, string>.Empty, files);

    public static ServerlessModel Model(Compilation compilation, ImmutableDictionary<string, string> options, params (string Path, string Text)[] files) =>
        ServerlessModel.Of(compilation, new AnalyzerOptions([.. files.Select(static f => new File(f.Path, f.Text))], new Provider(options)), CancellationToken.None)
            ?? throw new InvalidOperationException("not serverless");

    /// <summary>For each probe its name and the ways to it, in the order of the source.</summary>
    public static IReadOnlyDictionary<string, Reach> At(Compilation compilation, ServerlessModel model)
    {
        var found = new Dictionary<string, Reach>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var call in tree.GetRoot(CancellationToken.None).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression.ToString() == "Probe.Here")
                    found.Add(((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.ValueText, model.ReachOf(call, CancellationToken.None));
            }
        }

        return found;
    }

    public static IReadOnlyDictionary<string, Reach> At(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var compilation = Compile(source, kind);
        return At(compilation, Model(compilation));
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class Provider(ImmutableDictionary<string, string> options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(options);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
