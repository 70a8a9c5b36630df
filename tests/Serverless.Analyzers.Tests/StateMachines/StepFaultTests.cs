namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>SVLS2304, 2309 to 2312, 2315, 2316, 2001: single steps.</summary>
public sealed class StepFaultTests
{
    [Fact]
    public Task An_unknown_integration_is_an_error() => MachineSource.Verify("""
        private static State A => State.Task({|SVLS2309:"dynamodb:putItems"|}, (Item item) => new { TableName = "@Table" }).Next(nameof(B));
        private static State B => State.Task({|SVLS2309:"dynamodb:putItem.sync"|}).Next(nameof(C));
        private static State C => State.Task({|SVLS2309:"arn:aws:states:::sns:publish"|}).Next(nameof(D));
        private static State D => State.Task({|SVLS2309:"aws-sdk:DynamoDB:Query"|}).Next(nameof(E));
        private static State E => State.Task("aws-sdk:dynamodb:query", (Item item) => new { TableName = "@Table" }).Next(nameof(F));
        private static State F => State.Task("sqs:sendMessage", (Item item) => new { QueueUrl = "q", MessageBody = "m" }).Next(nameof(G));
        private static State G => State.Task({|SVLS2310:Integration.Batch.SubmitJobSync|}).Next(nameof(H));
        private static State H => State.Task({|SVLS2309:"whatever"|});
        """);

    [Fact]
    public Task Calls_of_the_sdk_are_checked_by_service_action_and_casing() => MachineSource.Verify("""
        private static State A => State.Task({|SVLS2309:"aws-sdk:states:startSyncExecution"|}, (Item item) => new { StateMachineArn = item.Id }).Next(nameof(B));
        private static State B => State.Task({|SVLS2309:"aws-sdk:secretmanager:getSecretValue"|}, (Item item) => new { SecretId = "s" }).Next(nameof(C));
        private static State C => State.Task({|SVLS2309:"aws-sdk:whateverservice:doIt"|}).Next(nameof(D));
        private static State D => State.Task({|SVLS2309:"aws-sdk:dynamodb:querry"|}, (Item item) => new { TableName = "t" }).Next(nameof(E));
        private static State E => State.Task({|SVLS2309:"aws-sdk:batch:submitJob.sync"|}, (Item item) => new { JobName = "j" }).Next(nameof(F));
        private static State F => State.Task({|SVLS2309:"aws-sdk:sfn"|}).Next(nameof(G));
        private static State G => State.Task({|SVLS2309:"aws-sdk:ec2:DescribeInstances"|}).Next(nameof(H));
        private static State H => State.Task("aws-sdk:s3:getObject", {|SVLS2310:(Item item) => new { Bucket = "b" }|}).Next(nameof(I));
        private static State I => State.Task("aws-sdk:kinesis:putRecord", (Item item) => new { {|SVLS2310:streamName|} = "s", Data = item.Id, PartitionKey = item.Id });
        """);

    [Fact]
    public Task Calls_of_the_sdk_that_are_right_or_not_known_here_are_left_alone() => MachineSource.Verify("""
        private static State A => State.Task("aws-sdk:sfn:startSyncExecution", (Item item) => new { StateMachineArn = item.Id }).Next(nameof(B));
        private static State B => State.Task("aws-sdk:s3:listObjectsV2", (Item item) => new { Bucket = "b" }).Next(nameof(C));
        private static State C => State.Task("aws-sdk:s3:listBuckets").Next(nameof(D));
        private static State D => State.Task("aws-sdk:apigateway:getRestApi", (Item item) => new { RestApiId = "x" }).Next(nameof(E));
        private static State E => State.Task("aws-sdk:eventbridge:putEvents.waitForTaskToken", (Item item, TaskToken token) => new { Entries = new[] { new { Detail = new { token } } } }).Next(nameof(F));
        private static State F => State.Task("aws-sdk:bedrockagentcore:invokeAgentRuntime", (Item item) => new { AgentRuntimeArn = "x" }).Next(nameof(G));
        private static State G => State.Task("aws-sdk:ec2:describeVolumesV2").Next(nameof(H));
        private static State H => State.Task("aws-sdk:kinesis:putRecord", (Item item) => new { StreamName = "s", Data = item.Id, PartitionKey = item.Id });
        """);

    [Fact]
    public Task Literals_of_closed_lists_are_checked() => MachineSource.Verify("""
        private static State A => State.Task("apigateway:invoke", (Item item) => new { ApiEndpoint = "x", Method = {|SVLS2310:"get"|}, AuthType = {|SVLS2310:"IAM"|} }).Next(nameof(B));
        private static State B => State.Task("http:invoke", ([BindExecutionInput] Item item) => new { ApiEndpoint = "https://x", Method = "PATCH", Authentication = new { ConnectionArn = item.Id } }).Next(nameof(C));
        private static State C => State.Task("http:invoke", ([BindExecutionInput] Item item) => new { ApiEndpoint = "https://x", Method = item.Id, InvocationConfig = new { ConnectionArn = item.Id } });
        """);

