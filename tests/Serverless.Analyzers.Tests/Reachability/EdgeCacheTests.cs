using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.Reachability;

/// <summary>Edges outlive the compilation they were read in. What they say then must be what a compilation that has seen nothing would say.</summary>
public sealed class EdgeCacheTests
{
    private static readonly string[] Files =
    [
        """
        public class Function(IStore store)
        {
            private static readonly Func<string, string> Format = s => Text.Trim(s);
            [LambdaFunction] public async Task<string> Handle(string s)
            {
                await store.SaveAsync(s);
                string Local(string x) => Text.Upper(x);
                return Format(Local(s)) + new Money(1) + Cache.Value;
            }
        }
        """,
        """
        public interface IStore { Task SaveAsync(string s); }
        public sealed class Store : IStore { public Store() => Text.Count++; public async Task SaveAsync(string s) { await Task.Delay(1); foreach (var x in new Numbers()) Text.Trim(x.ToString()); } }
        public class Numbers { public IEnumerator<int> GetEnumerator() { yield return Text.Count; } }
        """,
        """
        public static class Text
        {
            public static int Count;
            public static string Trim(string s) { Count++; return s.Trim(); }
            public static string Upper(string s) => Overloads.Pick(1) + s;
            public static string Unused(string s) => Upper(s);
        }
        """,
        """
        public static class Overloads
        {
            public const int Small = 5;
            public static string Pick(int n) => First();
            public static string Pick(long n) => Second();
            static string First() => "1";
            static string Second() => "2";
        }
        """,
        """
        public readonly struct Money(int n) { public static implicit operator string(Money m) => m.Write(); string Write() => n.ToString(); public static string operator +(string s, Money m) => s + m.Write(); }
        public static class Cache { private static readonly Lazy<string> Lazy = new(() => Make()); public static string Value => Lazy.Value; static string Make() => Overloads.Pick(2L); }
        file static class Hidden { public static int Once() => 1; }
        public static class Open { public static int Twice() => Hidden.Once() * 2; }
        """,
    ];

    /// <summary>Text that is put in place of a body or next to it: calls of all kinds, handlers that appear, declarations, and nonsense.</summary>
    private static readonly string[] Pieces =
    [
        "Text.Trim(\"\");", "Text.Upper(\"\");", "Text.Unused(\"\");", "Overloads.Pick(3L);", "Overloads.Pick(3);", "_ = Cache.Value;", "Open.Twice();", "new Store();", "foreach (var n in new Numbers()) { }",
        "Func<int> f = () => Text.Count; f();", "string m = new Money(2);", "if (", "}", "var x = Missing.Call();", "void Inner() { Text.Unused(\"\"); } Inner();",
    ];

