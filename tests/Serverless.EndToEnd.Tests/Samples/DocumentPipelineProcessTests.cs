namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>An executable without the host, started by hand, says what it is instead of doing nothing.</summary>
public sealed class DocumentPipelineProcessTests
{
    [Fact]
    public async Task Outside_Lambda_it_explains_itself_and_ends_with_code_2()
    {
        using var process = new SampleProcess(Sample.DocumentPipeline, []);
        Assert.Equal(2, await process.WaitForExitAsync());
        Assert.Contains("Serverless.Hosting", process.Output, StringComparison.Ordinal);
    }
}
