using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>Functions that hand a token on and are waited for.</summary>
public sealed class CallbackTests
{
    [Fact]
    public void The_result_is_what_success_is_sent_with() => Assert.Equal(
        """
        start Ask
        Ask: task function MachineAsk by lambda:invoke.waitForTaskToken
          arguments { item: {% $states.input %}, token: {% $states.context.Task.Token %} }
          timeout 86400
          heartbeat 3600
          assign answer = {% $states.result %}
          retry Class every 1 s x2 max 3
          next Only
        Only: task function MachineOnly by lambda:invoke.waitForTaskToken
          arguments {% $states.context.Task.Token %}
          timeout 60
          output {% $states.result.name %}
          retry Class every 1 s x2 max 3
          next Again
        Again: task function MachineAsk by lambda:invoke.waitForTaskToken
          arguments { item: {% $states.input %}, token: {% $states.context.Task.Token %} }
          timeout 10
          assign second = {% $states.result %}
          output {% $states.result.name %}
          retry Class every 1 s x2 max 3
          next Third
        Third: task function OutsideSend by lambda:invoke.waitForTaskToken
          arguments { id: {% $answer.name %}, token: {% $states.context.Task.Token %} }
          retry Class every 1 s x2 max 3
          next Service
        Service: task sqs:sendMessage.waitForTaskToken
          arguments { QueueUrl: "q", MessageBody: { token: {% $states.context.Task.Token %}, name: {% $states.input.name %} } }
          retry Class every 1 s x2 max 3

        """,
        MachineSource.Read("""
            [TaskState(WaitForTaskToken = true, TimeoutSeconds = 86_400, HeartbeatSeconds = 3600, Assign = "answer", Next = nameof(Only))]
            public Item Ask(Item item, TaskToken token) => item;
            [TaskState(WaitForTaskToken = true, Output = "$states.result.name", Next = nameof(Again))]
            public void Only(TaskToken token) { }
            private static State Again => State.Function<Machine>(nameof(Ask)).WaitForTaskToken().Timeout(10).Assign("second").Output((Other result) => result.Name).Next(nameof(Third));
            private static State Third => State.Function<Outside>(nameof(Outside.Send), (TaskToken token, Other answer) => new { id = answer.Name, token }).WaitForTaskToken().Next(nameof(Service));
            private static State Service => State.Task(Integration.Sqs.SendMessageWaitForTaskToken, (Other other, TaskToken token) => new { QueueUrl = "q", MessageBody = new { token, name = other.Name } });
            }
            public sealed class Outside
            {
                [ServerlessFunction] public string Send(Item item) => item.Id;
            """, "[StateMachine(StartAt = nameof(Ask)), Retry(\"Class\")]"));

    [Fact]
    public Task The_next_states_parameter_says_what_success_brings() => MachineSource.Verify("""
        [TaskState(WaitForTaskToken = true, Assign = "answer", Next = nameof(B))] public Item A(Item item, TaskToken token) => item;
        private static State B => State.Pass((Other other, Other answer) => other.Name + answer.Name);
        """);

    [Fact]
    public Task A_token_is_handed_on() => MachineSource.Verify("""
        [TaskState(WaitForTaskToken = {|SVLS2314:true|}, Next = nameof(B))] public Item A(Item item) => item;
        private static State B => State.{|SVLS2314:Function<Machine>|}(nameof(A)).WaitForTaskToken().Next(nameof(C));
        private static State C => State.Function<Machine>(nameof(A), {|SVLS2314:(Item item) => new { item.Id }|}).WaitForTaskToken().Next(nameof(D));
        private static State D => State.Function<Machine>(nameof(A), (StateMachineContext context) => new { context }).WaitForTaskToken();
        """);

    [Fact]
    public Task Only_a_callback_has_a_token() => MachineSource.Verify("""
        [TaskState(Next = nameof(B))] public Item A(Item item, TaskToken {|SVLS2307:token|}) => item;
        private static State B => State.Pass((Item item, TaskToken {|SVLS2307:token|}) => new { item.Id, item.Count, item.Note, item.Tags, token }).Next(nameof(C));
        private static State {|SVLS2307:C|} => State.Function<Machine>(nameof(A)).Next(nameof(D));
        private static State D => State.Task("sns:publish", (TaskToken {|SVLS2307:token|}) => new { TopicArn = "@Topic", Message = token.Value }).Next(nameof(E));
        private static State E => State.Task("sns:publish", () => new { TopicArn = "@Topic", Message = "m" }).{|SVLS2002:WaitForTaskToken|}();
        """);

    [Fact]
    public Task Express_machines_wait_for_nobody() => MachineSource.Verify("""
        [TaskState(WaitForTaskToken = {|SVLS2304:true|}, Next = nameof(B))] public Item A(Item item, TaskToken token) => item;
        private static State B => State.{|SVLS2304:Function<Machine>|}(nameof(A)).WaitForTaskToken();
        """, "[StateMachine(Type = WorkflowType.Express)]");

    [Fact]
    public void The_handler_reads_the_token_from_the_payload()
    {
        var run = GeneratorRun.Of(MachineSource.Of("""
            [TaskState(WaitForTaskToken = true, Next = nameof(B))] public Item A(Item item, TaskToken token) => item;
            [TaskState(WaitForTaskToken = true)] public void B(TaskToken token) { }
            """));

        Assert.Contains("EventPayloads.TaskToken(global::Serverless.Runtime.Payloads.Required(global::Serverless.Runtime.Payloads.Member(payload, \"token\"), \"token\"))", run.Handlers, StringComparison.Ordinal);
        Assert.Contains("EventPayloads.TaskToken(global::Serverless.Runtime.Payloads.Required(payload, \"token\"))", run.Handlers, StringComparison.Ordinal);
    }
}
