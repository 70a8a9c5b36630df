using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class WritesOwnTriggerTests
{
    private const string Usings = """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.Model;
        using Amazon.Kinesis;
        using Amazon.Lambda.DynamoDBEvents;
        using Amazon.Lambda.KinesisEvents;
        using Amazon.Lambda.S3Events;
        using Amazon.Lambda.SNSEvents;
        using Amazon.Lambda.SQSEvents;
        using Amazon.S3.Model;
        using Amazon.S3.Transfer;
        using Amazon.SimpleNotificationService;
        using Amazon.SQS;

        """;

    private const string Clients = """
        static readonly IAmazonS3 S3 = new AmazonS3Client(); static readonly ITransferUtility Transfer = new TransferUtility(S3); static readonly IAmazonSQS Sqs = new AmazonSQSClient();
        static readonly IAmazonSimpleNotificationService Sns = new AmazonSimpleNotificationServiceClient(); static readonly IAmazonDynamoDB Db = new AmazonDynamoDBClient();
        static readonly IAmazonKinesis Kinesis = new AmazonKinesisClient(); static readonly string Output = Environment.GetEnvironmentVariable("OUTPUT")!; const string Prefix = "thumb/";

        """;

    private static Task Check(string members, Action<RuleTest<OwnTriggerRule>>? configure = null) => RuleTests.Check(Usings + RuleTests.InFunction(Clients + members), configure);

    private static string OnS3(string body) => "[LambdaFunction] public async Task Handle(S3Event e) { foreach (var rec in e.Records) { var bucket = rec.S3.Bucket.Name; var k = rec.S3.Object.Key; " + body + " } await Task.Yield(); }";

    [Theory]
    [InlineData("await {|SVLS1203:S3.PutObjectAsync(new PutObjectRequest { BucketName = rec.S3.Bucket.Name, Key = k })|};")]
    [InlineData("await {|SVLS1203:S3.PutObjectAsync(new() { BucketName = bucket, Key = Guid.NewGuid().ToString() })|};")]
    [InlineData("var q = new PutObjectRequest(); q.BucketName = bucket; q.Key = k; await {|SVLS1203:S3.PutObjectAsync(q)|};")]
    [InlineData("await {|SVLS1203:S3.CopyObjectAsync(bucket, k, bucket, k)|};")]
    [InlineData("await {|SVLS1203:Transfer.UploadAsync(\"/tmp/x\", bucket, k)|};")]
    [InlineData("await Task.Run(async () => { await {|SVLS1203:S3.PutObjectAsync(new() { BucketName = bucket, Key = k })|}; });")]
    public Task A_write_to_the_bucket_of_the_event_is_flagged(string body) => Check(OnS3(body));

    [Theory]
    [InlineData("await S3.PutObjectAsync(new() { BucketName = bucket, Key = \"thumb/\" + k });")]
    [InlineData("await S3.PutObjectAsync(new() { BucketName = bucket, Key = $\"thumb/{k}\" });")]
    [InlineData("await S3.PutObjectAsync(new() { BucketName = bucket, Key = $\"{Prefix}{k}\" });")]
    [InlineData("var target = string.Concat(Prefix, k); await S3.PutObjectAsync(new() { BucketName = bucket, Key = target });")]
    [InlineData("await S3.PutObjectAsync(new() { BucketName = bucket, Key = Path.Combine(\"thumb\", k) });")]
    [InlineData("await S3.CopyObjectAsync(bucket, k, bucket, \"done/\" + k);")]
    [InlineData("await Transfer.UploadAsync(\"/tmp/x\", bucket, \"thumb/\" + k);")]
    [InlineData("await S3.PutObjectAsync(new() { BucketName = Output, Key = k });")]
    [InlineData("await S3.CopyObjectAsync(bucket, k, Output, k);")]
    [InlineData("var o = await S3.GetObjectAsync(bucket, k); await S3.DeleteObjectAsync(bucket, k);")]
    public Task A_constant_prefix_or_another_bucket_is_not(string body) => Check(OnS3(body));

    [Theory]
    [InlineData("await {|#0:S3.PutObjectAsync(new() { BucketName = bucket, Key = k + \".json\" })|};")]
    [InlineData("await {|#0:S3.PutObjectAsync(new() { BucketName = bucket, Key = Path.ChangeExtension(k, \".png\") })|};")]
    [InlineData("if (k.EndsWith(\".done\")) continue; await {|#0:S3.PutObjectAsync(new() { BucketName = bucket, Key = k })|};")]
    public Task Another_ending_or_a_test_of_the_key_makes_it_information(string body) => Check(OnS3(body), test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.WritesOwnTrigger, "PutObject", "bucket", "Handle", "write to another bucket, or under a constant prefix that the trigger's filter leaves out").WithSeverity(DiagnosticSeverity.Info)));

    [Theory]
    [InlineData("SQSEvent e", "var url = (await Sqs.GetQueueUrlAsync(e.Records[0].EventSourceArn.Split(':').Last())).QueueUrl; await {|SVLS1203:Sqs.SendMessageAsync(url, \"again\")|};")]
    [InlineData("SNSEvent e", "foreach (var n in e.Records) await {|SVLS1203:Sns.PublishAsync(n.Sns.TopicArn, \"again\")|};")]
    [InlineData("DynamoDBEvent e", "foreach (var n in e.Records) await {|SVLS1203:Db.UpdateItemAsync(new UpdateItemRequest { TableName = n.EventSourceArn.Split('/')[1] })|};")]
    [InlineData("KinesisEvent e", "foreach (var n in e.Records) await {|SVLS1203:Kinesis.PutRecordAsync(new() { StreamARN = n.EventSourceARN })|};")]
    public Task Queues_topics_tables_and_streams_loop_too(string parameter, string body) => Check("[LambdaFunction] public async Task Handle(" + parameter + ") { " + body + " }");

    [Theory]
    [InlineData("SQSEvent e", "foreach (var m in e.Records) await Sqs.SendMessageAsync(Output, m.Body);")]
    [InlineData("SQSEvent e", "foreach (var m in e.Records) await Sqs.DeleteMessageAsync(m.EventSourceArn, m.ReceiptHandle);")]
    [InlineData("SNSEvent e", "foreach (var n in e.Records) await Sns.PublishAsync(Output, n.Sns.TopicArn);")]
    [InlineData("DynamoDBEvent e", "foreach (var n in e.Records) await Db.PutItemAsync(new PutItemRequest { TableName = Output, Item = new() { [\"from\"] = new(n.EventSourceArn) } });")]
    [InlineData("KinesisEvent e", "foreach (var n in e.Records) await Kinesis.PutRecordAsync(new() { StreamName = Output, PartitionKey = n.EventSourceARN });")]
    public Task Other_targets_do_not(string parameter, string body) => Check("[LambdaFunction] public async Task Handle(" + parameter + ") { " + body + " }");

    [Fact]
    public Task The_bucket_is_followed_through_helpers_and_unreached_code_is_silent() => Check("""
        [LambdaFunction] public Task Handle(S3Event e) => Save(e.Records[0].S3.Bucket.Name, e.Records[0].S3.Object.Key);
        static Task Save(string bucket, string key) => Write(bucket, key);
        static Task Write(string target, string key) => {|SVLS1203:S3.PutObjectAsync(new PutObjectRequest { BucketName = target, Key = key })|};
        Task Unused(S3Event e) => S3.PutObjectAsync(new PutObjectRequest { BucketName = e.Records[0].S3.Bucket.Name, Key = "" });
        """);

    [Fact]
    public Task The_message_names_the_target_and_the_way_out() => Check(OnS3("await {|#0:S3.PutObjectAsync(new() { BucketName = bucket, Key = k })|};"), test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.WritesOwnTrigger, "PutObject", "bucket", "Handle", "write to another bucket, or under a constant prefix that the trigger's filter leaves out")));

    [Fact]
    public Task Records_primary_constructors_and_local_functions_are_read_and_generated_code_is_not() => RuleTests.Check<OwnTriggerRule>(
        Usings + "public partial record Function(IAmazonS3 Client) { [LambdaFunction] public Task Handle(S3Event e) { return Local(); Task Local() => {|SVLS1203:Client.PutObjectAsync(new PutObjectRequest { BucketName = e.Records[0].S3.Bucket.Name, Key = e.Records[0].S3.Object.Key })|}; } }",
        test => test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public System.Threading.Tasks.Task H(Amazon.Lambda.S3Events.S3Event e) => new Amazon.S3.AmazonS3Client().PutObjectAsync(new Amazon.S3.Model.PutObjectRequest { BucketName = e.Records[0].S3.Bucket.Name }); }")));

    // FN: a queue whose address stands in a variable of the template may be the trigger's; the template is not compared.
    [Fact]
    public Task An_address_from_the_environment_is_not_compared_with_the_trigger() => Check("[LambdaFunction] public async Task Handle(SQSEvent e) { foreach (var m in e.Records) await Sqs.SendMessageAsync(Environment.GetEnvironmentVariable(\"INPUT_QUEUE\"), m.Body); }");
}
