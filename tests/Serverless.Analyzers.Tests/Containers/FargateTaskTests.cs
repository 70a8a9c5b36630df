using Serverless.Model;

namespace Serverless.Analyzers.Tests.Containers;

/// <summary>What is read of `[FargateTask]`.</summary>
public sealed class FargateTaskTests
{
    [Fact]
    public void A_bare_container_has_the_defaults_and_no_function()
    {
        var application = ContainerSource.Read("[TaskState, FargateTask] public int Work(Item item) => 1;");
        var task = Assert.Single(application.ContainerTasks);

        Assert.Empty(application.Functions);
        Assert.Equal(("MachineWork", "Machine/Work", 3600, 120), (task.LogicalId, task.TaskOf, task.TimeoutSeconds, task.HeartbeatSeconds!.Value));
        Assert.Equal((0.5, 1024, "arm64", 30, 30, false), (task.Settings.Cpu, task.Settings.Memory, task.Settings.Architecture, task.Settings.StopTimeout, task.Settings.LogRetentionDays, task.Settings.Spot));
        Assert.NotNull(task.Entry);
    }

    [Fact]
    public void Its_state_waits_for_the_container_and_takes_what_it_sends()
    {
        var state = State("""[TaskState(Assign = "total"), FargateTask, Retry("TaskStopped")] public int Work(Item item) => 1;""");

        Assert.Equal(("ecs:runTask.waitForTaskToken", "MachineWork", null), (state.Resource, state.Container, state.Function));
        Assert.Equal(new AslExpression("$states.result"), state.Output);
        Assert.Equal(new Assignment("total", new AslExpression("$states.result")), Assert.Single(state.Assign));
        Assert.Equal((new AslNumber("3600"), new AslNumber("120")), (state.TimeoutSeconds, state.HeartbeatSeconds));
        Assert.False(state.RetryServiceErrors);
        Assert.Equal("TaskStopped", state.Retry[0].Errors[0]);
    }

    [Theory]
    [InlineData("TimeoutSeconds = 1800", "1800", "120")]
    [InlineData("TimeoutSeconds = 100", "100", null)]
    [InlineData("TimeoutSeconds = 1800, HeartbeatSeconds = 600", "1800", "600")]
    public void Limits_are_those_of_the_state(string settings, string timeout, string? heartbeat)
    {
        var state = State($"[TaskState({settings}), FargateTask] public int Work(Item item) => 1;");
        Assert.Equal((timeout, heartbeat), (((AslNumber)state.TimeoutSeconds!).Text, (state.HeartbeatSeconds as AslNumber)?.Text));
    }

    [Fact]
    public void A_job_gives_back_what_the_last_line_of_its_log_holds()
    {
        var application = ContainerSource.Read("""[TaskState, FargateTask(Platform = ContainerPlatform.Eks, Cluster = "pods", SubnetIds = ["subnet-1"])] public int Work(Item item) => 1;""");
        var state = (TaskState)application.StateMachines[0].Graph.States[0];

        Assert.Equal("eks:runJob.sync", state.Resource);
        Assert.Equal(new AslExpression("$parse($states.result.logs.pods.*.containers.task.log.output)"), state.Output);
        Assert.Null(state.HeartbeatSeconds);
        Assert.Equal("x86_64", application.ContainerTasks[0].Settings.Architecture);
    }

    [Fact]
    public void Settings_grants_and_variables_are_read()
    {
        var task = Assert.Single(ContainerSource.Read("""
            [TaskState]
            [FargateTask("Pinned", Cpu = 2, Memory = 4096, Architecture = FunctionArchitecture.X86_64, EphemeralStorage = 50, StopTimeout = 60, LogRetentionDays = 7,
                Image = "public.ecr.aws/acme/app:1", Cluster = "shared", SubnetIds = ["subnet-1"], SecurityGroupIds = ["sg-1"], AssignPublicIp = true, Spot = true)]
            [Allow("dynamodb:GetItem", On = "@Table"), EnvironmentVariable("TABLE", "@Table"), ResourceTag("team", "shop")]
            public int Work(Item item) => 1;
            """).ContainerTasks);

        Assert.Equal(("Pinned", 2.0, 4096, "x86_64", 50, 60, 7), (task.LogicalId, task.Settings.Cpu, task.Settings.Memory, task.Settings.Architecture, task.Settings.EphemeralStorage!.Value, task.Settings.StopTimeout, task.Settings.LogRetentionDays));
        Assert.Equal(("public.ecr.aws/acme/app:1", "shared", "subnet-1", "sg-1"), (task.Settings.Image!.Text, task.Settings.Cluster!.Text, task.Settings.SubnetIds[0].Text, task.Settings.SecurityGroupIds[0].Text));
        Assert.True(task.Settings is { AssignPublicIp: true, Spot: true });
        Assert.Equal(("dynamodb:GetItem", "TABLE", "team"), (task.Grants[0].Actions[0], task.Environment[0].Name, task.Tags[0].Key));
    }

    [Fact]
    public void A_machine_mixes_functions_and_containers()
    {
        var application = ContainerSource.Read("""
            [TaskState(Next = nameof(Work))] public Item First(Item item) => item;
            [TaskState(Next = nameof(Last)), FargateTask] public Item Work(Item item) => item;
            [TaskState] public Item Last(Item item) => item;
            """);
        Assert.Equal(["MachineFirst", "MachineLast"], application.Functions.Select(static f => f.LogicalId));
        Assert.Equal([null, "MachineWork", null], application.StateMachines[0].Graph.States.Select(static s => ((TaskState)s).Container));
    }

    private static TaskState State(string members) => (TaskState)Assert.Single(ContainerSource.Read(members).StateMachines[0].Graph.States);
}
