using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Handlers;

public sealed class EventTypeFileTests
{
    private const string Code = """
        public class Function
        {
            public void V1(APIGatewayProxyRequest r) { }
            public void V2(APIGatewayHttpApiV2ProxyRequest r) { }
            public void Queue(SQSEvent e) { }
            public void Topic(Amazon.Lambda.SNSEvents.SNSEvent e) { }
            public void Time(Amazon.Lambda.CloudWatchEvents.ScheduledEvents.ScheduledEvent e) { }
            public void Own(Dictionary<string, string> e) { }
            public void Raw(Stream s) { }
            public void Nothing() { }
        }
        """;

    private static Task Check(string method, string events) => FileRuleTests.Check<EventTypeFileRule>(
        "template.yaml", FileRuleTests.Sam($"Handler: TestProject::Function::{method}\n{events}"), Code);

    [Theory]
    [InlineData("V1", "Events: {{|SVLS0710:E|}: {Type: HttpApi}}")]
    [InlineData("V2", "Events: {{|SVLS0710:E|}: {Type: Api, Properties: {Path: /, Method: get}}}")]
    [InlineData("V2", "Events: {{|SVLS0710:E|}: {Type: HttpApi, Properties: {PayloadFormatVersion: '1.0'}}}")]
    [InlineData("V1", "{|SVLS0710:FunctionUrlConfig|}: {AuthType: AWS_IAM}")]
    [InlineData("Queue", "Events: {{|SVLS0710:E|}: {Type: SNS, Properties: {Topic: t}}}")]
    [InlineData("Topic", "Events: {{|SVLS0710:E|}: {Type: SNS, Properties: {Topic: t, SqsSubscription: true}}}")]
    [InlineData("Queue", "Events: {Q: {Type: SQS, Properties: {Queue: q}}, {|SVLS0710:E|}: {Type: Schedule, Properties: {Schedule: rate(1 day)}}}")]
    [InlineData("Time", "Events: {{|SVLS0710:E|}: {Type: S3, Properties: {Bucket: b}}}")]
    public Task Another_sources_event_is_flagged(string method, string events) => Check(method, events);

    [Theory]
    [InlineData("V1", "Events: {E: {Type: Api, Properties: {Path: /, Method: get}}}")]
    [InlineData("V1", "Events: {E: {Type: HttpApi, Properties: {PayloadFormatVersion: '1.0'}}}")]
    [InlineData("V1", "Events: {E: {Type: HttpApi, Properties: {PayloadFormatVersion: !Ref P}}}")]
    [InlineData("V1", "Events: {E: {Type: HttpApi, Properties: {ApiId: !Ref Elsewhere}}}")]
    [InlineData("V2", "FunctionUrlConfig: {AuthType: AWS_IAM}\nEvents: {E: {Type: HttpApi}}")]
    [InlineData("Queue", "Events: {E: {Type: SQS, Properties: {Queue: q}}}")]
    [InlineData("Queue", "Events: {E: {Type: SNS, Properties: {Topic: t, SqsSubscription: true}}}")]
    [InlineData("Queue", "Events: {E: {Type: Schedule, Properties: {Schedule: rate(1 day), Input: '{\"Records\": []}'}}}")]
    [InlineData("Time", "Events: {E: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 day)}}}")]
    [InlineData("Own", "Events: {E: {Type: SQS, Properties: {Queue: q}}}")]
    [InlineData("Raw", "Events: {E: {Type: HttpApi}}")]
    [InlineData("Nothing", "Events: {E: {Type: HttpApi}}")]
    [InlineData("Queue", "Events: {E: {Type: Cognito}}")]
    [InlineData("V1", "Timeout: 3")]
    public Task The_right_event_and_unknown_ones_are_not(string method, string events) => Check(method, events);

    [Fact]
    public Task An_inherited_handler_is_judged_by_its_base_class() => FileRuleTests.Check<EventTypeFileRule>(
        "template.yaml", FileRuleTests.Sam("Handler: TestProject::Entry::FunctionHandlerAsync\nEvents: {{|SVLS0710:E|}: {Type: HttpApi}}"),
        "public class Entry : Amazon.Lambda.AspNetCoreServer.APIGatewayProxyFunction { }");

    [Fact]
    public Task Another_payload_format_is_an_error_and_another_source_a_warning() => FileRuleTests.Check<EventTypeFileRule>(
        "template.yaml",
        "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Handler: TestProject::Function::V1\n      Events:\n        A: {Type: HttpApi}\n        B: {Type: SQS}\n",
        Code,
        static test => test.ExpectedDiagnostics.AddRange([
            new DiagnosticResult(HandlerRules.EventTypeMismatch.Id, DiagnosticSeverity.Error).WithSpan("template.yaml", 7, 9, 7, 10).WithMessageFormat(HandlerRules.EventTypeMismatch.MessageFormat)
                .WithArguments("'V1'", "APIGatewayProxyRequest", "'A', an HTTP API with payload format 2.0,", "APIGatewayHttpApiV2ProxyRequest", "the members that differ stay null"),
            new DiagnosticResult(HandlerRules.EventTypeMismatch.Id, DiagnosticSeverity.Warning).WithSpan("template.yaml", 8, 9, 8, 10).WithMessageFormat(HandlerRules.EventTypeMismatch.MessageFormat)
                .WithArguments("'V1'", "APIGatewayProxyRequest", "'B', a queue,", "SQSEvent", "the members that differ stay null"),
        ]));
}
