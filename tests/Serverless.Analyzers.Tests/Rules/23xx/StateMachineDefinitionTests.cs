using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.StateMachines;

/// <summary>Where definitions are found and where their faults are reported; what is a fault, the tests of the checker say.</summary>
public sealed class StateMachineDefinitionTests
{
    [Theory]
    [InlineData("o.asl.json", """{ "StartAt": "A", "States": { "A": { "Type": "Succeed", {|SVLS2317:"Wait"|}: 1 } } }""")]
    [InlineData("o.asl.yaml", "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: {|SVLS2301:B|}\n    Comment: c\n  {|SVLS2302:C|}: {Type: Succeed}\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        States:\n          A: {Type: Wait, Seconds: {|SVLS2317:-1|}, End: true}\n")]
    [InlineData("template.json", """{ "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": { "Definition": { "StartAt": {|SVLS2301:"B"|}, "States": { "A": { "Type": "Succeed" } } } } } } }""")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      {|SVLS2317:DefinitionString|}: !Sub '{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Task\", \"End\": true } } }'\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Type: EXPRESS\n      Definition:\n        StartAt: A\n        States:\n          A: {Type: Task, Resource: {|SVLS2304:'arn:aws:states:::ecs:runTask.sync'|}, Parameters: {TaskDefinition: t}, End: true}\n")]
    public Task A_fault_is_reported_where_it_stands(string file, string text) => Check((file, text));

    [Fact]
    public Task A_template_says_that_the_definition_in_another_file_is_express() => Check(
        ("app/template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties: {Type: EXPRESS, DefinitionUri: ../flows/o.asl.json}\n"),
        ("flows/o.asl.json", """{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": {|SVLS2304:"arn:aws:states:::ecs:runTask.sync"|}, "Parameters": { "TaskDefinition": "t" }, "End": true } } }"""));

    [Theory]
    [InlineData("o.asl.json", """{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${Pay}", "TimeoutSeconds": "${Limit}", "Next": "B" }, "B": { "Type": "Wait", "Seconds": "${Pause}", "End": true } } }""")]
    [InlineData("o.asl.json", "{ // a comment\n\"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\" } } }")]
    [InlineData("o.asl.json", "{ \"StartAt\": ")]
    [InlineData("o.json", """{ "StartAt": "B", "States": { "A": { "Type": "Succeed" } } }""")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: o.asl.json\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: !Join ['', ['{', '}']]\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        Fn::Transform: {Name: AWS::Include}\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        States:\n          A: {Type: Task, Resource: !GetAtt F.Arn, TimeoutSeconds: !Ref T, End: true}\n")]
    [InlineData("template.yaml", "Resources:\n  M:\n    Type: AWS::SQS::Queue\n    Properties:\n      Definition: {StartAt: A}\n")]
    public Task What_a_deployment_puts_in_and_what_is_no_definition_is_left_alone(string file, string text) => Check((file, text));

    private static async Task Check(params (string File, string Text)[] files)
    {
        var test = new DefinitionTest { TestCode = FileRuleTests.Usings + "class Nothing { }" };
        foreach (var (file, text) in files)
            test.TestState.AdditionalFiles.Add((file, text.ReplaceLineEndings("\n")));
        await test.RunAsync();
    }

    private sealed class DefinitionTest : CSharpAnalyzerTest<StateMachineDefinitionAnalyzer, DefaultVerifier>
    {
        public DefinitionTest()
        {
            RuleTests.Configure(TestState);
            SolutionTransforms.Add(RuleTests.WithNullable);
        }

        protected override Microsoft.CodeAnalysis.ParseOptions CreateParseOptions() => RuleTests.ParseOptions;
    }
}
