using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.Rules;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.EntryPoints;

public sealed class EntryPointAnalyzerTests
{
    private const string Function = """
        namespace Shop;
        public sealed class Orders
        {
            [Serverless.ServerlessFunction]
            public string Get() => "x";
        }
        """;

    [Theory]
    [InlineData("{|SVLS2012:System.Console.WriteLine(1);|}")]
    [InlineData("static class P { static void {|SVLS2012:Main|}() { } }")]
    public Task A_Main_that_starts_nothing_is_reported(string main) => Verify(main, Function);

    [Theory]
    [InlineData("return Serverless.Runtime.ServerlessRuntime.Run(args);")]
    [InlineData("static class P { static int Main(string[] args) => Serverless.Runtime.ServerlessRuntime.Run(args); }")]
    public Task A_Main_that_starts_the_loop_is_not_reported(string main) => Verify(main, Function);

    [Fact]
    public Task A_program_without_functions_may_do_what_it_likes() => Verify("System.Console.WriteLine(1);", "class C { }");

    [Fact]
    public void A_program_without_Main_gets_one_and_with_Main_gets_none()
    {
        Assert.Contains("ServerlessProgram.g.cs", GeneratorRun.Of(TestProject.Of(Function).AsExecutable()).Files.Keys);
        Assert.DoesNotContain("ServerlessProgram.g.cs", GeneratorRun.Of(TestProject.Of("System.Console.WriteLine(1);", Function).AsExecutable()).Files.Keys);
        Assert.DoesNotContain("ServerlessProgram.g.cs", GeneratorRun.Of(TestProject.Of(Function)).Files.Keys);
    }

    [Theory]
    [InlineData("class P { }", "class P { static void Main() { } }")]
    [InlineData("class P { static void Help() { } }", "System.Console.WriteLine(1);")]
    public void The_generated_Main_goes_as_soon_as_the_user_writes_one_and_comes_back(string without, string with)
    {
        var project = TestProject.Of(without, Function).AsExecutable();
        Compilation compilation = project.Compile();
        var driver = GeneratorRun.Driver(project).RunGenerators(compilation);
        Assert.True(HasMain(driver));
        var edited = compilation.SyntaxTrees.Single(static t => t.FilePath.EndsWith("Source0.cs", StringComparison.Ordinal));
        var withMain = compilation.ReplaceSyntaxTree(edited, CSharpSyntaxTree.ParseText(with, project.ParseOptions, edited.FilePath));
        driver = driver.RunGenerators(withMain);
        Assert.False(HasMain(driver));
        Assert.True(HasMain(driver.RunGenerators(compilation)));
    }

    private static bool HasMain(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].GeneratedSources.Any(static s => s.HintName == "ServerlessProgram.g.cs");

    private static async Task Verify(params string[] sources)
    {
        var project = TestProject.Of(sources).AsExecutable();
        var reported = await DeclarationFaults.Analyze(project, new EntryPointAnalyzer());
        Assert.Equal(
            project.Sources.SelectMany(static s => s.Expected).Select(static e => (e.Path, e.Id, e.Span)),
            reported.Select(static d => (d.Location.GetLineSpan().Path, d.Id, d.Location.SourceSpan)));
    }
}
