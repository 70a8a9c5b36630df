using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>
/// Checks a fix: alone, and with Fix All where it is offered. The fixed source carries no markup for what is fixed, so a fix that leaves its own diagnostic fails.
/// </summary>
internal sealed class FixTest<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    public FixTest(string source, string fixedSource)
    {
        TestCode = source.ReplaceLineEndings("\n");
        FixedCode = fixedSource.ReplaceLineEndings("\n");
        RuleTests.Configure(TestState);
        SolutionTransforms.Add(RuleTests.WithNullable);
        CompilerDiagnostics = CompilerDiagnostics.Errors;
        TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nend_of_line = lf\nindent_style = space\nindent_size = 4\n"));
        CodeActionValidationMode = CodeActionValidationMode.SemanticStructure;
        DisabledDiagnostics.AddRange(DeclarationFaults.Advice.Where(id => !source.Contains(id, StringComparison.Ordinal)));
    }

    protected override ParseOptions CreateParseOptions() => RuleTests.ParseOptions;

    /// <summary>Both sources are put behind the usual `using` directives and inside a handler class.</summary>
    public static Task Check(string members, string fixedMembers, Action<FixTest<TAnalyzer, TFix>>? configure = null)
    {
        var test = new FixTest<TAnalyzer, TFix>(Wrap(members), Wrap(fixedMembers));
        configure?.Invoke(test);
        return test.RunAsync();
    }

    /// <summary>No fix is offered.</summary>
    public static Task CheckNone(string members) => Check(members, members);

    private static string Wrap(string members) => RuleTests.Usings + "public record Request(string Id, string Path, List<string> Items);\n\npublic class Function\n{\n" + Indented(members) + "\n}\n";

    private static string Indented(string members) => string.Join('\n', members.ReplaceLineEndings("\n").Split('\n').Select(static line => line.Length == 0 ? line : "    " + line));
}
