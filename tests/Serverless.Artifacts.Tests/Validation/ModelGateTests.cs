using Serverless.Artifacts.Tests.Models;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.Validation;

/// <summary>The files of every model, judged once for the class.</summary>
public sealed class GateFixture : IAsyncLifetime
{
    internal ILookup<string, ArtifactFinding> Errors { get; private set; } = null!;

    public async Task InitializeAsync() => Errors = await Gate.ErrorsAsync(
    [
        ("Orders", OrdersModel.Create()),
        ("DocumentPipeline", DocumentPipelineModel.Create()),
        ("EveryKind", EveryKindModel.Create()),
        ("Storefront", StorefrontModel.Create()),
        ("MachineAlone", Make.Application(machines: [Make.Machine(Make.Pass("Only")) with { LogLevel = Serverless.Model.StateMachineLogLevel.Off }])),
        ("TableAlone", Make.Application(resources: [Make.Table()])),
    ]);

    public Task DisposeAsync() => Task.CompletedTask;
}

public sealed class ModelGateTests(GateFixture gate) : IClassFixture<GateFixture>
{
    [Theory]
    [InlineData("Orders")]
    [InlineData("DocumentPipeline")]
    [InlineData("EveryKind")]
    [InlineData("Storefront")]
    [InlineData("MachineAlone")]
    [InlineData("TableAlone")]
    public void No_validator_finds_a_fault_in_the_files_of_a_model(string model)
    {
        var errors = gate.Errors[model].ToList();

        Assert.True(errors.Count == 0, Gate.Describe(errors));
    }
}
