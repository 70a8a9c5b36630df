using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.StepFunctions;

/// <summary>SVLS1003 and SVLS1004 in definitions of files and templates.</summary>
public sealed class LambdaTaskFileTests
{
    private const string Retry = "\"Retry\": [ { \"ErrorEquals\": [ \"Lambda.ServiceException\" ] } ]";

    private static Task Check(string file, string text, params (string File, string Text)[] others) => FileRuleTests.Check<LambdaTaskFileRule>(
        file, text, configure: test =>
        {
            foreach (var (name, content) in others)
                test.TestState.AdditionalFiles.Add((name, content.ReplaceLineEndings("\n")));
        });

    [Theory]
    [InlineData("""{ "StartAt": "A", "States": { {|SVLS1003:"A"|}: { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { {|SVLS1003:"A"|}: { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { {|SVLS1003:"A"|}: { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "Retry": [ { "ErrorEquals": [ "Busy" ] } ], "End": true } } }""")]
    public Task A_function_that_is_not_tried_again_is_information(string json) => Check("o.asl.json", json);

    [Theory]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [ { "ErrorEquals": [ "Lambda.ServiceException", "Lambda.SdkClientException" ] } ], "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [ { "ErrorEquals": [ "States.ALL" ] } ], "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [ { "ErrorEquals": [ "${Errors}" ] } ], "End": true } } }""")]
    [InlineData("""{ "StartAt": "P", "States": { "P": { "Type": "Parallel", "Retry": [ { "ErrorEquals": [ "States.TaskFailed" ] } ], "Branches": [ { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } } } ], "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:1:activity:lambda", "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }""")]
    public Task Retriers_here_or_around_it_and_other_tasks_are_silent(string json) => Check("o.asl.json", json);

    [Fact]
    public Task A_state_that_gives_up_before_its_function_is_flagged_in_a_template() => Check("template.yaml", FileRuleTests.Sam("""
        Handler: App::App.F::H
        Runtime: dotnet8
        Timeout: 60
        """, """
        M:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition:
              StartAt: A
              States:
                {|SVLS1004:A|}: {Type: Task, Resource: !GetAtt F.Arn, TimeoutSeconds: 30, Retry: [{ErrorEquals: [States.ALL]}], Next: B}
                B: {Type: Task, Resource: !GetAtt F.Arn, TimeoutSeconds: 60, Retry: [{ErrorEquals: [States.ALL]}], Next: C}
                {|SVLS1004:C|}: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke', Parameters: {FunctionName: !Ref F}, TimeoutSeconds: 59, Retry: [{ErrorEquals: [States.ALL]}], End: true}
        """));

    [Fact]
    public Task A_definition_in_a_file_is_compared_with_the_functions_of_its_template() => Check(
        "flow.asl.json",
        "{ \"StartAt\": \"A\", \"States\": { {|SVLS1004:\"A\"|}: { \"Type\": \"Task\", \"Resource\": \"${Pay}\", \"TimeoutSeconds\": 10, " + Retry + ", \"Next\": \"B\" }, "
        + "\"B\": { \"Type\": \"Task\", \"Resource\": \"${Other}\", \"TimeoutSeconds\": 10, " + Retry + ", \"End\": true } } }",
        ("template.yaml", FileRuleTests.Sam("Handler: App::App.F::H\nRuntime: dotnet8\nTimeout: 20", "M:\n  Type: AWS::Serverless::StateMachine\n  Properties:\n    DefinitionUri: flow.asl.json\n    DefinitionSubstitutions: {Pay: !GetAtt F.Arn, Other: !Ref Parameter}")));

    [Theory]
    [InlineData("""{ "TimeoutSeconds": 60, "StartAt": "A", "States": { {|SVLS1004:"A"|}: { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": 61, "End": true } } }""")]
    [InlineData("""{ "TimeoutSeconds": 60, "StartAt": "P", "States": { "P": { "Type": "Map", "ItemProcessor": { "StartAt": "A", "States": { {|SVLS1004:"A"|}: { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": 90, "End": true } } }, "End": true } } }""")]
    [InlineData("""{ "TimeoutSeconds": 60, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": 60, "End": true } } }""")]
    [InlineData("""{ "TimeoutSeconds": 60, "StartAt": "P", "States": { "P": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": 90, "End": true } } }, "End": true } } }""")]
    [InlineData("""{ "QueryLanguage": "JSONata", "TimeoutSeconds": 60, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": "{% $states.input.t %}", "End": true } } }""")]
    public Task A_state_that_may_take_longer_than_the_machine_is_flagged(string json) => Check("o.asl.json", json);

    [Fact]
    public Task The_message_names_both_times() => FileRuleTests.Check<LambdaTaskFileRule>(
        "o.asl.yaml", "TimeoutSeconds: 60\nStartAt: A\nStates:\n  A: {Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', TimeoutSeconds: 90, End: true}\n",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(StateMachineFileRules.TimeoutsDisagree.Id, DiagnosticSeverity.Warning)
            .WithSpan("o.asl.yaml", 4, 3, 4, 4).WithMessage("Task state 'A' may take 90 s, and the whole state machine ends after 60 s; its own timeout never acts")));
}
