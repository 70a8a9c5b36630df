namespace Serverless.Build.Tests;

/// <summary>What a build writes when nothing is there yet.</summary>
public sealed class FirstBuildTests
{
    [Fact]
    public async Task Every_artifact_becomes_a_file_and_the_build_says_so()
    {
        using var project = new ShopProject().WithArtifacts(
            ("template_json", ArtifactSource.Template()), ("policies__Hello_json", ArtifactSource.Policy), ("statemachines__Pipeline_asl_json", "{ \"States\": {} }"));

        var build = (await project.BuildAsync()).MustSucceed();

        Assert.Equal(["policies/Hello.json", "statemachines/Pipeline.asl.json", "template.json"], project.Artifacts());
        Assert.Equal(ArtifactSource.Policy, project.Read(ShopProject.Output + "/policies/Hello.json"));
        foreach (var file in project.Artifacts())
            Assert.Contains($"Shop -> {project.FullPath(ShopProject.Output)}/{file}", build.Output, StringComparison.Ordinal);
        Assert.Empty(build.Warnings);
    }

    [Fact]
    public async Task The_template_deploys_the_publish_folder()
    {
        using var project = new ShopProject().WithArtifacts(("template_json", ArtifactSource.Template()));

        (await project.BuildAsync()).MustSucceed();

        Assert.Equal(ArtifactSource.Template().Replace("{CodeUri}", "../publish", StringComparison.Ordinal), project.Read(ShopProject.Output + "/template.json"));
    }

    [Fact]
    public async Task Release_code_and_properties_with_bodies_are_read_as_well()
    {
        using var project = new ShopProject().WithSource("""
            namespace Shop;
            internal static class ServerlessArtifacts
            {
                internal static string Format { get { return "1"; } }
                internal static string Faults { get { return ""; } }
                internal static string application_json { get { return "{}"; } }
                internal static string policies__A_json => "[1]";
            }
            """);

        (await project.BuildAsync("-c", "Debug")).MustSucceed();
        (await project.BuildAsync("-c", "Release")).MustSucceed();

        foreach (var configuration in new[] { "Debug", "Release" })
        {
            Assert.Equal("{}", project.Read($"bin/{configuration}/net10.0/serverless/application.json"));
            Assert.Equal("[1]", project.Read($"bin/{configuration}/net10.0/serverless/policies/A.json"));
        }
    }

    [Fact]
    public async Task A_project_without_functions_gets_no_folder()
    {
        using var project = new ShopProject();

        (await project.BuildAsync()).MustSucceed();

        Assert.False(project.Exists(ShopProject.Output));
    }

    [Fact]
    public async Task A_class_of_the_user_that_only_has_the_name_is_none_of_ours()
    {
        using var project = new ShopProject().WithSource("namespace Shop; internal static class ServerlessArtifacts { internal static string My_text => 1 + \"\"; }");

        (await project.BuildAsync()).MustSucceed();

        Assert.False(project.Exists(ShopProject.Output));
    }

    [Fact]
    public async Task A_design_time_build_writes_nothing()
    {
        using var project = new ShopProject().WithArtifacts(("template_json", ArtifactSource.Template()));

        (await project.BuildAsync("-p:DesignTimeBuild=true")).MustSucceed();

        Assert.True(project.Exists("bin/Debug/net10.0/Shop.dll"));
        Assert.False(project.Exists(ShopProject.Output));
    }

    [Fact]
    public async Task A_test_project_writes_nothing()
    {
        using var project = new ShopProject("<IsTestProject>true</IsTestProject>").WithArtifacts(("template_json", ArtifactSource.Template()));

        (await project.BuildAsync()).MustSucceed();

        Assert.False(project.Exists(ShopProject.Output));
    }
}