    private static readonly string[] Members =
    [
        "public static string Pick(short n) => \"\";", "public void Handle2(string s, ILambdaContext c) { Text.Unused(s); }", "[LambdaFunction] public void More(string s) { Open.Twice(); }",
        "public static readonly Func<string> Stored = () => Text.Unused(\"\");", "public int Field = Text.Count;", "public override string ToString() => Text.Upper(\"\");",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void After_any_edits_the_answer_is_that_of_a_fresh_reading(int seed)
    {
        var random = new Random(seed);
        var compilation = Compile(Files.Select((text, i) => Parse(text, i)));
        for (var edit = 0; edit < 40; edit++)
        {
            var index = random.Next(compilation.SyntaxTrees.Length);
            var before = compilation.SyntaxTrees[index];
            var text = Edit(before, random);
            compilation = compilation.ReplaceSyntaxTree(before, CSharpSyntaxTree.ParseText(SourceText.From(text), (CSharpParseOptions)before.Options, before.FilePath));

            var kept = Describe(compilation);
            var fresh = Describe(Compile(compilation.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.ToString(), RuleTests.ParseOptions, tree.FilePath))));

            Assert.True(kept == fresh, $"edit {edit} of {before.FilePath} with seed {seed}:\n{text}\n--- kept\n{kept}\n--- fresh\n{fresh}");
        }
    }

    [Fact]
    public void A_keystroke_in_a_body_binds_the_bodies_of_its_own_file_only()
    {
        var compilation = Compile(Files.Select((text, i) => Parse(text, i)));
        var first = Closure(compilation).Bound;
        var second = Closure(Replace(compilation, 2, "Count++; return s.Trim();", "Count++; return s.TrimStart();")).Bound;
        var third = Closure(Replace(compilation, 2, "public static string Trim(", "public static string Trim(int a) => \"\"; public static string Trim(")).Bound;

        Assert.True(first > 10, first.ToString(CultureInfo.InvariantCulture));
        Assert.InRange(second, 1, 4);
        Assert.Equal(first, third);
    }

    [Fact]
    public void A_lambda_that_an_edit_elsewhere_makes_a_handler_is_no_part_of_its_method_any_more()
    {
        const string Pipeline = "using Microsoft.AspNetCore.Builder; public static class Pipeline { public static void Configure(WebApplication app) { app.Use((c, next) => { Text.Unused(\"\"); return next(); }); } }";
        const string Start = """
            using Amazon.Lambda.RuntimeSupport; using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.DependencyInjection;
            public static class P { public static async Task Main() { var b = WebApplication.CreateBuilder(); /* hosting */ Pipeline.Configure(b.Build()); await LambdaBootstrapBuilder.Create<string, string>((s, c) => s).Build().RunAsync(); } }
            """;
        var compilation = Compile([.. Files.Select((text, i) => Parse(text, i)), Parse(Pipeline, 8), Parse(Start, 9)], OutputKind.ConsoleApplication);
        Assert.Contains("Main → Pipeline.Configure → Text.Unused", Describe(compilation), StringComparison.Ordinal);
        var after = Replace(compilation, Files.Length + 1, "/* hosting */", "b.Services.AddAWSLambdaHosting(LambdaEventSource.HttpApi);");

        Assert.DoesNotContain("Pipeline.Configure → Text.Unused", Describe(after), StringComparison.Ordinal);
        Assert.Equal(Describe(Compile(after.SyntaxTrees.Select(static tree => CSharpSyntaxTree.ParseText(tree.ToString(), RuleTests.ParseOptions, tree.FilePath)), OutputKind.ConsoleApplication)), Describe(after));
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int index, string old, string replacement)
    {
        var before = compilation.SyntaxTrees[index];
        var text = before.ToString();
        Assert.Contains(old, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(before, CSharpSyntaxTree.ParseText(text.Replace(old, replacement, StringComparison.Ordinal), RuleTests.ParseOptions, before.FilePath));
    }

    private static string Edit(SyntaxTree tree, Random random)
    {
        var text = tree.ToString();
        var root = tree.GetRoot();
        switch (random.Next(5))
        {
            case 0:
                var types = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(static type => !type.OpenBraceToken.IsMissing && type.OpenBraceToken.Span.Length > 0).ToList();
                return types.Count == 0 ? text : text.Insert(types[random.Next(types.Count)].OpenBraceToken.Span.End, " " + Members[random.Next(Members.Length)]);
            case 1 when text.Length > 400:
                return text.Remove(text.Length - 1 - random.Next(40));
            case 2:
                return Files[int.Parse(tree.FilePath.AsSpan(0, 1), CultureInfo.InvariantCulture)] is var original && random.Next(2) == 0 ? RuleTests.Usings + original : text;
            default:
                var blocks = root.DescendantNodes().OfType<BlockSyntax>().ToList();
                return blocks.Count == 0 ? text + "\n" : text.Insert(blocks[random.Next(blocks.Count)].OpenBraceToken.Span.End, " " + Pieces[random.Next(Pieces.Length)]);
        }
    }

    private static SyntaxTree Parse(string text, int index) => CSharpSyntaxTree.ParseText(RuleTests.Usings + text, RuleTests.ParseOptions, index + ".cs");

    private static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, OutputKind kind = OutputKind.DynamicallyLinkedLibrary) => CSharpCompilation.Create(
        "TestProject", trees, [.. Basic.Reference.Assemblies.Net100.References.All, .. StandInReferences.All], new CSharpCompilationOptions(kind));

    private static Closure Closure(CSharpCompilation compilation) => Probes.Model(compilation).Closure(CancellationToken.None);

    /// <summary>How each declaration and lambda is reached, with its chain.</summary>
    private static string Describe(CSharpCompilation compilation)
    {
        var closure = Closure(compilation);
        var text = new StringBuilder();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is not (MemberDeclarationSyntax or AccessorDeclarationSyntax or VariableDeclaratorSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                    continue;
                var reach = closure.At(node);
                text.Append(tree.FilePath).Append(node.Span).Append(": ").Append(reach.Handler?.Chain).Append(" | ").Append(reach.FirstUse?.Chain).Append(" | ").Append(reach.Init?.Chain).Append('\n');
            }
        }

        return text.ToString();
    }
}
