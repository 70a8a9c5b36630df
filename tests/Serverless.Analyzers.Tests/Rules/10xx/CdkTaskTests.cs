using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.StepFunctions;

public sealed class CdkTaskTests
{
    private const string Machine = " new StateMachine(this, \"M\", new StateMachineProps { StateMachineName = \"m\" });";

    private static Task Check(string statements) => CdkTests.Check<CdkTaskRule>(statements);

    [Theory]
    [InlineData("new LambdaInvoke(this, \"Pay\", new {|SVLS1001:LambdaInvokeProps|} { LambdaFunction = id });" + Machine)]
    [InlineData("new LambdaInvoke(this, \"Pay\", new {|SVLS1001:LambdaInvokeProps|}());" + Machine)]
    [InlineData("LambdaInvokeProps p = {|SVLS1001:new|}() { LambdaFunction = id }; new LambdaInvoke(this, \"Pay\", p);" + Machine)]
    [InlineData("new LambdaInvoke(this, \"Pay\", new {|SVLS1001:LambdaInvokeProps|} { LambdaFunction = id }); new StateMachine(this, \"M\", new StateMachineProps { Timeout = Duration.Minutes(5) });" + Machine)]
    [InlineData("void Add() { new LambdaInvoke(this, \"Pay\", new {|SVLS1001:LambdaInvokeProps|} { LambdaFunction = id }); } Add(); Action a = () => new LambdaInvoke(this, \"Ship\", new {|SVLS1001:LambdaInvokeProps|} { Comment = id });" + Machine)]
    public Task A_task_without_a_timeout_is_flagged(string statements) => Check(statements);

    [Theory]
    [InlineData("new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { LambdaFunction = id, TaskTimeout = Amazon.CDK.AWS.StepFunctions.Timeout.Duration(Duration.Seconds(30)) });" + Machine)]
    [InlineData("new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { LambdaFunction = id, Timeout = Duration.Seconds(30) });" + Machine)]
    [InlineData("var p = new LambdaInvokeProps { LambdaFunction = id }; p.TaskTimeout = Amazon.CDK.AWS.StepFunctions.Timeout.At(\"$.t\"); new LambdaInvoke(this, \"Pay\", p);" + Machine)]
    [InlineData("new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { LambdaFunction = id }); new StateMachine(this, \"M\", new StateMachineProps { Timeout = Duration.Minutes(5) });")]
    [InlineData("new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { LambdaFunction = id }); new StateMachine(this, \"M\", new() { Timeout = Duration.Minutes(5) }); IStateMachineProps Other() => null!; new StateMachine(this, \"N\", Other());")]
    [InlineData("new Amazon.CDK.AWS.IAM.PolicyStatement(new PolicyStatementProps { Sid = \"a\" });")]
    public Task A_task_or_a_machine_with_one_is_not(string statements) => Check(statements.Replace("new() {", "new StateMachineProps() {", StringComparison.Ordinal));

    [Fact]
    public Task A_callback_needs_a_heartbeat() => Check(
        "new LambdaInvoke(this, \"Ask\", new {|SVLS1002:LambdaInvokeProps|} { IntegrationPattern = IntegrationPattern.WAIT_FOR_TASK_TOKEN }); new StateMachine(this, \"M\", new StateMachineProps { Timeout = Duration.Minutes(5) });");

    [Theory]
    [InlineData("new LambdaInvoke(this, \"Ask\", new LambdaInvokeProps { IntegrationPattern = IntegrationPattern.WAIT_FOR_TASK_TOKEN, HeartbeatTimeout = Amazon.CDK.AWS.StepFunctions.Timeout.Duration(Duration.Minutes(1)) });")]
    [InlineData("new LambdaInvoke(this, \"Ask\", new LambdaInvokeProps { IntegrationPattern = IntegrationPattern.WAIT_FOR_TASK_TOKEN, Heartbeat = Duration.Minutes(1) });")]
    [InlineData("new LambdaInvoke(this, \"Ask\", new LambdaInvokeProps { IntegrationPattern = IntegrationPattern.RUN_JOB });")]
    [InlineData("new LambdaInvoke(this, \"Ask\", new LambdaInvokeProps { LambdaFunction = id });")]
    [InlineData("var p = new LambdaInvokeProps { IntegrationPattern = IntegrationPattern.WAIT_FOR_TASK_TOKEN }; p.HeartbeatTimeout = Amazon.CDK.AWS.StepFunctions.Timeout.At(\"$.h\"); new LambdaInvoke(this, \"Ask\", p);")]
    public Task A_heartbeat_or_no_callback_is_silent(string statements) => Check(statements + " new StateMachine(this, \"M\", new StateMachineProps { Timeout = Duration.Minutes(5) });");

