using Serverless.Testing.Builds;

namespace Serverless.Build.Tests;

/// <summary>The template among the user's sources, for `sam build`.</summary>
public sealed class TemplatePathTests
{
    private const string AtRoot = "<ServerlessTemplatePath>template.json</ServerlessTemplatePath>";

    private static (string, string) Template(int timeout = 10) => ("template_json", ArtifactSource.Template(timeout: timeout));

    [Fact]
    public async Task It_deploys_the_project_folder_and_is_not_touched_by_builds_that_change_nothing()
    {
        using var project = new ShopProject("<ServerlessTemplatePath>infra/template.json</ServerlessTemplatePath>").WithArtifacts(Template());

        (await project.BuildAsync()).MustSucceed();

        Assert.Contains("\"CodeUri\": \"..\"", project.Read("infra/template.json"), StringComparison.Ordinal);
        Assert.Contains("\"CodeUri\": \"../publish\"", project.Read(ShopProject.Output + "/template.json"), StringComparison.Ordinal);
        var time = File.GetLastWriteTimeUtc(project.FullPath("infra/template.json"));
        var second = (await project.BuildAsync("-v:normal")).MustSucceed();
        Assert.Contains("Skipping target \"ServerlessWrite\"", second.Output, StringComparison.Ordinal);
        Assert.Equal(time, File.GetLastWriteTimeUtc(project.FullPath("infra/template.json")));
    }

    [Fact]
    public async Task A_fresh_clone_updates_it_whatever_version_control_did_to_line_ends()
    {
        using var project = new ShopProject(AtRoot).WithArtifacts(Template());
        (await project.BuildAsync()).MustSucceed();
        Directory.Delete(project.FullPath("obj"), recursive: true);
        Directory.Delete(project.FullPath("bin"), recursive: true);
        project.Write("template.json", project.Read("template.json").Replace("\n", "\r\n", StringComparison.Ordinal));
        project.WithArtifacts(Template(timeout: 20));

        (await project.Folder.DotnetAsync("build", "Shop.csproj", "-nologo")).MustSucceed();

        Assert.Contains("\"Timeout\": 20", project.Read("template.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Resources\": {} }")]
    [InlineData("# by hand\nResources: {}\n")]
    [InlineData("")]
    public async Task A_file_written_by_hand_is_never_replaced_and_nothing_else_is_written(string text)
    {
        using var project = new ShopProject(AtRoot).WithArtifacts(Template());
        project.Write("template.json", text);

        (await project.BuildAsync()).MustFailWith("SVLSB002");

        Assert.Equal(text, project.Read("template.json"));
        Assert.False(project.Exists(ShopProject.Output));
    }

    [Fact]
    public async Task An_edit_by_hand_is_never_lost()
    {
        using var project = new ShopProject(AtRoot).WithArtifacts(Template());
        (await project.BuildAsync()).MustSucceed();
        var edited = project.Read("template.json").Replace("\"Timeout\": 10", "\"Timeout\": 11", StringComparison.Ordinal);
        project.Write("template.json", edited);

        (await project.BuildAsync()).MustFailWith("SVLSB002");

        Assert.Equal(edited, project.Read("template.json"));
        project.Delete("template.json");
        (await project.BuildAsync()).MustSucceed();
        Assert.Contains("\"Timeout\": 10", project.Read("template.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_projects_cannot_share_one()
    {
        using var folder = new ScratchFolder();
        const string shared = "<ServerlessTemplatePath>../template.json</ServerlessTemplatePath>";
        using var first = new ShopProject(shared, folder, "first").WithArtifacts(Template());
        using var second = new ShopProject(shared, folder, "second").WithArtifacts(Template(timeout: 20));
        (await first.BuildAsync()).MustSucceed();
        var text = folder.Read("template.json");

        (await second.BuildAsync()).MustFailWith("SVLSB001");

        Assert.Equal(text, folder.Read("template.json"));
    }

    [Fact]
    public async Task It_survives_clean_moves_with_the_property_and_goes_with_the_last_function()
    {
        using var project = new ShopProject(AtRoot).WithArtifacts(Template());
        (await project.BuildAsync()).MustSucceed();
        (await project.RunAsync("clean")).MustSucceed();
        Assert.True(project.Exists("template.json"));

        (await project.BuildAsync()).MustSucceed();
        (await project.BuildAsync("-p:ServerlessTemplatePath=serverless.template")).MustSucceed();
        Assert.False(project.Exists("template.json"));
        Assert.True(project.Exists("serverless.template"));

        project.Delete("ServerlessArtifacts.cs");
        (await project.BuildAsync("-p:ServerlessTemplatePath=serverless.template")).MustSucceed();
        Assert.False(project.Exists("serverless.template"));
    }

    [Fact]
    public async Task Metadata_of_the_user_is_kept_beside_the_mark()
    {
        using var project = new ShopProject(AtRoot).WithArtifacts(("template_json", "{ \"Metadata\": { \"Team\": \"Shop\" }, \"Resources\": {} }"));

        (await project.BuildAsync()).MustSucceed();
        project.WithArtifacts(("template_json", "{ \"Metadata\": { \"Team\": \"Shipping\" }, \"Resources\": {} }"));
        (await project.BuildAsync()).MustSucceed();

        Assert.Contains("\"Team\": \"Shipping\"", project.Read("template.json"), StringComparison.Ordinal);
        Assert.Contains("\"Serverless.Analyzers\"", project.Read("template.json"), StringComparison.Ordinal);
    }
}
