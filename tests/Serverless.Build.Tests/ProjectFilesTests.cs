using System.Text.Json;

namespace Serverless.Build.Tests;

/// <summary>What props and targets say to the compiler, seen by evaluating a project without building it.</summary>
public sealed class ProjectFilesTests
{
    [Fact]
    public async Task Files_that_say_how_code_is_deployed_become_additional_files_with_their_role()
    {
        using var project = new ShopProject("<ServerlessOutputPath>deploy</ServerlessOutputPath><ServerlessTemplatePath>infra/template.json</ServerlessTemplatePath>",
            items: "<ServerlessTemplate Include=\"resources.json;own/template.json\" /><AdditionalFiles Include=\"listed/template.yaml\" />");
        foreach (var file in new[]
        {
            "serverless.template", "a/template.json", "a/template.yml", "b/x.template", "aws-lambda-tools-defaults.json", "flows/y.asl.json", "flows/z.asl.yaml", "samconfig.toml", "resources.json", "own/template.json", "listed/template.yaml",
            "bin/template.json", "obj/z.asl.json", "deploy/template.json", "deploy/statemachines/y.asl.json", "infra/template.json", "node_modules/p/template.json", ".aws-sam/build/template.yaml", "other.json",
        })
        {
            project.Write(file, "{}");
        }

        using var evaluated = await EvaluateAsync(project, "-getItem:AdditionalFiles");

        var items = evaluated.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .Select(item => (Path.GetRelativePath(project.FullPath(""), item.GetProperty("FullPath").GetString()!).Replace('\\', '/'), Metadata(item, "ServerlessRole"), Metadata(item, "ServerlessTemplate")))
            .Order().ToList();
        Assert.Equal(
        [
            ("a/template.json", "Template", ""),
            ("a/template.yml", "Template", ""),
            ("aws-lambda-tools-defaults.json", "ToolsDefaults", ""),
            ("b/x.template", "Template", ""),
            ("flows/y.asl.json", "StateMachine", ""),
            ("flows/z.asl.yaml", "StateMachine", ""),
            ("listed/template.yaml", "", ""),
            ("own/template.json", "Fragment", "true"),
            ("resources.json", "Fragment", "true"),
            ("samconfig.toml", "SamConfig", ""),
            ("serverless.template", "Template", ""),
        ], items);
    }

    [Theory]
    [InlineData("<IsTestProject>true</IsTestProject>")]
    [InlineData("<EnableServerlessDefaultFiles>false</EnableServerlessDefaultFiles>")]
    public async Task Test_projects_and_projects_that_say_so_get_no_additional_files(string property)
    {
        using var project = new ShopProject(property);
        project.Write("template.json", "{}");

        using var evaluated = await EvaluateAsync(project, "-getItem:AdditionalFiles");

        Assert.Empty(evaluated.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray());
    }

    [Theory]
    [InlineData("<OutputType>Library</OutputType>", "true")]
    [InlineData("<OutputType>Library</OutputType><IsTestProject>true</IsTestProject>", "false")]
    [InlineData("<OutputType>Library</OutputType><CopyLocalLockFileAssemblies>false</CopyLocalLockFileAssemblies>", "false")]
    [InlineData("<OutputType>Library</OutputType><ServerlessReferencedDirectly>false</ServerlessReferencedDirectly>", "false")]
    public async Task A_class_library_gets_what_the_managed_runtime_needs_beside_it(string properties, string copies)
    {
        using var project = new ShopProject(properties);

        using var evaluated = await EvaluateAsync(project, "-t:ServerlessClassLibrary", "-getProperty:CopyLocalLockFileAssemblies,GenerateRuntimeConfigurationFiles");

        var values = evaluated.RootElement.GetProperty("Properties");
        Assert.Equal(copies, values.GetProperty("CopyLocalLockFileAssemblies").GetString());
        Assert.Equal(copies == "true" || properties.Contains("CopyLocal", StringComparison.Ordinal), values.GetProperty("GenerateRuntimeConfigurationFiles").GetString() == "true");
    }

    [Fact]
    public async Task A_list_of_artifacts_reaches_the_compiler_whole()
    {
        using var project = new ShopProject("<ServerlessArtifacts>template;policies</ServerlessArtifacts>").WithArtifacts(("template_json", ArtifactSource.Template()), ("application_json", "{}"));

        (await project.BuildAsync()).MustSucceed();

        Assert.Contains("build_property.ServerlessArtifacts = template,policies\n", project.Read("obj/Debug/net10.0/Shop.GeneratedMSBuildEditorConfig.editorconfig").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal(["template.json"], project.Artifacts());
    }

    private static string Metadata(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static async Task<JsonDocument> EvaluateAsync(ShopProject project, params string[] question) =>
        JsonDocument.Parse((await project.RunAsync("msbuild", question)).MustSucceed().Output);
}