    [Fact]
    public Task Missing_and_misspelt_arguments_are_reported() => MachineSource.Verify("""
        private static State A => State.Task("dynamodb:putItem", {|SVLS2310:(Item item) => new { TableName = "@Table" }|}).Next(nameof(B));
        private static State B => State.Task({|SVLS2310:"sns:publish"|}).Next(nameof(C));
        private static State C => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "@Topic", {|SVLS2310:message|} = item.Id }).Next(nameof(D));
        private static State D => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "@Topic", Message = item.Id, {|SVLS2310:Subjekt|} = "x" }).Next(nameof(E));
        private static State E => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "@Topic", Message = item.Id, Subject = "x" }).Next(nameof(F));
        private static State F => State.Task("dynamodb:putItem", ([BindExecutionInput] Item item) => new { TableName = "@Table", Item = new { id = new { S = item.Id } }, ConditionExpression = "attribute_not_exists(id)" });
        """);

    [Fact]
    public Task A_callback_without_token_is_an_error() => MachineSource.Verify("""
        private static State A => State.Task("sqs:sendMessage.waitForTaskToken", {|SVLS2314:(Item item) => new { QueueUrl = "q", MessageBody = item.Id }|}).Next(nameof(B));
        private static State B => State.Task("sqs:sendMessage.waitForTaskToken", (Item item, TaskToken token) => new { QueueUrl = "q", MessageBody = new { token } });
        """);

    [Fact]
    public Task Express_machines_neither_wait_nor_call_back() => MachineSource.Verify("""
        private static State A => State.Task({|SVLS2304:"batch:submitJob.sync"|}, () => new { JobName = "j", JobDefinition = "d", JobQueue = "q" }).Next(nameof(B));
        private static State B => State.Task({|SVLS2304:"sqs:sendMessage.waitForTaskToken"|}, (TaskToken token) => new { QueueUrl = "q", MessageBody = new { token } }).Next(nameof(C));
        private static State C => State.Task("sns:publish", () => new { TopicArn = "@Topic", Message = "m" });
        """, "[StateMachine(Type = WorkflowType.Express, TimeoutSeconds = {|SVLS2001:301|}, NotifyOnFailure = {|SVLS2304:\"@Topic\"|})]");

    [Fact]
    public Task Retriers_and_catchers_in_the_wrong_order_or_with_names_nobody_reports() => MachineSource.Verify("""
        [TaskState(Next = nameof(B))]
        [{|SVLS2311:Retry("States.ALL", "Boom")|}]
        public Item A(Item item) => item;
        [TaskState(Next = nameof(C))]
        [{|SVLS2311:Retry|}]
        [Retry(typeof(TimeoutException))]
        public Item B(Item item) => item;
        [TaskState(Next = nameof(D))]
        [{|SVLS2311:Catch(Next = nameof(Broken))|}]
        [Catch("Boom", Next = nameof(Broken))]
        public Item C(Item item) => item;
        [TaskState(Next = nameof(E))]
        [{|SVLS2311:Retry("States.Timeot")|}]
        [{|SVLS2311:Retry(typeof(Item))|}]
        [{|SVLS2311:Retry("States.Runtime")|}]
        [{|SVLS2311:Catch("Boom")|}]
        public Item D(Item item) => item;
        [Retry, Catch(Next = nameof(Broken))]
        private static State {|SVLS2311:E|} => State.Pass().Next(nameof(Broken));
        private static State Broken => State.Fail("Broken");
        """);

    [Fact]
    public Task Retriers_and_catchers_in_order_are_fine() => MachineSource.Verify("""
        [TaskState(Next = nameof(B))]
        [Retry(typeof(TimeoutException), MaxAttempts = 0, BackoffRate = 1.0, IntervalSeconds = 5, MaxDelaySeconds = 60)]
        [Retry("States.Timeout", "States.Http.StatusCode.429")]
        [Retry]
        [Catch(typeof(System.IO.InvalidDataException), typeof(TimeoutException), Next = nameof(Broken))]
        [Catch(Next = nameof(Broken))]
        public Item A(Item item) => item;
        [Retry(MaxAttempts = 1), Catch("States.TaskFailed", Next = nameof(Broken))]
        private static State B => State.Parallel(nameof(C));
        private static State C => State.Pass();
        private static State Broken => State.Fail("Broken");
        """);

    [Fact]
    public Task Numbers_of_retriers_and_tasks_have_ranges() => MachineSource.Verify("""
        [TaskState(Next = nameof(B), TimeoutSeconds = {|SVLS2001:0|}, HeartbeatSeconds = 5)]
        [Retry("A", IntervalSeconds = {|SVLS2001:0|}, MaxAttempts = {|SVLS2001:-1|}, BackoffRate = {|SVLS2001:0.5|})]
        [Retry("B", IntervalSeconds = 10, MaxDelaySeconds = {|SVLS2001:10|})]
        public Item A(Item item) => item;
        [TaskState(Next = nameof(C), TimeoutSeconds = 60, HeartbeatSeconds = {|SVLS2001:60|})] public Item B(Item item) => item;
        private static State C => State.Task("sns:publish", (Item item) => new { TopicArn = "@Topic", Message = "m" }).Timeout({|SVLS2001:0|}).Next(nameof(D));
        private static State D => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "@Topic", Message = "m" }).Timeout(10).Heartbeat({|SVLS2001:10|});
        """);

