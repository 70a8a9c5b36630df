using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.Containers;

/// <summary>SVLS2001, 2002, 2304, 2601, 2602, 2603 of containers, and what stands just beside them.</summary>
public sealed class ContainerFaultTests
{
    [Theory]
    [InlineData("{|SVLS2601:FargateTask(Cpu = 1)|}")]
    [InlineData("FargateTask(Cpu = 1, Memory = {|SVLS2601:1024|})")]
    [InlineData("FargateTask(Memory = {|SVLS2601:512|})")]
    [InlineData("FargateTask(Cpu = {|SVLS2601:3|}, Memory = 8192)")]
    [InlineData("FargateTask(Cpu = 0.25, Memory = {|SVLS2601:4096|})")]
    [InlineData("FargateTask(Cpu = 8, Memory = {|SVLS2601:17408|})")]
    [InlineData("FargateTask(Cpu = 8, Memory = 20480)")]
    [InlineData("FargateTask(Cpu = 0.25, Memory = 512)")]
    [InlineData("FargateTask(Cpu = 16, Memory = 122880)")]
    public Task Processors_and_memory_go_together(string attribute) => ContainerSource.Verify($"[TaskState, {attribute}] public int Work(Item item) => 1;");

    [Fact]
    public async Task The_list_of_sizes_is_in_the_message() => Assert.Equal(
        "Memory cannot be 1024: with 1 vCPU Fargate has 2048 to 8192 in steps of 1024 MB",
        await ContainerSource.Message("[TaskState, FargateTask(Cpu = 1, Memory = 1024)] public int Work(Item item) => 1;"));

    [Theory]
    [InlineData("SubnetIds = {|SVLS2603:[\"subnet-1\"]|}")]
    [InlineData("SecurityGroupIds = {|SVLS2603:[\"sg-1\"]|}")]
    [InlineData("SubnetIds = [\"subnet-1\"], SecurityGroupIds = [\"sg-1\"]")]
    [InlineData("AssignPublicIp = true")]
    [InlineData("SubnetIds = [\"subnet-1\"], SecurityGroupIds = {|SVLS2001:[\"1\", \"2\", \"3\", \"4\", \"5\", \"6\"]|}")]
    [InlineData("EphemeralStorage = {|SVLS2001:201|}")]
    [InlineData("EphemeralStorage = 20")]
    [InlineData("StopTimeout = {|SVLS2001:121|}")]
    [InlineData("StopTimeout = 2")]
    [InlineData("LogRetentionDays = {|SVLS2001:31|}")]
    [InlineData("Cluster = {|SVLS2004:\"@Nowhere\"|}")]
    [InlineData("Platform = {|SVLS2002:ContainerPlatform.Eks|}")]
    [InlineData("Platform = ContainerPlatform.Eks, Cluster = \"pods\"")]
    [InlineData("Platform = ContainerPlatform.Eks, Cluster = \"pods\", SubnetIds = [\"subnet-1\"]")]
    [InlineData("Platform = ContainerPlatform.Eks, Cluster = \"pods\", Spot = {|SVLS2002:true|}, AssignPublicIp = {|SVLS2002:true|}, SecurityGroupIds = {|SVLS2002:[\"sg-1\"]|}, EphemeralStorage = {|SVLS2001:176|}")]
    [InlineData("Platform = ContainerPlatform.Eks, Cluster = \"pods\", Architecture = {|SVLS2002:FunctionArchitecture.Arm64|}")]
    public Task Settings_are_what_Fargate_takes(string settings) => ContainerSource.Verify($"[TaskState, FargateTask({settings})] public int Work(Item item) => 1;");

