using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class EventFixTests
{
    private const string Lambda = "static readonly Amazon.Lambda.IAmazonLambda Client = new Amazon.Lambda.AmazonLambdaClient();\n\n";
    private const string Bus = "static readonly Amazon.EventBridge.IAmazonEventBridge Bus = new Amazon.EventBridge.AmazonEventBridgeClient();\nstatic readonly Amazon.SQS.IAmazonSQS Sqs = new Amazon.SQS.AmazonSQSClient();\n\n";

    [Fact]
    public Task An_invocation_whose_answer_is_not_read_becomes_an_event() => FixTest<HostedRule<FunctionCallRule>, EventInvocationFixer>.Check(
        Lambda + """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            await {|SVLS1201:Client.InvokeAsync(new() { FunctionName = r.Id })|}; // tell
            _ = await {|SVLS1201:Client.InvokeAsync(new Amazon.Lambda.Model.InvokeRequest { FunctionName = r.Id, InvocationType = Amazon.Lambda.InvocationType.RequestResponse, Payload = "{}" })|};
        }
        """,
        Lambda + """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            await Client.InvokeAsync(new() { FunctionName = r.Id, InvocationType = Amazon.Lambda.InvocationType.Event }); // tell
            _ = await Client.InvokeAsync(new Amazon.Lambda.Model.InvokeRequest { FunctionName = r.Id, InvocationType = Amazon.Lambda.InvocationType.Event, Payload = "{}" });
        }
        """);

    [Theory]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { var a = await {|SVLS1201:Client.InvokeAsync(new() { FunctionName = r.Id })|}; Console.WriteLine(a.Payload); }")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { var q = new Amazon.Lambda.Model.InvokeRequest(); await {|SVLS1201:Client.InvokeAsync(q)|}; }")]
    public Task One_whose_answer_is_read_or_whose_request_is_elsewhere_is_not_changed(string members) => FixTest<HostedRule<FunctionCallRule>, EventInvocationFixer>.CheckNone(Lambda + members);

    [Fact]
    public Task Failed_entries_become_an_exception() => FixTest<HostedRule<BatchResultRule>, FailedEntriesFixer>.Check(
        Bus + """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            // tell everybody
            await {|SVLS1207:Bus.PutEventsAsync(new())|}.ConfigureAwait(false); // now
            var sent = await {|SVLS1207:Sqs.SendMessageBatchAsync(new())|};
            if (r.Id == "x")
            {
                _ = await {|SVLS1207:Bus.PutEventsAsync(new())|};
            }
        }
        """,
        Bus + """
        [LambdaFunction]
        public async Task Handle(Request r)
        {
            // tell everybody
            var response = await Bus.PutEventsAsync(new()).ConfigureAwait(false); // now
            if (response.FailedEntryCount > 0)
                throw new InvalidOperationException($"PutEvents: {response.FailedEntryCount} entries failed");
            var sent = await Sqs.SendMessageBatchAsync(new());
            if (sent.Failed is { Count: > 0 })
                throw new InvalidOperationException($"SendMessageBatch: {sent.Failed.Count} entries failed");
            if (r.Id == "x")
            {
                var response2 = await Bus.PutEventsAsync(new());
                if (response2.FailedEntryCount > 0)
                    throw new InvalidOperationException($"PutEvents: {response2.FailedEntryCount} entries failed");
            }
        }
        """);

    [Theory]
    [InlineData("[LambdaFunction] public Task Handle(Request r) => {|SVLS1207:Bus.PutEventsAsync(new())|};")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { if (r.Id == \"\") await {|SVLS1207:Bus.PutEventsAsync(new())|}; }")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { r.Items.ForEach(async i => await {|SVLS1207:Bus.PutEventsAsync(new())|}); await Task.Yield(); }")]
    public Task Where_no_statement_can_follow_nothing_is_offered(string members) => FixTest<HostedRule<BatchResultRule>, FailedEntriesFixer>.CheckNone(Bus + members);
}
