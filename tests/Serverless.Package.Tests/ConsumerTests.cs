using System.Text.Json;
using Serverless.Testing.Builds;

namespace Serverless.Package.Tests;

/// <summary>What adding the package to a project brings about.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackedPackages packages)
{
    private string Reference => $"""<PackageReference Include="Serverless.Analyzers" Version="{packages.Version}" />""";

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task A_class_library_gets_squiggles_a_template_a_policy_and_what_the_managed_runtime_needs(string framework)
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Shop.csproj", framework, Reference);
        folder.Write("Orders.cs", Consumer.Handler);

        var build = (await folder.DotnetAsync("build", "-nologo")).MustSucceed();

        Assert.Contains("SVLS0101", build.Rules());
        Assert.Contains("SVLS0301", build.Rules());
        var output = $"bin/Debug/{framework}";
        Assert.Equal([".owner", "openapi/ShopApi.json", "policies/OrdersGetOrder.json", "template.json"], folder.Files(output + "/serverless").Except(["application.json"]));
        Assert.Subset(folder.Files(output).ToHashSet(), new HashSet<string> { "Shop.dll", "Shop.runtimeconfig.json", "Shop.deps.json", "Serverless.Annotations.dll", "Serverless.Runtime.dll" });

        var function = Resource(folder.Read(output + "/serverless/template.json"), "OrdersGetOrder");
        Assert.Equal("../publish", function.GetProperty("CodeUri").GetString());
        Assert.Equal("Shop::Shop.Orders_Handlers::GetOrder", function.GetProperty("Handler").GetString());
        Assert.Equal(framework == "net8.0" ? "dotnet8" : "dotnet10", function.GetProperty("Runtime").GetString());
        Assert.Contains("dynamodb:GetItem", folder.Read(output + "/serverless/policies/OrdersGetOrder.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateAssets_keep_the_build_step_and_the_analyzers_of_the_project_itself()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Shop.csproj", "net10.0", $"""<PackageReference Include="Serverless.Analyzers" Version="{packages.Version}" PrivateAssets="all" />""");
        folder.Write("Orders.cs", Consumer.Handler);

        var build = (await folder.DotnetAsync("build", "-nologo")).MustSucceed();

        Assert.Contains("SVLS0101", build.Rules());
        Assert.True(folder.Exists("bin/Debug/net10.0/serverless/template.json"));
    }

    [Fact]
    public async Task Central_package_management_works()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
                <NoWarn>$(NoWarn);NU1507</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Serverless.Analyzers" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        folder.WriteProject("Shop.csproj", "net10.0", """<PackageReference Include="Serverless.Analyzers" />""");
        folder.Write("Orders.cs", Consumer.Handler);

        var build = (await folder.DotnetAsync("build", "-nologo")).MustSucceed();

        Assert.Contains("SVLS0101", build.Rules());
        Assert.True(folder.Exists("bin/Debug/net10.0/serverless/template.json"));
    }

    /// <summary>The test project holds the same hazards in its own code, and sees our package only through the reference.</summary>
    [Fact]
    public async Task A_test_project_that_references_the_functions_stays_silent_and_an_application_does_not()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("shop/Shop.csproj", "net10.0", Reference);
        folder.Write("shop/Orders.cs", Consumer.Handler);
        var own = Consumer.Handler.Replace("namespace Shop;", "namespace Other;", StringComparison.Ordinal);
        folder.WriteProject("tests/Shop.Tests.csproj", "net10.0", """<ProjectReference Include="../shop/Shop.csproj" />""", "<IsTestProject>true</IsTestProject>");
        folder.Write("tests/Orders.cs", own);
        folder.WriteProject("more/More.csproj", "net10.0", """<ProjectReference Include="../shop/Shop.csproj" />""");
        folder.Write("more/Orders.cs", own);

        var tests = (await folder.DotnetAsync("build", "tests", "-nologo")).MustSucceed();
        var more = (await folder.DotnetAsync("build", "more", "-nologo")).MustSucceed();

        Assert.DoesNotContain(tests.Warnings, static line => line.Contains("Shop.Tests.csproj", StringComparison.Ordinal));
        Assert.Contains(tests.Warnings, static line => line.Contains("Shop.csproj", StringComparison.Ordinal) && line.Contains("SVLS0101", StringComparison.Ordinal));
        Assert.False(folder.Exists("tests/bin/Debug/net10.0/serverless"));
        Assert.Contains(more.Warnings, static line => line.Contains("More.csproj", StringComparison.Ordinal) && line.Contains("SVLS0101", StringComparison.Ordinal));
        Assert.True(folder.Exists("more/bin/Debug/net10.0/serverless/template.json"));
        Assert.False(folder.Exists("more/bin/Debug/net10.0/More.runtimeconfig.json"));
    }

    [Fact]
    public async Task Code_without_functions_gets_no_diagnostics_no_generated_code_and_no_folder()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Tool.csproj", "net10.0", Reference, "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>");
        folder.Write("Tool.cs", "public static class Tool { private static int s_count; public static int Next() => ++s_count; }");

        var build = (await folder.DotnetAsync("build", "-nologo")).MustSucceed();

        Assert.Empty(build.Warnings);
        Assert.Empty(folder.Files("obj/Debug/net10.0/generated/Serverless.Analyzers"));
        Assert.False(folder.Exists("bin/Debug/net10.0/serverless"));
    }

    [Fact]
    public async Task A_faulty_declaration_fails_the_build_even_when_the_analyzer_is_silenced()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Shop.csproj", "net10.0", Reference);
        folder.Write("Orders.cs", Consumer.Handler.Replace("\"arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders\"", "\"@Nowhere\"", StringComparison.Ordinal));
        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SVLS2004.severity = none\n");

        var build = (await folder.DotnetAsync("build", "-nologo")).MustFailWith("SVLS2004");

        Assert.Contains("Shop.csproj : error SVLS2004", string.Join('\n', build.Errors), StringComparison.Ordinal);
        Assert.False(folder.Exists("bin/Debug/net10.0/serverless"));
    }

    [Theory]
    [InlineData("None", false, false)]
    [InlineData("Default", true, false)]
    [InlineData("Recommended", true, true)]
    [InlineData("recommended", true, true)]
    [InlineData("All", true, true)]
    public async Task The_analysis_mode_sets_what_the_hazard_rules_report(string mode, bool warns, bool warnsOfInformation)
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Shop.csproj", "net10.0", Reference);
        folder.Write("Orders.cs", Consumer.Handler);
        // A visible static that nobody writes is information, one that a handler writes a warning.
        folder.Write("Cache.cs", """
            public sealed class Mail
            {
                public static string Sender = "shop";
                [Serverless.ServerlessHandler] public string Send() => Sender;
            }
            """);

        var build = (await folder.DotnetAsync("build", "-nologo", $"-p:ServerlessAnalysisMode={mode}")).MustSucceed();

        Assert.Equal(warns, build.Rules().Contains("SVLS0101"));
        Assert.Equal(warnsOfInformation, build.Rules().Contains("SVLS0105"));
    }

    [Fact]
    public async Task An_editorconfig_wins_over_the_analysis_mode()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Shop.csproj", "net10.0", Reference);
        folder.Write("Orders.cs", Consumer.Handler);
        folder.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.SVLS0301.severity = warning\n");

        var build = (await folder.DotnetAsync("build", "-nologo", "-p:ServerlessAnalysisMode=None")).MustSucceed();

        Assert.Contains("SVLS0301", build.Rules());
        Assert.DoesNotContain("SVLS0101", build.Rules());
    }

    [Fact]
    public async Task A_mode_that_does_not_exist_is_a_warning()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Shop.csproj", "net10.0", Reference);
        folder.Write("Orders.cs", Consumer.Handler);

        var build = (await folder.DotnetAsync("build", "-nologo", "-p:ServerlessAnalysisMode=Strict")).MustSucceed();

        Assert.Contains("SVLSB008", build.Output, StringComparison.Ordinal);
        Assert.Contains("SVLS0101", build.Rules());
    }

    private static JsonElement Resource(string template, string id) =>
        JsonDocument.Parse(template).RootElement.GetProperty("Resources").GetProperty(id).GetProperty("Properties");
}