    [Theory]
    [InlineData("[TaskState, ServerlessFunction, {|SVLS2002:FargateTask|}] public int Work(Item item) => 1;")]
    [InlineData("[TaskState(WaitForTaskToken = {|SVLS2002:true|}), FargateTask] public int Work(Item item) => 1;")]
    [InlineData("[TaskState(RetryServiceErrors = {|SVLS2002:true|}), FargateTask] public int Work(Item item) => 1;")]
    [InlineData("[TaskState(RetryServiceErrors = false), FargateTask] public int Work(Item item) => 1;")]
    [InlineData("[TaskState] public int First(Item item) => 1; [{|SVLS2002:FargateTask|}] public int Work(Item item) => 1;")]
    public Task A_method_is_one_thing(string members) => ContainerSource.Verify(members);

    [Fact]
    public Task Grants_beside_a_role_are_not_applied() => ContainerSource.Verify("""
        [TaskState, FargateTask(Role = "arn:aws:iam::123456789012:role/x")]
        [{|SVLS2405:Allow("dynamodb:GetItem", On = "@Table")|}]
        public int Work(Item item) => 1;
        """);

    [Fact]
    public Task A_container_is_no_function_of_another_state() => ContainerSource.Verify("""
        [TaskState, FargateTask] public int Work(Item item) => 1;
        private static State Other => State.Function<Machine>({|SVLS2316:nameof(Work)|}).Next(nameof(Work));
        """, "[StateMachine(StartAt = nameof(Other))]");

    [Fact]
    public Task Express_machines_wait_for_no_container() => ContainerSource.Verify(
        "[TaskState(TimeoutSeconds = 200), FargateTask] public int {|SVLS2304:Work|}(Item item) => 1;", "[StateMachine(Type = WorkflowType.Express)]");

    [Fact]
    public Task A_class_library_has_nothing_to_start() => DeclarationFaults.Verify(ContainerSource.Project("[TaskState, {|SVLS2002:FargateTask|}] public int Work(Item item) => 1;") with { OutputKind = Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary });

    [Theory]
    [InlineData("Page {|SVLS2602:page|}")]
    [InlineData("Page[] {|SVLS2602:pages|}")]
    [InlineData("byte[] {|SVLS2602:content|}")]
    [InlineData("Long {|SVLS2602:text|}")]
    [InlineData("Item item")]
    [InlineData("string text")]
    [InlineData("System.Collections.Generic.Dictionary<string, Item> items")]
    [InlineData("Short text")]
    public Task An_input_that_may_not_fit_is_said(string parameter) => ContainerSource.Verify($$"""
        public sealed record Long([property: MaxLength(4000)] string A, [property: MaxLength(2000)] string B);
        public sealed record Short([property: MaxLength(4000)] string A, [property: MaxLength(1000)] string B);
        [TaskState, FargateTask] public int Work({{parameter}}) => 1;
        """);

    [Fact]
    public Task A_job_takes_any_input() => ContainerSource.Verify("[TaskState, FargateTask(Platform = ContainerPlatform.Eks, Cluster = \"pods\")] public int Work(Page page) => 1;");

    [Theory]
    [InlineData("FargateTask(Cpu = 1, Memory = {|SVLS2601:1024|})", "FargateTask(Cpu = 1, Memory = 2048)")]
    [InlineData("{|SVLS2601:FargateTask(Cpu = 4)|}", "FargateTask(Cpu = 4, Memory = 8192)")]
    [InlineData("FargateTask(Cpu = {|SVLS2601:3|}, Memory = 8192)", "FargateTask(Cpu = 4, Memory = 8192)")]
    [InlineData("FargateTask(Memory = {|SVLS2601:9000|})", "FargateTask(Memory = 4096)")]
    public Task The_nearest_size_is_the_fix(string attribute, string @fixed) => Fix(attribute, @fixed);

    private static Task Fix(string attribute, string @fixed)
    {
        static string Source(string attribute) => $$"""
            using Serverless;
            using Serverless.StepFunctions;
            [StateMachine]
            public sealed class Machine
            {
                [TaskState, {{attribute}}] public int Work(string input) => 1;
                public static void Main() { }
            }
            """;
        return new FixTest<DeclarationAnalyzer, ContainerSizeFixer>(Source(attribute), Source(@fixed)) { TestState = { OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication } }.RunAsync();
    }
}
