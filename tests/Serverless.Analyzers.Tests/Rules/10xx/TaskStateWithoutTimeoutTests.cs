using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.StepFunctions;

public sealed class TaskStateWithoutTimeoutTests
{
    private const string File = "order.asl.json";

    private static Task Check(string json, params DiagnosticResult[] expected) => Check(File, json, expected);

    private static async Task Check(string file, string json, params DiagnosticResult[] expected)
    {
        var test = new RuleTest<StateMachineFileRule>("class Nothing { }");
        test.TestState.AdditionalFiles.Add((file, json));
        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync();
    }

    private static DiagnosticResult At(string json, string state) =>
        new DiagnosticResult(StateMachineFileRules.TaskStateWithoutTimeout).WithSpan(File, Line(json, state), Column(json, state), Line(json, state), Column(json, state) + state.Length + 2).WithArguments(state, "TimeoutSeconds");

    private static int Line(string json, string state) => json[..json.IndexOf($"\"{state}\":", StringComparison.Ordinal)].Count(static c => c == '\n') + 1;

    private static int Column(string json, string state)
    {
        var at = json.IndexOf($"\"{state}\":", StringComparison.Ordinal);
        return at - json.LastIndexOf('\n', at);
    }

    [Fact]
    public Task A_task_without_a_timeout_is_flagged_at_its_name()
    {
        const string Json = """
            {
              "StartAt": "Pay",
              "States": {
                "Pay": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Work" },
                "Work": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:1:activity:x", "End": true }
              }
            }
            """;
        return Check(Json, At(Json, "Pay"), At(Json, "Work"));
    }

    [Fact]
    public Task States_of_branches_and_maps_are_read()
    {
        const string Json = """
            { "StartAt": "P", "States": {
                "P": { "Type": "Parallel", "Branches": [ { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "x", "End": true } } } ], "Next": "M" },
                "M": { "Type": "Map", "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Task", "Resource": "x", "End": true } } }, "Next": "O" },
                "O": { "Type": "Map", "Iterator": { "StartAt": "C", "States": { "C": { "Type": "Task", "Resource": "x", "End": true } } }, "End": true } } }
            """;
        return Check(Json, At(Json, "A"), At(Json, "B"), At(Json, "C"));
    }

    [Theory]
    [InlineData("""{ "TimeoutSeconds": 60, "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "x", "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "x", "TimeoutSeconds": 5, "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "x", "TimeoutSecondsPath": "$.t", "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "x", "TimeoutSeconds": "{% $t %}", "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }""")]
    [InlineData("""{ "StartAt": "A", "States": """)]
    [InlineData("""[ 1 ]""")]
    [InlineData("")]
    public Task A_task_with_one_other_states_and_broken_files_are_not(string json) => Check(json);

    [Fact]
    public Task Other_files_are_not_read() =>
        Check("order.json", """{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "x", "End": true } } }""");

    [Theory]
    [InlineData("order.asl.yaml", "StartAt: A\nStates:\n  {|SVLS1001:A|}:\n    Type: Task\n    Resource: x\n    End: true\n")]
    [InlineData("order.asl.yml", "StartAt: A\nStates:\n  P:\n    Type: Map\n    ItemProcessor: {StartAt: B, States: {{|SVLS1001:B|}: {Type: Task, Resource: x}}}\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        States:\n          {|SVLS1001:A|}: {Type: Task, Resource: !GetAtt F.Arn, End: true}\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      {|SVLS1001:DefinitionString|}: !Sub |\n        { \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Task\", \"Resource\": \"${F.Arn}\", \"End\": true } } }\n")]
    [InlineData("serverless.template", """{ "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { {|SVLS1001:"DefinitionString"|}: { "Fn::Sub": [ "{ \"States\": { \"A\": { \"Type\": \"Task\", \"Resource\": \"${F}\" } } }", {} ] } } } } }""")]
    public Task Yaml_and_machines_in_templates_are_read(string file, string text) => FileRuleTests.Check<StateMachineFileRule>(file, text);

    [Theory]
    [InlineData("order.asl.yaml", "TimeoutSeconds: 60\nStates:\n  A: {Type: Task, Resource: x}\n")]
    [InlineData("order.asl.yaml", "States:\n  A: {Type: Task, TimeoutSeconds: !Ref T}\n  B: !If [C, {Type: Task}, {Type: Pass}]\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: order.asl.json\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: !Join ['', ['{', '}']]\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Type: EXPRESS\n      Definition: {States: {A: {Type: Task, Resource: x}}}\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      StateMachineType: EXPRESS\n      DefinitionString: '{ \"States\": { \"A\": { \"Type\": \"Task\" } } }'\n")]
    [InlineData("order.asl.yaml", "States:\n  M:\n    Type: Map\n    ItemProcessor: {ProcessorConfig: {Mode: DISTRIBUTED, ExecutionType: EXPRESS}, States: {A: {Type: Task, Resource: x}}}\n")]
    [InlineData("order.yaml", "States:\n  A: {Type: Task, Resource: x}\n")]
    [InlineData("order.asl.yaml", "States:\n  A: {Type: Task")]
    public Task Limits_computed_states_and_other_files_are_not(string file, string text) => FileRuleTests.Check<StateMachineFileRule>(file, text);
}
