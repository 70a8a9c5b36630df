using Serverless.Build.Reading;
using Serverless.Build.Writing;

namespace Serverless.Build.Tests;

/// <summary>Names of properties and paths of files.</summary>
public sealed class PathTests
{
    [Theory]
    [InlineData("template_json", "template.json", "template")]
    [InlineData("policies__OrdersGetOrder_json", "policies/OrdersGetOrder.json", "policies")]
    [InlineData("statemachines__Pipeline_asl_json", "statemachines/Pipeline.asl.json", "statemachines")]
    public void A_property_names_a_file_and_its_kind(string property, string path, string kind)
    {
        Assert.True(ArtifactPath.TryRead(property, out var read));
        Assert.Equal(path, read);
        Assert.Equal(kind, ArtifactPath.KindOf(read));
    }

    [Theory]
    [InlineData("__etc__passwd")]
    [InlineData("a____b")]
    [InlineData("______template_json")]
    [InlineData("_hidden")]
    [InlineData("a__")]
    [InlineData("a_")]
    public void A_property_that_would_leave_the_folder_or_hide_a_file_is_refused(string property) => Assert.False(ArtifactPath.TryRead(property, out _));

    [Theory]
    [InlineData("/a/b/c", "/a/b/publish", "../publish")]
    [InlineData("/a/b", "/a/b", ".")]
    [InlineData("/a/b", "/a/b/c/d", "c/d")]
    [InlineData("/a/b/c/", "/a", "../..")]
    [InlineData("/home/x", "/tmp/y/", "/tmp/y")]
    public void A_path_is_relative_unless_only_the_root_is_shared(string from, string to, string expected)
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(expected, RelativePath.From(from, to));
    }
}
