namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>What starts the pipeline, and what does not.</summary>
public sealed class DocumentPipelineStartTests
{
    [Theory]
    [InlineData("Uploads", "in/a.txt", true)]
    [InlineData("Uploads", "thumbnails/a.svg", false)]
    [InlineData("Other", "in/a.txt", false)]
    public void An_upload_starts_the_machine_only_under_its_prefix(string bucket, string key, bool starts) =>
        Assert.Equal(starts, new UploadRule(Sample.DocumentPipeline.Resource("DocumentPipelineStart")).Matches(UploadRule.Event(bucket, key, 1)));

    /// <summary>An executable without the host, started by hand, says what it is instead of doing nothing.</summary>
    [Fact]
    public async Task Outside_Lambda_it_explains_itself_and_ends_with_code_2()
    {
        using var process = new SampleProcess(Sample.DocumentPipeline, []);
        Assert.Equal(2, await process.WaitForExitAsync());
        Assert.Contains("Serverless.Hosting", process.Output, StringComparison.Ordinal);
    }
}