    [Fact]
    public Task What_CatchAll_cannot_see_is_a_warning_without_Wrap() => MachineSource.Verify("""
        [TaskState(Next = nameof(Route))] public Item A(Item item) => item;
        private static State {|SVLS2312:Route|} => State.Choice().When((Item item) => item.Count > 1, nameof(Note)).Otherwise(nameof(Pause));
        private static State {|SVLS2312:Note|} => State.Pass((Item item) => new { item.Note }).Next(nameof(Pause));
        private static State Pause => State.Wait(TimeSpan.FromSeconds(1)).Next(nameof(Mark));
        private static State Mark => State.Pass(() => new { done = true }).Next(nameof(Either));
        private static State {|SVLS2312:Either|} => State.Choice().When(() => true, nameof(Computed)).Otherwise(nameof(Fixed));
        private static State {|SVLS2312:Computed|} => State.Succeed((object any) => any);
        private static State Fixed => State.Succeed(() => new { done = true });
        private static State Alert => State.Pass((StateError error) => error.Cause).Next(nameof(Failed));
        private static State Failed => State.Fail("Failed");
        """, "[StateMachine(StartAt = nameof(A)), CatchAll(Next = nameof(Alert))]");

    [Fact]
    public Task With_Wrap_every_step_is_covered() => MachineSource.Verify("""
        [TaskState(Next = nameof(Route))] public Item A(Item item) => item;
        private static State Route => State.Choice().When((Item item) => item.Count > 1, nameof(Note)).Otherwise(nameof(Note));
        private static State Note => State.Pass((Item item) => new { item.Note });
        private static State Alert => State.Pass((StateError error) => error.Cause).Next(nameof(Failed));
        private static State Failed => State.Fail("Failed");
        """, "[StateMachine(StartAt = nameof(A)), CatchAll(Next = nameof(Alert), Wrap = true)]");

    [Fact]
    public Task Settings_of_the_other_query_language_and_the_language_itself() => MachineSource.Verify("""
        [TaskState(InputPath = {|SVLS2315:"$.a"|}, ResultPath = {|SVLS2315:"$.b"|}, ResultSelector = {|SVLS2315:"{}"|}, OutputPath = {|SVLS2315:"$"|}), Catch(Next = nameof(B), ResultPath = {|SVLS2315:"$.e"|})]
        public Item A(Item item) => item;
        private static State B => State.Fail("x");
        """);

    [Fact]
    public Task What_is_no_chain_of_builder_calls_is_refused() => MachineSource.Verify("""
        private static State {|SVLS2316:A|} { get { return State.Pass(); } }
        private State {|SVLS2316:B|} => State.Pass();
        private static State C => {|SVLS2316:Helper()|};
        private static State D => {|SVLS2316:true ? State.Succeed() : State.Succeed()|};
        private static State Helper() => State.Pass();
        private static State {|SVLS2316:F|} = null!;
        """);

    [Fact]
    public Task Arguments_that_are_computed_are_refused() => MachineSource.Verify("""
        private static string Name => "x";
        private static State A => State.Pass().Next({|SVLS2316:Name|});
        private static State B => State.Wait({|SVLS2316:TimeSpan.FromMilliseconds(1)|});
        private static State C => State.Parallel(nameof(A), nameof(B)).Assign("one", "two", {|SVLS2316:"three"|});
        private static State D => State.Function<Item>({|SVLS2316:"Missing"|});
        private static State E => State.Pass().Next(nameof(F));
        private static State F => State.Task("sns:publish", {|SVLS2316:Handler|}).Raw({|SVLS2316:"[]"|});
        private static Delegate Handler => (Item item) => item;
        """);

    [Fact]
    public void Code_that_does_not_compile_is_left_to_the_compiler()
    {
        var application = Harness.GeneratorRun.ReadModel(Harness.TestProject.Of(MachineSource.Of("""
            private static State A => State.Pass().Nxt("B");
            private static State B => State.Task("sns:publish", (Item i) => new { x = i.Nothing });
            private static State C => State.Pass((Missing m) => m.Any).Next();
            """)));

        Assert.Empty(application.Faults);
        Assert.Empty(application.StateMachines);
    }

    [Fact]
    public Task An_undeclared_reference_is_reported_at_the_text() => MachineSource.Verify("""
        private static State A => State.Task("sns:publish", (Item item) => new { TopicArn = {|SVLS2004:"@Alert"|}, Message = "m@example.com" });
        """);
}
