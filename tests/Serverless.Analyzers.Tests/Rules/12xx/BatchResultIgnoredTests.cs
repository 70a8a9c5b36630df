using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class BatchResultIgnoredTests
{
    internal const string Usings = """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        using Amazon.EventBridge;
        using Amazon.EventBridge.Model;
        using Amazon.Kinesis;
        using Amazon.KinesisFirehose;
        using Amazon.SimpleNotificationService;
        using Amazon.SQS;
        using Amazon.SQS.Model;

        """;

    internal const string Clients = """
        static readonly IAmazonSQS Sqs = new AmazonSQSClient(); static readonly IAmazonSimpleNotificationService Sns = new AmazonSimpleNotificationServiceClient();
        static readonly IAmazonDynamoDB Db = new AmazonDynamoDBClient(); static readonly IAmazonKinesis Kinesis = new AmazonKinesisClient();
        static readonly IAmazonKinesisFirehose Firehose = new AmazonKinesisFirehoseClient(); static readonly IAmazonEventBridge Bus = new AmazonEventBridgeClient();
        static readonly IAmazonS3 S3 = new AmazonS3Client();

        """;

    private static Task Check(string members, Action<RuleTest<BatchResultRule>>? configure = null) => RuleTests.Check(Usings + RuleTests.InFunction(Clients + members), configure);

    private static string Handler(string body) => "[LambdaFunction] public async Task Handle(Request r) { " + body + " await Task.Yield(); }";

    [Theory]
    [InlineData("await {|SVLS1207:Bus.PutEventsAsync(new PutEventsRequest())|};")]
    [InlineData("_ = await {|SVLS1207:Sqs.SendMessageBatchAsync(r.Id, new List<SendMessageBatchRequestEntry>())|}.ConfigureAwait(false);")]
    [InlineData("var done = await {|SVLS1207:Db.BatchWriteItemAsync(new BatchWriteItemRequest())|}; Console.WriteLine(done.HttpStatusCode);")]
    [InlineData("var done = (await {|SVLS1207:Db.BatchGetItemAsync(new BatchGetItemRequest())|}).Responses; Console.WriteLine(done.Count);")]
    [InlineData("await {|SVLS1207:Kinesis.PutRecordsAsync(new())|}; await {|SVLS1207:Firehose.PutRecordBatchAsync(new())|}; await {|SVLS1207:Sns.PublishBatchAsync(new())|};")]
    [InlineData("{|SVLS1207:Bus.PutEventsAsync(new())|}.GetAwaiter().GetResult();")]
    [InlineData("await Task.WhenAll(r.Items.Select(async i => { await {|SVLS1207:Bus.PutEventsAsync(new())|}; }));")]
    public Task A_result_that_nobody_looks_at_is_flagged(string body) => Check(Handler(body));

    [Theory]
    [InlineData("var done = await Bus.PutEventsAsync(new()); if (done.FailedEntryCount > 0) throw new Exception();")]
    [InlineData("if ((await Bus.PutEventsAsync(new())).FailedEntryCount > 0) throw new Exception();")]
    [InlineData("var done = await Sqs.SendMessageBatchAsync(new()); if (done?.Failed is { Count: > 0 }) throw new Exception();")]
    [InlineData("var done = await Sqs.SendMessageBatchAsync(new()); if (done is { Failed.Count: > 0 }) throw new Exception();")]
    [InlineData("var done = await Sqs.SendMessageBatchAsync(new()); if (done.Successful.Count < 10) throw new Exception();")]
    [InlineData("var w = await Db.BatchWriteItemAsync(new BatchWriteItemRequest()); while (w.UnprocessedItems.Count > 0) w = await Db.BatchWriteItemAsync(w.UnprocessedItems);")]
    [InlineData("var done = await Kinesis.PutRecordsAsync(new()); foreach (var entry in done.Records) Console.WriteLine(entry.ErrorCode);")]
    [InlineData("var done = await Bus.PutEventsAsync(new()); Verify(done);")]
    [InlineData("Verify(await Bus.PutEventsAsync(new()));")]
    [InlineData("var task = Bus.PutEventsAsync(new()); var done = await task; Verify(done);")]
    [InlineData("await S3.DeleteObjectsAsync(new() { BucketName = r.Id });")]
    [InlineData("await Sqs.SendMessageAsync(r.Id, \"\"); await Other.PutEventsAsync();")]
    public Task A_result_that_is_examined_or_handed_on_is_not(string body) =>
        Check(Handler(body) + " static void Verify(PutEventsResponse response) { } static class Other { public static Task PutEventsAsync() => Task.CompletedTask; }");

    [Fact]
    public Task A_helper_is_followed_and_unreached_code_is_not() => Check("""
        [LambdaFunction] public Task Handle(Request r) => Send();
        static Task Send() => {|SVLS1207:Bus.PutEventsAsync(new())|};
        static Task<PutEventsResponse> Handed() => Bus.PutEventsAsync(new());
        async Task Unused() => await Bus.PutEventsAsync(new());
        """);

    [Fact]
    public Task The_message_names_the_member_and_the_path() => Check("[LambdaFunction] public Task Handle(Request r) => Send(); static async Task Send() => await {|#0:Db.BatchWriteItemAsync(new BatchWriteItemRequest())|};", test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.BatchResultIgnored, "BatchWriteItem", "UnprocessedItems", "Handle → Function.Send")));

    [Fact]
    public Task Records_primary_constructors_and_local_functions_are_read_and_generated_code_is_not() => RuleTests.Check<BatchResultRule>(
        Usings + "public partial record Function(IAmazonEventBridge Bus) { [LambdaFunction] public async Task Handle(string s) { await Local(); async Task Local() => await {|SVLS1207:Bus.PutEventsAsync(new())|}; } }",
        test => test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public async System.Threading.Tasks.Task H(string s) { await new Amazon.EventBridge.AmazonEventBridgeClient().PutEventsAsync(new Amazon.EventBridge.Model.PutEventsRequest()); } }")));

    // FN: tasks that are collected and awaited together.
    [Fact]
    public Task Results_of_tasks_awaited_together_are_not_followed() => Check(Handler("await Task.WhenAll(Bus.PutEventsAsync(new()), Bus.PutEventsAsync(new()));"));
}
