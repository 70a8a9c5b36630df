using Serverless.Testing.Builds;

namespace Serverless.Build.Tests;

/// <summary>Folders have one owner, and what the file system refuses is said clearly and loses nothing.</summary>
public sealed class OwnershipTests
{
    private static readonly (string, string) Template = ("template_json", ArtifactSource.Template());
    private static readonly (string, string) Policy = ("policies__Hello_json", ArtifactSource.Policy);

    [Fact]
    public async Task Two_projects_with_one_folder_are_refused_until_the_first_is_gone()
    {
        using var folder = new ScratchFolder();
        using var first = new ShopProject("<ServerlessOutputPath>../out</ServerlessOutputPath>", folder, "first").WithArtifacts(Template);
        using var second = new ShopProject("<ServerlessOutputPath>../out</ServerlessOutputPath>", folder, "second").WithArtifacts(Template, Policy);
        (await first.BuildAsync()).MustSucceed();
        var before = folder.Times("out");

        var refused = (await second.BuildAsync()).MustFailWith("SVLSB001");

        Assert.Contains(first.FullPath("Shop.csproj"), refused.Output, StringComparison.Ordinal);
        Assert.Equal(before, folder.Times("out"));
        (await second.RunAsync("clean")).MustSucceed();
        Assert.Equal(before, folder.Times("out"));

        Directory.Delete(folder["first"], recursive: true);
        (await second.BuildAsync()).MustSucceed();
        Assert.Equal([".owner", "policies/Hello.json", "template.json"], folder.Files("out"));
    }

    [Fact]
    public async Task A_project_that_was_moved_with_its_output_still_owns_it()
    {
        using var folder = new ScratchFolder();
        using var project = new ShopProject("", folder, "old").WithArtifacts(Template, Policy);
        (await project.BuildAsync()).MustSucceed();
        Directory.Move(folder["old"], folder["new"]);
        folder.Write("new/ServerlessArtifacts.cs", ArtifactSource.Of(Template));

        (await folder.DotnetAsync("build", "new/Shop.csproj", "-nologo")).MustSucceed();

        Assert.Equal([".owner", "template.json"], folder.Files("new/" + ShopProject.Output));
    }

    [Fact]
    public async Task A_file_written_by_hand_in_the_chosen_folder_is_never_replaced()
    {
        using var project = new ShopProject("<ServerlessOutputPath>deploy</ServerlessOutputPath>").WithArtifacts(Policy, Template);
        project.Write("deploy/template.json", "{ \"mine\": true }");

        (await project.BuildAsync()).MustFailWith("SVLSB002");

        Assert.Equal("{ \"mine\": true }", project.Read("deploy/template.json"));
        Assert.Equal(["template.json"], project.Folder.Files("deploy"));
    }

    [Fact]
    public async Task A_file_where_the_folder_must_be_is_a_clear_error()
    {
        using var project = new ShopProject("<ServerlessOutputPath>deploy</ServerlessOutputPath>").WithArtifacts(Template);
        project.Write("deploy", "a file");

        var build = (await project.BuildAsync()).MustFailWith("SVLSB005");

        Assert.Contains("deploy : error SVLSB005", build.Output, StringComparison.Ordinal);
        Assert.Equal("a file", project.Read("deploy"));
    }

    [Fact]
    public async Task When_one_file_cannot_be_written_none_is_changed()
    {
        using var project = new ShopProject().WithArtifacts(Template);
        (await project.BuildAsync()).MustSucceed();
        var before = project.Times();
        var text = project.Read(ShopProject.Output + "/template.json");
        project.Write(ShopProject.Output + "/policies", "a file where a folder must be");
        project.WithArtifacts(("template_json", ArtifactSource.Template(timeout: 20)), ("application_json", "{}"), Policy);

        (await project.BuildAsync()).MustFailWith("SVLSB005");

        Assert.Equal(text, project.Read(ShopProject.Output + "/template.json"));
        Assert.Equal([.. before.Keys.Order(StringComparer.Ordinal), "policies"], project.Folder.Files(ShopProject.Output).OrderBy(static file => file == "policies").ThenBy(static file => file, StringComparer.Ordinal));

        project.Delete(ShopProject.Output + "/policies");
        (await project.BuildAsync()).MustSucceed();
        Assert.Equal(["application.json", "policies/Hello.json", "template.json"], project.Artifacts());
    }

    [Fact]
    public async Task A_read_only_file_is_a_clear_error_and_stays_as_it_is()
    {
        using var project = new ShopProject().WithArtifacts(Template, Policy);
        (await project.BuildAsync()).MustSucceed();
        var template = project.FullPath(ShopProject.Output + "/template.json");
        var text = File.ReadAllText(template);
        File.SetAttributes(template, FileAttributes.ReadOnly);
        project.WithArtifacts(("template_json", ArtifactSource.Template(timeout: 20)), ("policies__Hello_json", "[]"));

        (await project.BuildAsync()).MustFailWith("SVLSB005");

        File.SetAttributes(template, FileAttributes.Normal);
        Assert.Equal(text, File.ReadAllText(template));
        Assert.Equal(ArtifactSource.Policy, project.Read(ShopProject.Output + "/policies/Hello.json"));
    }

    /// <summary>Root may write where the permissions say no; the kernel's own file system refuses even root.</summary>
    [Fact]
    public async Task A_read_only_place_is_a_clear_error()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var project = new ShopProject("<ServerlessOutputPath>/sys/serverless</ServerlessOutputPath>").WithArtifacts(Template);

        var build = (await project.BuildAsync()).MustFailWith("SVLSB005");

        Assert.Contains("/sys/serverless : error SVLSB005", build.Output, StringComparison.Ordinal);
    }
}
