namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>SVLS1002 to SVLS1004 of machines in C#, and `Raw` fields.</summary>
public sealed class MachineHazardTests
{
    [Fact]
    public Task A_callback_without_a_heartbeat_is_reported_at_its_resource() => Harness.DeclarationFaults.VerifyAdvice(MachineSource.Of("""
        private static State A => State.Task({|SVLS1002:"sqs:sendMessage.waitForTaskToken"|}, (Item item, TaskToken token) => new { QueueUrl = "q", MessageBody = new { token } }).Next(nameof(B));
        private static State B => State.Task("sqs:sendMessage.waitForTaskToken", (Item item, TaskToken token) => new { QueueUrl = "q", MessageBody = new { token } }).Timeout(600).Heartbeat(60);
        """));

    [Fact]
    public Task A_function_that_is_not_tried_again_is_reported_at_the_setting() => MachineSource.Verify("""
        [TaskState(Next = nameof(B), RetryServiceErrors = {|SVLS1003:false|})] public Item A(Item item) => item;
        [TaskState(Next = nameof(C), RetryServiceErrors = false)] [Retry("Lambda.ServiceException")] public Item B(Item item) => item;
        [TaskState(Next = nameof(D), RetryServiceErrors = false)] [Retry] public Item C(Item item) => item;
        [TaskState(RetryServiceErrors = true)] public Item D(Item item) => item;
        """);

    [Fact]
    public Task A_state_that_may_take_longer_than_its_machine_is_reported() => MachineSource.Verify("""
        [TaskState(Next = nameof(B), TimeoutSeconds = {|SVLS1004:90|})] public Item A(Item item) => item;
        [TaskState(Next = nameof(C), TimeoutSeconds = 30)] public Item B(Item item) => item;
        [TaskState] public Item C(Item item) => item;
        """, "[StateMachine(TimeoutSeconds = 30)]");

    [Fact]
    public Task A_function_that_runs_longer_than_its_state_is_reported_at_its_timeout() => MachineSource.Verify("""
        [TaskState(Next = nameof(B), TimeoutSeconds = 20), ServerlessFunction(Timeout = {|SVLS1004:30|})] public Item A(Item item) => item;
        [TaskState(Next = nameof(C), TimeoutSeconds = 20), ServerlessFunction(Timeout = 20)] public Item B(Item item) => item;
        [TaskState(TimeoutSeconds = 20)] public Item C(Item item) => item;
        """);

    [Fact]
    public Task Raw_fields_are_checked_as_definitions_are() => MachineSource.Verify("""
        private static State A => State.Pass().Raw({|SVLS2317:"{ \"Coment\": \"x\" }"|}).Next(nameof(B));
        private static State B => State.Pass().Raw({|SVLS2315:"{ \"ResultPath\": \"$.a\" }"|}).Next(nameof(C));
        private static State C => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "@Topic", Message = "m" }).Raw({|SVLS2317:"{ \"TimeoutSeconds\": 0 }"|}).Next(nameof(D));
        private static State D => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "@Topic", Message = "m" }).Raw({|SVLS2318:"{ \"TimeoutSeconds\": \"{% $states.input.( %}\" }"|}).Next(nameof(E));
        private static State E => State.Task("sns:publish", ([BindExecutionInput] Item item) => new { TopicArn = "@Topic", Message = "m" }).Raw("{ \"TimeoutSeconds\": \"{% $states.input.count %}\", \"Comment\": \"c\" }").Next(nameof(F));
        private static State F => State.Pass().Raw("{ \"Next\": \"G\" }").Next(nameof(G));
        private static State G => State.Succeed();
        """);
}
