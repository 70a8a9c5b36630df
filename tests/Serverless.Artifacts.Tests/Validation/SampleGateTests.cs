using Serverless.Artifacts.Tests.Models;

namespace Serverless.Artifacts.Tests.Validation;

public sealed class SampleGateTests
{
    [Fact]
    public async Task No_validator_finds_a_fault_in_the_files_of_the_samples()
    {
        var errors = await Gate.ErrorsAsync([("Orders", OrdersModel.Create()), ("DocumentPipeline", DocumentPipelineModel.Create())]);

        Assert.True(errors.Count == 0, Gate.Describe(errors.SelectMany(static group => group)));
    }
}
