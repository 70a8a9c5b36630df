using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>Settings of a machine, and what the application gives to all of them.</summary>
public sealed class MachineSettingTests
{
    private const string Settings = """
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: ServerlessApplication(Tracing = true, LogRetentionDays = 7, PermissionsBoundary = "arn:aws:iam::123456789012:policy/all")]
        [assembly: ResourceTag("team", "a"), ResourceTag("stage", "x")]
        namespace Shop;
        [StateMachine, ResourceTag("team", "b")]
        public sealed class Plain { private static State A => State.Pass(); }
        [StateMachine(Tracing = false, LogRetentionDays = 30, PermissionsBoundary = "arn:aws:iam::123456789012:policy/own", LogLevel = StateMachineLogLevel.Fatal)]
        public sealed class Own { private static State A => State.Pass(); }
        """;

    [Fact]
    public void The_applications_settings_hold_where_the_machine_has_none()
    {
        var machines = GeneratorRun.ReadModel(TestProject.Of(Settings)).StateMachines.ToDictionary(static m => m.LogicalId, StringComparer.Ordinal);

        Assert.Equal((true, 7, "arn:aws:iam::123456789012:policy/all"), (machines["Plain"].Tracing, machines["Plain"].LogRetentionDays, machines["Plain"].PermissionsBoundary!.Text));
        Assert.Equal((false, 30, "arn:aws:iam::123456789012:policy/own"), (machines["Own"].Tracing, machines["Own"].LogRetentionDays, machines["Own"].PermissionsBoundary!.Text));
        Assert.Equal(["team=b", "stage=x"], machines["Plain"].Tags.Select(static t => t.Key + "=" + t.Value).OrderDescending(StringComparer.Ordinal));
        Assert.Equal("Fatal", machines["Own"].LogLevel.ToString());
    }

    [Fact]
    public async Task A_fixed_name_is_worth_knowing() => await DeclarationFaults.VerifyAdvice("""
        using Serverless.StepFunctions;
        namespace Shop;
        [StateMachine(StateMachineName = "one")]
        public sealed class {|SVLS2505:Named|} { private static State A => State.Pass(); }
        [StateMachine]
        public sealed class Unnamed { private static State A => State.Pass(); }
        """);

    [Fact]
    public Task A_name_has_rules() => MachineSource.Verify("private static State A => State.Pass();", "[StateMachine(StateMachineName = {|SVLS2001:\"with blank\"|})]");
}
