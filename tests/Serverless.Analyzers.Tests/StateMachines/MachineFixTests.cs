using Microsoft.CodeAnalysis.CodeFixes;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.StateMachines;

public sealed class MachineFixTests
{
    [Fact]
    public Task Settings_of_the_other_language_are_removed() => Check<OtherLanguageFixer>(
        """
            [TaskState(InputPath = {|SVLS2315:"$.a"|}, Next = nameof(B), OutputPath = {|SVLS2315:"$"|})] public int A(string input) => 1;
            [TaskState(ResultPath = {|SVLS2315:"$.b"|})] public int B(int input) => 1;
        """,
        """
            [TaskState(Next = nameof(B))] public int A(string input) => 1;
            [TaskState] public int B(int input) => 1;
        """);

    [Fact]
    public Task Errors_of_the_service_are_retried_again() => Check<ServiceRetryFixer>(
        "    [TaskState(TimeoutSeconds = 5, RetryServiceErrors = {|SVLS1003:false|})] public int A(string input) => 1;",
        "    [TaskState(TimeoutSeconds = 5)] public int A(string input) => 1;");

    [Fact]
    public Task A_choice_leads_to_the_fail_state() => Check<OtherwiseFixer>(
        """
            private static State {|SVLS2303:A|} => State.Choice().When((int count) => count > 1, nameof(B)).When((int count) => count < 1, nameof(Done));
            private static State B => State.Pass().Next(nameof(Failed));
            private static State Done => State.Succeed();
            private static State Failed => State.Fail("Failed");
        """,
        """
            private static State A => State.Choice().When((int count) => count > 1, nameof(B)).When((int count) => count < 1, nameof(Done)).Otherwise(nameof(Failed));
            private static State B => State.Pass().Next(nameof(Failed));
            private static State Done => State.Succeed();
            private static State Failed => State.Fail("Failed");
        """);

    [Fact]
    public Task A_choice_of_a_machine_without_an_end_of_its_own_gets_none()
    {
        const string Members = """
            private static State {|SVLS2303:A|} => State.Choice().When((int count) => count > 1, nameof(B));
            private static State B => State.Pass();
        """;
        return Check<OtherwiseFixer>(Members, Members);
    }

    [Fact]
    public Task CatchAll_wraps_the_main_path() => Check<WrapFixer>(
        """
            [TaskState(Next = nameof(Route))] public int A(string input) => 1;
            private static State {|SVLS2312:Route|} => State.Choice().When((int count) => count > 1, nameof(Note)).Otherwise(nameof(Note));
            private static State {|SVLS2312:Note|} => State.Pass((int count) => new { count });
            private static State Alert => State.Pass((StateError error) => error.Cause);
        """,
        """
            [TaskState(Next = nameof(Route))] public int A(string input) => 1;
            private static State Route => State.Choice().When((int count) => count > 1, nameof(Note)).Otherwise(nameof(Note));
            private static State Note => State.Pass((int count) => new { count });
            private static State Alert => State.Pass((StateError error) => error.Cause);
        """,
        "[StateMachine(StartAt = nameof(A)), CatchAll(Next = nameof(Alert))]",
        "[StateMachine(StartAt = nameof(A)), CatchAll(Next = nameof(Alert), Wrap = true)]");

    [Fact]
    public Task The_token_is_taken_and_passed_on() => Check<TaskTokenFixer>(
        """
            private static State A => State.Task("sqs:sendMessage.waitForTaskToken", {|SVLS2314:(string input) => new { QueueUrl = "q", MessageBody = new { input } }|}).Heartbeat(60).Next(nameof(B));
            [TaskState(WaitForTaskToken = {|SVLS2314:true|}, HeartbeatSeconds = 5)] public void B(string input, System.Threading.CancellationToken deadline) { }
        """,
        """
            private static State A => State.Task("sqs:sendMessage.waitForTaskToken", (string input, TaskToken token) => new { QueueUrl = "q", MessageBody = new { input, token } }).Heartbeat(60).Next(nameof(B));
            [TaskState(WaitForTaskToken = true, HeartbeatSeconds = 5)] public void B(string input, System.Threading.CancellationToken deadline, TaskToken token) { }
        """);

    [Fact]
    public Task A_message_that_is_a_text_has_no_place_for_the_token()
    {
        const string Members = """
            private static State A => State.Task("sqs:sendMessage.waitForTaskToken", {|SVLS2314:(string input) => new { QueueUrl = "q", MessageBody = input }|}).Heartbeat(60);
        """;
        return Check<TaskTokenFixer>(Members, Members);
    }

    [Fact]
    public Task A_callback_gets_a_heartbeat_below_its_timeout() => Check<TaskHeartbeatFixer>(
        """
            [TaskState(WaitForTaskToken = {|SVLS1002:true|}, Next = nameof(B), TimeoutSeconds = 3600)] public void A(string input, TaskToken token) { }
            private static State B => State.Task({|SVLS1002:"sqs:sendMessage.waitForTaskToken"|}, (string input, TaskToken token) => new { QueueUrl = "q", MessageBody = new { token } }).Timeout(100);
        """,
        """
            [TaskState(WaitForTaskToken = true, Next = nameof(B), TimeoutSeconds = 3600, HeartbeatSeconds = 600)] public void A(string input, TaskToken token) { }
            private static State B => State.Task("sqs:sendMessage.waitForTaskToken", (string input, TaskToken token) => new { QueueUrl = "q", MessageBody = new { token } }).Heartbeat(50).Timeout(100);
        """);

    private static Task Check<TFixer>(string members, string fixedMembers, string attributes = "[StateMachine(StartAt = nameof(A))]", string? fixedAttributes = null)
        where TFixer : CodeFixProvider, new()
    {
        static string Source(string attributes, string members) => "using Serverless.StepFunctions;\n\nnamespace Shop;\n\n" + attributes + "\npublic sealed class Machine\n{\n" + members + "\n}\n";
        return new FixTest<DeclarationAnalyzer, TFixer>(Source(attributes, members), Source(fixedAttributes ?? attributes, fixedMembers)).RunAsync();
    }
}
