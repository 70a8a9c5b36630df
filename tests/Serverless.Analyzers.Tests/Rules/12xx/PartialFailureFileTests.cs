using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class PartialFailureFileTests
{
    private const string Code = """
        public class Function
        {
            public Task<SQSBatchResponse> Handle(SQSEvent e) => Task.FromResult(new SQSBatchResponse());
            public SQSBatchResponse Sync(SQSEvent e) => new();
            public Task Plain(SQSEvent e) => Task.CompletedTask;
            public Amazon.Lambda.KinesisEvents.StreamsEventResponse Stream(Amazon.Lambda.KinesisEvents.KinesisEvent e) => new();
        }
        """;

    private static Task Check(string method, string events, string resources = "") => FileRuleTests.Check<PartialFailureFileRule>(
        "template.yaml", FileRuleTests.Sam($"Handler: TestProject::Function::{method}\n{events}", resources), Code);

    [Theory]
    [InlineData("Handle", "Events:\n  {|SVLS1205:Q|}: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}")]
    [InlineData("Sync", "Events:\n  {|SVLS1205:Q|}:\n    Type: SQS\n    Properties:\n      Queue: !GetAtt Queue.Arn\n      FunctionResponseTypes: []")]
    [InlineData("Stream", "Events:\n  {|SVLS1205:S|}: {Type: Kinesis, Properties: {Stream: !GetAtt S.Arn, StartingPosition: LATEST}}")]
    [InlineData("Handle", "Events:\n  A: {Type: SQS, Properties: {Queue: a, FunctionResponseTypes: [ReportBatchItemFailures]}}\n  {|SVLS1205:B|}: {Type: SQS, Properties: {Queue: b}}")]
    public Task A_source_that_does_not_ask_is_flagged(string method, string events) => Check(method, events);

    [Fact]
    public Task A_mapping_beside_the_function_is_flagged() => Check("Handle", "Timeout: 3", "{|SVLS1205:M|}:\n  Type: AWS::Lambda::EventSourceMapping\n  Properties: {FunctionName: !Ref F, EventSourceArn: !GetAtt Q.Arn}\nQ: {Type: AWS::SQS::Queue}");

    [Theory]
    [InlineData("Handle", "Events:\n  Q: {Type: SQS, Properties: {Queue: q, FunctionResponseTypes: [ReportBatchItemFailures]}}")]
    [InlineData("Handle", "Events:\n  Q: {Type: SQS, Properties: {Queue: q, FunctionResponseTypes: !Ref Types}}")]
    [InlineData("Handle", "Events:\n  Q: {Type: SQS, Properties: !Ref All}")]
    [InlineData("Plain", "Events:\n  Q: {Type: SQS, Properties: {Queue: q}}")]
    [InlineData("Handle", "Events:\n  Q: {Type: SNS, Properties: {Topic: t, SqsSubscription: true}}")]
    [InlineData("Handle", "Events:\n  Q: {Type: Schedule, Properties: {Schedule: rate(1 day)}}")]
    [InlineData("Missing", "Events:\n  Q: {Type: SQS, Properties: {Queue: q}}")]
    [InlineData("Handle", "Timeout: 5")]
    public Task Sources_that_ask_and_handlers_that_return_nothing_are_not(string method, string events) => Check(method, events);

    [Fact]
    public Task What_Annotations_writes_is_not() => FileRuleTests.Check<PartialFailureFileRule>(
        "serverless.template",
        """{ "Resources": { "F": { "Type": "AWS::Serverless::Function", "Metadata": { "Tool": "Amazon.Lambda.Annotations" }, "Properties": { "Handler": "TestProject::Function::Handle", "Events": { "Q": { "Type": "SQS", "Properties": { "Queue": "q" } } } } } } }""",
        Code);

    [Fact]
    public Task The_only_bootstrap_of_an_executable_is_judged() => FileRuleTests.Check<PartialFailureFileRule>(
        "template.yaml",
        FileRuleTests.Sam("Handler: bootstrap\nEvents:\n  {|SVLS1205:Q|}: {Type: SQS, Properties: {Queue: q}}"),
        "public static class P { public static async Task Main() { Func<SQSEvent, ILambdaContext, Task<SQSBatchResponse>> h = async (e, c) => { await Task.Yield(); return new SQSBatchResponse(); }; await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create(h).Build().RunAsync(); } }",
        static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);
}
