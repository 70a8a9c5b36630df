using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Analyzers.Generators;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Artifacts;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.Generators;

public sealed class ServerlessGeneratorTests
{
    private const string Orders = """
        using Serverless;
        namespace Shop;
        public sealed class Orders
        {
            [ServerlessFunction] public int Count() => 1;
        }
        """;

    [Fact]
    public void The_artifact_class_stands_in_the_root_namespace_with_its_format()
    {
        var run = GeneratorRun.Of(TestProject.Of(Orders).WithProperty("RootNamespace", "Acme.Shop"));

        var type = Assert.Single(run.Output.GetSymbolsWithName("ServerlessArtifacts").OfType<INamedTypeSymbol>());
        Assert.Equal(("Acme.Shop.ServerlessArtifacts", true, Accessibility.Internal), (type.ToDisplayString(), type.IsStatic, type.DeclaredAccessibility));
        Assert.Equal("1", ArtifactClassReader.Property(run.Output, "Format"));
        Assert.Equal("", run.Faults);
        Assert.StartsWith("{", run.Artifact("template.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_root_namespace_the_name_of_the_assembly_is_taken_as_one()
    {
        var project = TestProject.Of(Orders).WithProperty("RootNamespace", "") with { AssemblyName = "my-shop.2go" };

        Assert.Equal("my_shop._2go", GeneratorRun.Of(project).Application.Project.RootNamespace);
    }

    [Fact]
    public void A_test_project_gets_nothing_and_hears_nothing()
    {
        var project = TestProject.Of("using Serverless; public sealed class Orders { [ServerlessFunction(MemorySize = 1)] public int Count() => 1; }").WithProperty("IsTestProject", "true");

        Assert.Empty(GeneratorRun.Of(project).Files);
    }

    [Fact]
    public async Task A_test_project_has_no_faults() =>
        await DeclarationFaults.Verify(TestProject.Of("using Serverless; public sealed class Orders { [ServerlessFunction(MemorySize = 1)] public int Count() => 1; }").WithProperty("IsTestProject", "true"));

    [Fact]
    public void A_project_that_only_references_us_gets_nothing() => Assert.Empty(GeneratorRun.Of("namespace Shop; public sealed class Plain { public int Count() => 1; }").Files);

    [Fact]
    public void Error_faults_are_carried_and_warnings_are_not()
    {
        var run = GeneratorRun.Of("""
            using Serverless;
            namespace Shop;
            public sealed class Orders
            {
                [ServerlessFunction(MemorySize = 1, Role = "arn:aws:iam::123456789012:role/orders"), Allow("dynamodb:GetItem", On = "*")]
                public int Count() => 1;
            }
            """);

        Assert.Contains(run.Application.Faults, static f => f.RuleId == RuleIds.GrantBesideRole);
        Assert.Equal("SVLS2001\tM:Shop.Orders.Count\tMemorySize is 1; AWS accepts 128 to 10,240 MB", run.Faults);
    }

    [Fact]
    public void A_silenced_fault_is_carried_all_the_same()
    {
        var project = TestProject.Of("""
            #pragma warning disable SVLS2001
            using Serverless;
            namespace Shop;
            public sealed class Orders { [ServerlessFunction(MemorySize = 1)] public int Count() => 1; }
            """);

        Assert.StartsWith("SVLS2001\t", GeneratorRun.Of(project).Faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData("two\nlines\n")]
    [InlineData("\"\"\" and \"\"\"\" quotes\nnext")]
    [InlineData("\\ tab\t quote\" {{x}} ${y}")]
    [InlineData("\n")]
    public void The_text_of_an_artifact_survives_the_literal(string text)
    {
        var source = ArtifactClass.Render("Shop", [new Artifact("policies/A.json", text)], "", "\"a\", \"1\"");
        var compilation = TestProject.Of("class A;").Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, path: "ServerlessArtifacts.g.cs"));

        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        Assert.Equal(text, ArtifactClassReader.Property(compilation, "policies__A_json"));
    }

    [Fact]
    public void An_application_that_cannot_be_rendered_carries_a_fault_instead_of_throwing()
    {
        var broken = new Application
        {
            Project = new ProjectFacts { AssemblyName = "Shop", RootNamespace = "Shop" },
            Functions = EquatableArray.Of<Function>([null!]),
        };

        var file = Rendering.Render(broken, CancellationToken.None)[0];

        Assert.Equal("ServerlessArtifacts.g.cs", file.HintName);
        Assert.Contains("SVLS2000", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_is_cancelled_and_the_next_one_is_complete()
    {
        var project = TestProject.Of(Orders);
        var compilation = project.Compile();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var driver = GeneratorRun.Driver(project);

        Assert.ThrowsAny<OperationCanceledException>(() => driver.RunGenerators(compilation, cancelled.Token));

        Assert.NotEmpty(driver.RunGenerators(compilation).GetRunResult().GeneratedTrees);
    }

    [Fact]
    public void A_changed_property_or_fragment_opens_the_gate()
    {
        var project = TestProject.Of(Orders).WithFragment("""{ "Resources": {} }""");
        var compilation = project.Compile();
        var driver = GeneratorRun.Driver(project).RunGenerators(compilation);

        var moved = driver.WithUpdatedAnalyzerConfigOptions(project.WithProperty("RuntimeIdentifier", "linux-x64").Options).RunGenerators(compilation);
        var merged = driver.ReplaceAdditionalTexts([new TestFile("/shop/resources.json", """{ "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""", isTemplate: true)]).RunGenerators(compilation);

        Assert.Contains("x86_64", Carrier(moved), StringComparison.Ordinal);
        Assert.Contains("AWS::SQS::Queue", Carrier(merged), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_equal_compilations_yield_two_equal_models()
    {
        var project = TestProject.Of(Orders);

        Assert.Equal(GeneratorRun.ReadModel(project), GeneratorRun.ReadModel(project));
    }

    private static string Carrier(GeneratorDriver driver) => driver.GetRunResult().Results[0].GeneratedSources.Single(static s => s.HintName == "ServerlessArtifacts.g.cs").SourceText.ToString();
}
