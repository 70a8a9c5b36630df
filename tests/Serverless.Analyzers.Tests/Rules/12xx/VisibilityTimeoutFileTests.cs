using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class VisibilityTimeoutFileTests
{
    private static Task Check(string properties, string resources, Action<RuleTest<VisibilityTimeoutFileRule>>? configure = null, string globals = "") =>
        FileRuleTests.Check("template.yaml", FileRuleTests.Sam(properties + "\nHandler: x\nEvents:\n  E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}", resources, globals), configure: configure);

    [Theory]
    [InlineData("Timeout: 20", "Q:\n  Type: AWS::SQS::Queue\n  Properties:\n    VisibilityTimeout: {|SVLS1206:60|}")]
    [InlineData("Timeout: 20", "{|SVLS1206:Q|}: {Type: AWS::SQS::Queue}")]
    [InlineData("Timeout: '60'", "{|SVLS1206:Q|}: {Type: AWS::SQS::Queue, Properties: {QueueName: a}}")]
    [InlineData("Timeout: 60", "Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: {|SVLS1206:'30'|}}}")]
    public Task A_queue_that_hides_too_short_is_flagged(string properties, string resources) => Check(properties, resources);

    [Theory]
    [InlineData("Timeout: 20", "Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 120}}")]
    [InlineData("Timeout: 5", "Q: {Type: AWS::SQS::Queue}")]
    [InlineData("Timeout: !Ref T", "Q: {Type: AWS::SQS::Queue}")]
    [InlineData("MemorySize: 512", "Q: {Type: AWS::SQS::Queue}")]
    [InlineData("Timeout: 60", "Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: !Ref V}}")]
    [InlineData("Timeout: 60", "Q: {Type: AWS::SQS::Queue, Properties: !Ref P}")]
    [InlineData("Timeout: 60", "Q: {Type: AWS::SNS::Topic}")]
    [InlineData("Timeout: 60", "R: {Type: AWS::SQS::Queue}")]
    public Task Long_enough_and_unknown_are_not(string properties, string resources) => Check(properties, resources);

    [Fact]
    public Task The_slowest_of_several_functions_decides() => Check(
        "Timeout: 20", "Q: {Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: {|SVLS1206:120|}}}\nG: {Type: AWS::Serverless::Function, Properties: {Timeout: 40, Events: {E: {Type: SQS, Properties: {Queue: !GetAtt Q.Arn}}}}}");

    [Fact]
    public Task A_queue_that_feeds_nothing_is_not() => FileRuleTests.Check<VisibilityTimeoutFileRule>("template.yaml", FileRuleTests.Sam("Handler: x\nTimeout: 60", "Q: {Type: AWS::SQS::Queue}"));

    [Fact]
    public Task Below_the_functions_timeout_is_an_error() => FileRuleTests.Check<VisibilityTimeoutFileRule>(
        "template.json",
        """{ "Resources": { "Fn": { "Type": "AWS::Lambda::Function", "Properties": { "Timeout": 60 } }, "Q": { "Type": "AWS::SQS::Queue" }, "M": { "Type": "AWS::Lambda::EventSourceMapping", "Properties": { "FunctionName": { "Ref": "Fn" }, "EventSourceArn": { "Fn::GetAtt": [ "Q", "Arn" ] } } } } }""",
        configure: static test => test.ExpectedDiagnostics.Add(new DiagnosticResult(TemplateEventRules.VisibilityTimeoutTooShort.Id, DiagnosticSeverity.Error)
            .WithSpan("template.json", 1, 94, 1, 97).WithMessageFormat(TemplateEventRules.VisibilityTimeoutTooShort.MessageFormat)
            .WithArguments("Q", 30, "Fn", 60, "the service refuses to connect them", 360)));
}
