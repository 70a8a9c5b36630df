namespace Serverless.Build.Tests;

/// <summary>When declarations are faulty, or the assembly is not what the step knows, nothing on disk changes.</summary>
public sealed class FaultTests
{
    private static readonly (string, string)[] Files = [("template_json", ArtifactSource.Template(timeout: 20))];

    [Fact]
    public async Task Faults_of_declarations_stop_the_build_with_their_own_ids_every_time_and_change_no_file()
    {
        using var project = new ShopProject().WithArtifacts(("template_json", ArtifactSource.Template()));
        (await project.BuildAsync()).MustSucceed();
        var before = project.Times();
        project.WithSource(ArtifactSource.Of("1", "SVLS2004\tM:Shop.Orders.GetOrder\t'@Tabel' is not declared\nSVLS2004\tShop.Orders.List\t'@Tabel' is not declared", Files));

        var first = (await project.BuildAsync()).MustFailWith("SVLS2004");
        var second = (await project.BuildAsync()).MustFailWith("SVLS2004");

        Assert.Equal(2, second.Errors.Count);
        Assert.Contains("Shop.csproj : error SVLS2004: Shop.Orders.GetOrder: '@Tabel' is not declared (https://", string.Join("\n", first.Errors), StringComparison.Ordinal);
        Assert.Contains("/20xx/SVLS2004.md)", first.Output, StringComparison.Ordinal);
        Assert.Equal(before, project.Times());

        project.WithSource(ArtifactSource.Of("1", "", Files));
        (await project.BuildAsync()).MustSucceed();
        Assert.Contains("\"Timeout\": 20", project.Read(ShopProject.Output + "/template.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_file_is_reported_in_that_file()
    {
        using var project = new ShopProject();
        project.Write("resources.json", "{");
        project.WithSource(ArtifactSource.Of("1", $"SVLS2701\t{project.FullPath("resources.json")}\tA quoted member name is expected", Files));

        var build = (await project.BuildAsync()).MustFailWith("SVLS2701");

        Assert.Contains("resources.json : error SVLS2701: A quoted member name is expected", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limit_of_templates_stops_only_builds_that_write_one()
    {
        using var project = new ShopProject().WithSource(
            ArtifactSource.Of("1", "SVLS2702\tShop\t512 resources, 500 are allowed", [.. Files, ("policies__Hello_json", ArtifactSource.Policy)]));

        (await project.BuildAsync()).MustFailWith("SVLS2702");
        Assert.False(project.Exists(ShopProject.Output));

        (await project.BuildAsync("-p:ServerlessArtifacts=policies")).MustSucceed();
        Assert.Equal(["policies/Hello.json"], project.Artifacts());
    }

    [Theory]
    [InlineData("internal static string Format => \"2\";", "SVLSB004")]
    [InlineData("internal static string Format => \"1\"; internal static string policies__A_json => System.IO.Path.PathSeparator.ToString();", "SVLSB006")]
    [InlineData("internal static string Format => \"1\"; internal static string policies____A_json => \"\";", "SVLSB006")]
    [InlineData("internal static string Format => \"1\"; internal static string __etc__passwd => \"\";", "SVLSB006")]
    [InlineData("internal static string Format => \"1\"; } } namespace Other { internal static class ServerlessArtifacts { internal static string Format => \"1\";", "SVLSB006")]
    public async Task An_artifact_class_that_is_not_the_generators_is_refused(string members, string id)
    {
        using var project = new ShopProject().WithSource($$"""namespace Shop { internal static class ServerlessArtifacts { {{members}} } }""");

        (await project.BuildAsync()).MustFailWith(id);

        Assert.False(project.Exists(ShopProject.Output));
    }
}