    [Theory]
    [InlineData("new LambdaInvoke(this, \"Pay\", new {|#0:LambdaInvokeProps|} { LambdaFunction = id });" + Machine, null)]
    [InlineData("new LambdaInvoke(this, \"Pay\", new {|#0:LambdaInvokeProps|} { LambdaFunction = id });", DiagnosticSeverity.Info)]
    public Task The_message_names_the_construct_and_an_unknown_machine_is_information(string statements, DiagnosticSeverity? severity) => CdkTests.Check<CdkTaskRule>(statements, test =>
    {
        var expected = RuleTests.Expect(StateMachineFileRules.TaskStateWithoutTimeout, "Pay", "TaskTimeout");
        test.ExpectedDiagnostics.Add(severity is { } other ? expected.WithSeverity(other) : expected);
    });

    [Theory]
    [InlineData("new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { {|SVLS1003:RetryOnServiceExceptions = false|}, Timeout = Duration.Seconds(30) });")]
    [InlineData("new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { RetryOnServiceExceptions = true, Timeout = Duration.Seconds(30) });")]
    [InlineData("new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { Timeout = Duration.Seconds(30) });")]
    [InlineData("var pay = new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { RetryOnServiceExceptions = false, Timeout = Duration.Seconds(30) }); pay.AddRetry();")]
    public Task A_function_is_tried_again_unless_it_says_so(string statements) => Check(statements);

    [Fact]
    public Task The_machine_of_another_file_counts() => CdkTests.Check<CdkTaskRule>(
        "new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { LambdaFunction = id });",
        static test => test.TestState.Sources.Add(("Other.cs", CdkTests.InStack("new StateMachine(this, \"M\", new StateMachineProps { Timeout = Duration.Minutes(5) });").Replace("AppStack", "Other", StringComparison.Ordinal))));

    [Fact]
    public async Task Every_form_of_code_is_read_and_generated_code_is_not()
    {
        await CdkTests.CheckSource<CdkTaskRule>(CdkTests.Usings + """
            var app = new Stack();
            new LambdaInvoke(app, "A", new {|SVLS1001:LambdaInvokeProps|}());
            new StateMachine(app, "M", new StateMachineProps());
            partial record Parts(Stack Stack) { LambdaInvoke B => new(Stack, "B", new {|SVLS1001:LambdaInvokeProps|}()); }
            partial record Parts { async System.Threading.Tasks.Task<LambdaInvoke> C() { await System.Threading.Tasks.Task.Yield(); return new(Stack, "C", new {|SVLS1001:LambdaInvokeProps|}()); } }
            class Primary(Stack stack) { public LambdaInvoke D { get; } = new(stack, "D", new {|SVLS1001:LambdaInvokeProps|}()); }
            """, static test =>
            {
                test.TestState.OutputKind = OutputKind.ConsoleApplication;
                test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nusing Amazon.CDK.AWS.StepFunctions.Tasks;\nclass Made { object P = new LambdaInvokeProps(); }"));
            });
    }

    // FN: which machine runs a task is not followed; one file's machines stand for all of its tasks.
    [Fact]
    public Task A_task_of_another_machine_is_not_told_apart() => CdkTests.Check<CdkTaskRule>(
        "new LambdaInvoke(this, \"Pay\", new LambdaInvokeProps { LambdaFunction = id }); new StateMachine(this, \"M\", new StateMachineProps { Timeout = Duration.Minutes(5) });",
        static test => test.TestState.Sources.Add(("Other.cs", CdkTests.InStack(Machine).Replace("AppStack", "Other", StringComparison.Ordinal))));

    [Fact]
    public Task The_fixes_set_a_limit() => Task.WhenAll(
        Fix<TaskTimeoutFixer>(
            "        new LambdaInvoke(this, \"A\", new {|SVLS1001:LambdaInvokeProps|} { LambdaFunction = id }); // a\n        new LambdaInvoke(this, \"B\", new {|SVLS1001:LambdaInvokeProps|}());\n        new StateMachine(this, \"M\", new StateMachineProps());",
            "        new LambdaInvoke(this, \"A\", new LambdaInvokeProps { LambdaFunction = id, TaskTimeout = Timeout.Duration(Duration.Minutes(5)) }); // a\n        new LambdaInvoke(this, \"B\", new LambdaInvokeProps() { TaskTimeout = Timeout.Duration(Duration.Minutes(5)) });\n        new StateMachine(this, \"M\", new StateMachineProps());"),
        Fix<TaskHeartbeatFixer>(
            "        new LambdaInvoke(this, \"A\", new {|SVLS1002:LambdaInvokeProps|} { IntegrationPattern = IntegrationPattern.WAIT_FOR_TASK_TOKEN });\n        new StateMachine(this, \"M\", new StateMachineProps { Timeout = Duration.Minutes(5) });",
            "        new LambdaInvoke(this, \"A\", new LambdaInvokeProps { IntegrationPattern = IntegrationPattern.WAIT_FOR_TASK_TOKEN, HeartbeatTimeout = Timeout.Duration(Duration.Minutes(10)) });\n        new StateMachine(this, \"M\", new StateMachineProps { Timeout = Duration.Minutes(5) });"));

    private static Task Fix<TFix>(string before, string after)
        where TFix : Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider, new()
    {
        var test = new FixTest<HostedRule<CdkTaskRule>, TFix>(CdkTests.InStack(before), CdkTests.InStack(after));
        CdkTests.References(test.TestState.AdditionalReferences);
        return test.RunAsync();
    }
}
