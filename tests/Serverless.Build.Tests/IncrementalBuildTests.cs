namespace Serverless.Build.Tests;

/// <summary>What later builds touch: as little as possible, and nothing that is not ours.</summary>
public sealed class IncrementalBuildTests
{
    private static ShopProject Shop() => new ShopProject().WithArtifacts(
        ("template_json", ArtifactSource.Template()), ("policies__Hello_json", ArtifactSource.Policy), ("policies__Bye_json", ArtifactSource.Policy));

    [Fact]
    public async Task Nothing_changed_nothing_is_written()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        var before = project.Times();

        var second = (await project.BuildAsync("-v:normal")).MustSucceed();
        (await project.BuildAsync()).MustSucceed();

        Assert.Contains("Skipping target \"ServerlessWrite\"", second.Output, StringComparison.Ordinal);
        Assert.Equal(4, before.Count);
        Assert.Equal(before, project.Times());
    }

    [Fact]
    public async Task An_edit_in_a_method_body_leaves_every_file_alone()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        var before = project.Times();
        var assembly = File.GetLastWriteTimeUtc(project.FullPath("obj/Debug/net10.0/Shop.dll"));
        project.Write("Program.cs", "return 8;\n");

        (await project.BuildAsync()).MustSucceed();

        Assert.NotEqual(assembly, File.GetLastWriteTimeUtc(project.FullPath("obj/Debug/net10.0/Shop.dll")));
        Assert.Equal(before, project.Times());
    }

    [Fact]
    public async Task An_edit_of_a_declaration_rewrites_the_files_it_concerns()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        var before = project.Times();
        project.WithArtifacts(("template_json", ArtifactSource.Template(timeout: 20)), ("policies__Hello_json", ArtifactSource.Policy), ("policies__Bye_json", ArtifactSource.Policy));

        (await project.BuildAsync()).MustSucceed();

        Assert.Contains("\"Timeout\": 20", project.Read(ShopProject.Output + "/template.json"), StringComparison.Ordinal);
        Assert.Equal(["template.json"], project.Times().Where(file => before[file.Key] != file.Value).Select(static file => file.Key));
    }

    [Fact]
    public async Task An_artifact_that_vanished_takes_its_file_along_and_no_other()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        project.Write(ShopProject.Output + "/policies/notes.txt", "mine");
        project.WithArtifacts(("template_json", ArtifactSource.Template()), ("policies__Hello_json", ArtifactSource.Policy));

        (await project.BuildAsync()).MustSucceed();

        Assert.Equal(["policies/Hello.json", "policies/notes.txt", "template.json"], project.Artifacts());
    }

    [Fact]
    public async Task The_last_function_takes_the_folder_along()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        project.Delete("ServerlessArtifacts.cs");

        (await project.BuildAsync()).MustSucceed();

        Assert.False(project.Exists(ShopProject.Output));
    }

    [Fact]
    public async Task A_vanished_artifact_is_removed_even_when_obj_was_deleted_meanwhile()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        Directory.Delete(project.FullPath("obj"), recursive: true);
        project.WithArtifacts(("template_json", ArtifactSource.Template()));

        (await project.Folder.DotnetAsync("build", "Shop.csproj", "-nologo")).MustSucceed();

        Assert.Equal(["template.json"], project.Artifacts());
    }

    [Fact]
    public async Task Files_that_were_deleted_or_edited_are_restored_and_the_others_stay()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        var before = project.Times();
        project.Delete(ShopProject.Output + "/policies/Bye.json");
        project.Write(ShopProject.Output + "/policies/Hello.json", "{ \"Statement\": \"edited\" }");

        (await project.BuildAsync()).MustSucceed();

        Assert.Equal(ArtifactSource.Policy, project.Read(ShopProject.Output + "/policies/Bye.json"));
        Assert.Equal(ArtifactSource.Policy, project.Read(ShopProject.Output + "/policies/Hello.json"));
        Assert.Equal(before["template.json"], project.Times()["template.json"]);
    }

    [Fact]
    public async Task Code_that_does_not_compile_changes_no_file()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        var before = project.Times();
        project.WithArtifacts(("template_json", ArtifactSource.Template(timeout: 20)));
        project.Write("Program.cs", "return nothing;\n");

        (await project.BuildAsync()).MustFailWith("CS0103");

        Assert.Equal(before, project.Times());
    }

    [Fact]
    public async Task Clean_removes_what_was_written_and_nothing_else()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();
        (await project.RunAsync("clean")).MustSucceed();
        Assert.False(project.Exists(ShopProject.Output));
        Assert.DoesNotContain(project.Folder.Files("obj/Debug/net10.0"), static file => file.Contains("serverless", StringComparison.Ordinal));

        (await project.BuildAsync()).MustSucceed();
        project.Write(ShopProject.Output + "/notes.txt", "mine");
        (await project.RunAsync("clean")).MustSucceed();

        Assert.Equal(["notes.txt"], project.Artifacts());
    }

    [Fact]
    public async Task A_property_is_an_input_too()
    {
        using var project = Shop();
        (await project.BuildAsync()).MustSucceed();

        (await project.BuildAsync("-p:ServerlessArtifacts=policies")).MustSucceed();
        Assert.Equal(["policies/Bye.json", "policies/Hello.json"], project.Artifacts());

        (await project.BuildAsync("-p:ServerlessArtifacts=none")).MustSucceed();
        Assert.False(project.Exists(ShopProject.Output));

        (await project.BuildAsync("-p:ServerlessArtifacts=tmplate")).MustFailWith("SVLSB007");
    }
}
