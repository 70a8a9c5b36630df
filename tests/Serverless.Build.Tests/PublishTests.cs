using System.Diagnostics;

namespace Serverless.Build.Tests;

/// <summary>What goes into the publish folder.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task The_template_stands_beside_the_code_it_deploys_and_nothing_else_is_added()
    {
        using var project = new ShopProject().WithArtifacts(("template_json", ArtifactSource.Template()), ("policies__Hello_json", ArtifactSource.Policy));

        (await project.RunAsync("publish", "-c", "Debug")).MustSucceed();
        (await project.RunAsync("publish", "-c", "Debug")).MustSucceed();

        Assert.Equal(["Shop", "Shop.deps.json", "Shop.dll", "Shop.pdb", "Shop.runtimeconfig.json", "serverless/template.json"], project.Folder.Files("bin/Debug/net10.0/publish"));
        Assert.Contains("\"CodeUri\": \"..\"", project.Read("bin/Debug/net10.0/publish/serverless/template.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publish_folder_of_ones_own_is_what_both_templates_deploy()
    {
        using var project = new ShopProject().WithArtifacts(("template_json", ArtifactSource.Template()));

        (await project.RunAsync("publish", "-c", "Debug", "-o", project.FullPath("ship"))).MustSucceed();

        Assert.Contains("\"CodeUri\": \"..\"", project.Read("ship/serverless/template.json"), StringComparison.Ordinal);
        Assert.Contains("\"CodeUri\": \"../../../../ship\"", project.Read(ShopProject.Output + "/template.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_custom_runtime_gets_its_executable_as_bootstrap()
    {
        using var project = new ShopProject().WithArtifacts(("template_json", ArtifactSource.Template("provided.al2023")));

        (await project.RunAsync("publish", "-c", "Debug")).MustSucceed();
        (await project.RunAsync("publish", "-c", "Debug")).MustSucceed();

        var files = project.Folder.Files("bin/Debug/net10.0/publish");
        Assert.Contains("bootstrap", files);
        Assert.DoesNotContain("Shop", files);
        using var process = Process.Start(project.FullPath("bin/Debug/net10.0/publish/bootstrap"));
        await process.WaitForExitAsync();
        Assert.Equal(7, process.ExitCode);
    }

    [Fact]
    public async Task A_project_that_references_functions_publishes_none_of_their_artifacts()
    {
        using var folder = new Testing.Builds.ScratchFolder();
        using var functions = new ShopProject("<AssemblyName>Functions</AssemblyName>", folder, "functions").WithArtifacts(("template_json", ArtifactSource.Template()));
        using var host = new ShopProject("<AssemblyName>Host</AssemblyName>", folder, "host", "<ProjectReference Include=\"../functions/Shop.csproj\" />");

        (await host.RunAsync("publish", "-c", "Debug")).MustSucceed();

        Assert.True(functions.Exists(ShopProject.Output + "/template.json"));
        Assert.DoesNotContain(folder.Files("host"), static file => file.Contains("/serverless/", StringComparison.Ordinal));
    }
}
