namespace Serverless.Build.Tests;

/// <summary>One application is deployed from one framework.</summary>
public sealed class FrameworkTests
{
    private const string Two = "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>";

    [Fact]
    public async Task Several_frameworks_without_a_named_one_are_an_error()
    {
        using var project = new ShopProject(framework: Two).WithArtifacts(("template_json", ArtifactSource.Template()));

        var build = (await project.BuildAsync()).MustFailWith("SVLSB003");

        Assert.Contains("net8.0, net10.0", build.Output, StringComparison.Ordinal);
        Assert.False(project.Exists("bin/Debug/net8.0/serverless"));
        Assert.False(project.Exists(ShopProject.Output));
        (await project.BuildAsync("-p:ServerlessTargetFramework=net9.0")).MustFailWith("SVLSB003");
    }

    [Fact]
    public async Task The_named_framework_writes_and_the_others_do_not()
    {
        using var project = new ShopProject("<ServerlessTargetFramework>net10.0</ServerlessTargetFramework><ServerlessTemplatePath>template.json</ServerlessTemplatePath>", framework: Two)
            .WithArtifacts(("template_json", ArtifactSource.Template()));

        (await project.BuildAsync()).MustSucceed();

        Assert.False(project.Exists("bin/Debug/net8.0/serverless"));
        Assert.Equal(["template.json"], project.Artifacts());
        Assert.True(project.Exists("template.json"));

        (await project.BuildAsync("-p:ServerlessTargetFramework=net8.0")).MustSucceed();
        Assert.Equal(["template.json"], project.Artifacts("bin/Debug/net8.0/serverless"));
        Assert.False(project.Exists(ShopProject.Output));
        Assert.True(project.Exists("template.json"));
    }

    [Fact]
    public async Task Several_frameworks_without_functions_are_nobodys_business()
    {
        using var project = new ShopProject(framework: Two);

        (await project.BuildAsync()).MustSucceed();
    }
}
