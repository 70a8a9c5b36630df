using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.StepFunctions;

public sealed class CallbackWithoutHeartbeatTests
{
    [Theory]
    [InlineData("o.asl.json", """{ "TimeoutSeconds": 9, "States": { {|SVLS1002:"A"|}: { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken" } } }""")]
    [InlineData("o.asl.yaml", "TimeoutSeconds: 9\nStates:\n  P:\n    Type: Parallel\n    Branches:\n    - States:\n        {|SVLS1002:A|}: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken'}\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        TimeoutSeconds: 9\n        States:\n          {|SVLS1002:A|}: {Type: Task, Resource: 'arn:aws:states:::ecs:runTask.waitForTaskToken'}\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      {|SVLS1002:DefinitionString|}: '{ \"TimeoutSeconds\": 9, \"States\": { \"A\": { \"Type\": \"Task\", \"Resource\": \"x.waitForTaskToken\" } } }'\n")]
    public Task A_callback_without_one_is_flagged(string file, string text) => FileRuleTests.Check<StateMachineFileRule>(file, text);

    [Theory]
    [InlineData("""{ "TimeoutSeconds": 9, "States": { "A": { "Type": "Task", "Resource": "x.waitForTaskToken", "HeartbeatSeconds": 5 } } }""")]
    [InlineData("""{ "TimeoutSeconds": 9, "States": { "A": { "Type": "Task", "Resource": "x.waitForTaskToken", "HeartbeatSecondsPath": "$.h" } } }""")]
    [InlineData("""{ "TimeoutSeconds": 9, "States": { "A": { "Type": "Task", "Resource": "x.waitForTaskToken", "HeartbeatSeconds": "{% $h %}" } } }""")]
    [InlineData("""{ "TimeoutSeconds": 9, "States": { "A": { "Type": "Task", "Resource": "x.sync:2" } } }""")]
    [InlineData("""{ "TimeoutSeconds": 9, "States": { "A": { "Type": "Pass", "Resource": "x.waitForTaskToken" } } }""")]
    [InlineData("""{ "TimeoutSeconds": 9, "States": { "A": { "Type": "Task", "Resource": { "Ref": "R" } } } }""")]
    public Task Heartbeats_and_other_tasks_are_not(string json) => FileRuleTests.Check<StateMachineFileRule>("o.asl.json", json);

    [Fact]
    public Task A_state_that_ends_by_itself_is_information() => FileRuleTests.Check<StateMachineFileRule>(
        "o.asl.yaml", "States:\n  A: {Type: Task, Resource: x.waitForTaskToken, TimeoutSeconds: 60}\n",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(StateMachineFileRules.CallbackWithoutHeartbeat.Id, DiagnosticSeverity.Info)
            .WithSpan("o.asl.yaml", 2, 3, 2, 4).WithMessageFormat(StateMachineFileRules.CallbackWithoutHeartbeat.MessageFormat).WithArguments("A", "HeartbeatSeconds")));
}
