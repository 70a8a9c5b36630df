using Serverless.Artifacts.Tests.Models;
using Serverless.Model;
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
        ("Containers", ContainersModel.Create()),
        ("SharedDomain", SharedDomain()),
        ("MachineAlone", Make.Application(machines: [Make.Machine(Make.Pass("Only")) with { LogLevel = StateMachineLogLevel.Off }])),
        ("TableAlone", Make.Application(resources: [Make.Table()])),
    ]);

    public Task DisposeAsync() => Task.CompletedTask;

    private static Application SharedDomain()
    {
        var domain = new DomainSettings { Name = Make.Value("shop.example"), Certificate = Make.Value("arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"), HostedZone = Make.Value("Z1") };
        return Make.Application([Make.Function() with { Routes = EquatableArray.Of(Make.Route("GET", "/a"), Make.Route("GET", "/a", "ShopApi")) }], apis: [Make.Api() with { Domain = domain }]) with
        {
            RestApis = EquatableArray.Of(Make.RestApi() with { Domain = domain with { BasePath = "shop" } }),
        };
    }
}

public sealed class ModelGateTests(GateFixture gate) : IClassFixture<GateFixture>
{
    [Theory]
    [InlineData("Orders")]
    [InlineData("DocumentPipeline")]
    [InlineData("EveryKind")]
    [InlineData("Storefront")]
    [InlineData("Containers")]
    [InlineData("SharedDomain")]
    [InlineData("MachineAlone")]
    [InlineData("TableAlone")]
    public void No_validator_finds_a_fault_in_the_files_of_a_model(string model)
    {
        var errors = gate.Errors[model].ToList();

        Assert.True(errors.Count == 0, Gate.Describe(errors));
    }
}
