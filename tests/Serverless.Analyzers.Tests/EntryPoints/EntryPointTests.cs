using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.FrontEnds;
using Serverless.Artifacts;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.EntryPoints;

public sealed class EntryPointTests
{
    /// <summary>The public shape of the host; its assembly is not referenced here.</summary>
    private const string Host = """
        namespace Serverless.Hosting
        {
            public static class ServerlessHost
            {
                public static System.Threading.Tasks.Task<int> RunAsync(string[] args) => System.Threading.Tasks.Task.FromResult(0);
            }
        }
        """;

    private static readonly ProjectFacts Executable = new() { AssemblyName = "Shop", RootNamespace = "Shop", IsExecutable = true };

    [Theory]
    [InlineData("Shop", false)]
    [InlineData("Shop", true)]
    [InlineData("", true)]
    public void The_generated_entry_point_compiles_and_is_the_one_the_compiler_finds(string rootNamespace, bool hosting)
    {
        var source = MainSource.Render(Executable with { RootNamespace = rootNamespace, HasHosting = hosting })!;
        var compilation = Compile(source.Text, hosting ? Host : "");
        Assert.Empty(compilation.GetDiagnostics());
        Assert.Equal("ServerlessProgram", EntryPoint.Own(compilation, default)!.ContainingType.Name);
        Assert.True(EntryPoint.StartsFunctions(compilation, default));
    }

    [Fact]
    public void Without_the_host_the_generated_entry_point_does_not_name_it() =>
        Assert.DoesNotContain("Hosting", MainSource.Render(Executable)!.Text, StringComparison.Ordinal);

    [Fact]
    public void A_library_gets_no_entry_point() =>
        Assert.Null(MainSource.Render(Executable with { IsExecutable = false }));

    [Fact]
    public void A_program_with_an_entry_point_gets_no_second_one() =>
        Assert.Null(MainSource.Render(Executable with { HasOwnMain = true }));

    [Theory]
    [InlineData("return Serverless.Runtime.ServerlessRuntime.Run(args);")]
    [InlineData("Start(); static void Start() => Serverless.Runtime.ServerlessRuntime.Run([]);")]
    [InlineData("return await Serverless.Hosting.ServerlessHost.RunAsync(args);")]
    [InlineData("System.Func<string[], int> run = Serverless.Runtime.ServerlessRuntime.Run; run(args);")]
    public void A_program_that_starts_the_loop_or_the_host_is_recognised(string body) =>
        Assert.True(EntryPoint.StartsFunctions(Compile(body, Host), default));

    [Theory]
    [InlineData("System.Console.WriteLine(args.Length);")]
    [InlineData("System.Console.WriteLine(\"Serverless.Runtime.ServerlessRuntime.Run\");")]
    [InlineData("ServerlessRuntime.Run(); static class ServerlessRuntime { public static void Run() { } }")]
    public void A_program_that_only_looks_like_it_is_not(string body)
    {
        var compilation = Compile(body, Host);
        Assert.NotNull(EntryPoint.Own(compilation, default));
        Assert.False(EntryPoint.StartsFunctions(compilation, default));
    }

    [Fact]
    public void A_library_and_a_program_without_a_Main_have_no_entry_point()
    {
        Assert.Null(EntryPoint.Own(Compile("class C { static void Main() { } }", "").WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)), default));
        Assert.Null(EntryPoint.Own(Compile("class C { }", ""), default));
    }

    private static CSharpCompilation Compile(string source, string more) => CSharpCompilation.Create(
        "Shop",
        [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText(more)],
        [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(Serverless.Runtime.FunctionTable).Assembly.Location)],
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
}
