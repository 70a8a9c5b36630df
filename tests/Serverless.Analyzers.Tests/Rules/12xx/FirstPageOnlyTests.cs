using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.FirstPageRule>, Serverless.Analyzers.CodeFixes.PaginatorFixer>;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class FirstPageOnlyTests
{
    private const string Usings = "using Amazon.DynamoDBv2;\nusing Amazon.DynamoDBv2.Model;\nusing Amazon.S3.Model;\nusing Amazon.Lambda;\nusing Amazon.SQS;\nusing Amazon.CloudWatch;\nusing Amazon.EventBridge;\n";

    private const string Clients = """
        static readonly IAmazonS3 S3 = new AmazonS3Client(); static readonly IAmazonDynamoDB Db = new AmazonDynamoDBClient(); static readonly IAmazonLambda Lambda = new AmazonLambdaClient();
        static readonly IAmazonSQS Sqs = new AmazonSQSClient(); static readonly IAmazonCloudWatch Cw = new AmazonCloudWatchClient(); static readonly IAmazonEventBridge Bus = new AmazonEventBridgeClient();

        """;

    private static Task Check(string members, Action<RuleTest<FirstPageRule>>? configure = null) => RuleTests.Check(Usings + RuleTests.InFunction(Clients + members), configure);

    private static string Handler(string body) => "[LambdaFunction] public async Task Handle(Request r) { " + body + " await Task.Yield(); }";

    [Theory]
    [InlineData("var p = await {|SVLS1208:Db.QueryAsync(new QueryRequest { TableName = \"t\" })|}; foreach (var i in p.Items) Console.WriteLine(i.Count);")]
    [InlineData("var p = await {|SVLS1208:Db.ScanAsync(new ScanRequest(\"t\"))|}; Console.WriteLine(p.Count);")]
    [InlineData("foreach (var o in (await {|SVLS1208:S3.ListObjectsV2Async(new() { BucketName = r.Id })|}).S3Objects ?? []) Console.WriteLine(o.Key);")]
    [InlineData("var names = (await {|SVLS1208:Lambda.ListFunctionsAsync()|}).Functions.Select(f => f.FunctionName).ToList();")]
    [InlineData("var p = await {|SVLS1208:Db.QueryAsync(new QueryRequest { TableName = \"t\", FilterExpression = \"a = :a\" })|}; Console.WriteLine(p.Items.FirstOrDefault());")]
    [InlineData("await Task.Run(async () => { var p = await {|SVLS1208:Bus.ListRulesAsync(new())|}; Console.WriteLine(p.Rules.Count); });")]
    [InlineData("var p = {|SVLS1208:S3.ListObjectsAsync(r.Id)|}.GetAwaiter().GetResult(); Console.WriteLine(string.Join(\",\", p.S3Objects.Select(o => o.Key)));")]
    public Task A_list_that_ends_with_its_first_page_is_flagged(string body) => Check(Handler(body));

    [Theory]
    [InlineData("var p = await Db.QueryAsync(new QueryRequest { TableName = \"t\", Limit = 1 }); Console.WriteLine(p.Items.Count);")]
    [InlineData("var p = await S3.ListObjectsV2Async(new() { BucketName = r.Id, MaxKeys = 10 }); Console.WriteLine(p.S3Objects.Count);")]
    [InlineData("var q = new QueryRequest(\"t\"); q.Limit = 25; var p = await Db.QueryAsync(q); Console.WriteLine(p.Items.Count);")]
    [InlineData("QueryResponse p; var q = new QueryRequest(\"t\"); do { p = await Db.QueryAsync(q); foreach (var i in p.Items) Console.WriteLine(i.Count); q.ExclusiveStartKey = p.LastEvaluatedKey; } while (p.LastEvaluatedKey != null);")]
    [InlineData("string? next = null; do { var p = await S3.ListObjectsV2Async(new() { ContinuationToken = next }); Console.WriteLine(p.S3Objects?.Count); next = p.NextContinuationToken; } while (next != null);")]
    [InlineData("await foreach (var p in Db.Paginators.Query(new QueryRequest(\"t\")).Responses) Console.WriteLine(p.Items.Count);")]
    [InlineData("var p = await Db.QueryAsync(new QueryRequest(\"t\")); Console.WriteLine(p.Items.Count); Next(p);")]
    [InlineData("Next(await Db.QueryAsync(new QueryRequest(\"t\")));")]
    [InlineData("var p = await Db.QueryAsync(new QueryRequest(\"t\")); Console.WriteLine(p.Items.FirstOrDefault()); if (p.Items.Count > 0) Console.WriteLine(p.Items[0]);")]
    [InlineData("var any = (await S3.ListObjectsV2Async(new() { Prefix = r.Id })).S3Objects?.Any() == true;")]
    [InlineData("var p = await Db.ListTablesAsync(); Console.WriteLine(p.HttpStatusCode); await Lambda.ListFunctionsAsync();")]
    [InlineData("var p = await Cw.DescribeAlarmsAsync(new Amazon.CloudWatch.Model.DescribeAlarmsRequest { AlarmNames = [r.Id] }); Console.WriteLine(p.MetricAlarms.Count);")]
    [InlineData("var p = await S3.ListBucketsAsync(new ListBucketsRequest()); Console.WriteLine(p.Buckets.Count); var t = await Db.DescribeTableAsync(\"t\"); Console.WriteLine(t.Table.ItemCount);")]
    [InlineData("var p = await Sqs.ListQueuesAsync(\"orders\"); Console.WriteLine(p.QueueUrls.Count);")]
    public Task A_limit_a_paginator_or_a_token_that_is_read_is_not(string body) => Check(Handler(body) + " static string? Next(QueryResponse page) => page.LastEvaluatedKey?.Count.ToString();");

    [Fact]
    public Task A_request_from_elsewhere_makes_it_information() => Check(Handler("var p = await {|#0:Db.QueryAsync(Make(r.Id))|}; Console.WriteLine(p.Items.Count);") + " static QueryRequest Make(string id) => new(id);", test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.FirstPageOnly, "Query", "LastEvaluatedKey", "Handle", "read it with Paginators.Query").WithSeverity(DiagnosticSeverity.Info)));

    [Fact]
    public Task A_helper_is_followed_and_unreached_code_is_not() => Check("""
        [LambdaFunction] public Task<int> Handle(Request r) => Count(r.Id);
        static async Task<int> Count(string bucket) => (await {|SVLS1208:S3.ListObjectsV2Async(new() { BucketName = bucket })|}).S3Objects.Count(o => o.Size > 0);
        static Task<QueryResponse> Page(QueryRequest request) => Db.QueryAsync(request);
        async Task<int> Unused() => (await S3.ListObjectsV2Async(new())).S3Objects.Count(o => o.Size > 0);
        """);

    [Fact]
    public Task The_message_names_the_token_and_the_paginator() => Check("[LambdaFunction] public Task Handle(Request r) => All(); static async Task All() { var p = await {|#0:Bus.ListRulesAsync(new())|}; Console.WriteLine(p.Rules.Count); }", test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.FirstPageOnly, "ListRules", "NextToken", "Handle → Function.All", "pass it to the next call until it is empty")));

    [Fact]
    public Task Records_primary_constructors_and_local_functions_are_read_and_generated_code_is_not() => RuleTests.Check<FirstPageRule>(
        Usings + "public partial record Function(IAmazonDynamoDB Db) { [LambdaFunction] public async Task Handle(string s) { await Local(); async Task Local() { var p = await {|SVLS1208:Db.ScanAsync(new ScanRequest(s))|}; Console.WriteLine(p.Items.Count); } } }",
        test => test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public async System.Threading.Tasks.Task<int> H(string s) { var p = await new Amazon.DynamoDBv2.AmazonDynamoDBClient().ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest(s)); return p.Items.Count; } }")));

    // FN: whoever gets the response may read its token, or may not.
    [Fact]
    public Task A_response_that_is_returned_is_not_followed() => Check("[LambdaFunction] public async Task Handle(Request r) { var p = await Page(); Console.WriteLine(p.Items.Count); } static Task<QueryResponse> Page() => Db.QueryAsync(new QueryRequest(\"t\"));");

    private const string Fixed = "static readonly Amazon.DynamoDBv2.IAmazonDynamoDB Db = new Amazon.DynamoDBv2.AmazonDynamoDBClient();\nstatic readonly IAmazonS3 S3 = new AmazonS3Client();\n\n";

    [Fact]
    public Task Items_are_walked_page_by_page() => Fix.Check(
        Fixed + """
        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken ct)
        {
            // all of them
            var response = await {|SVLS1208:S3.ListObjectsV2Async(new() { BucketName = r.Id }, ct)|};
            foreach (var o in response.S3Objects ?? [])
                Console.WriteLine(o.Key); // each
            foreach (var o in (await {|SVLS1208:S3.ListObjectsV2Async(new Amazon.S3.Model.ListObjectsV2Request { BucketName = r.Id })|}).S3Objects)
            {
                Console.WriteLine(o.Key);
            }
        }
        """,
        Fixed + """
        [LambdaFunction]
        public async Task Handle(Request r, CancellationToken ct)
        {
            // all of them
            await foreach (var o in S3.Paginators.ListObjectsV2(new Amazon.S3.Model.ListObjectsV2Request() { BucketName = r.Id }).S3Objects.WithCancellation(ct))
                Console.WriteLine(o.Key); // each
            await foreach (var o in S3.Paginators.ListObjectsV2(new Amazon.S3.Model.ListObjectsV2Request { BucketName = r.Id }).S3Objects)
            {
                Console.WriteLine(o.Key);
            }
        }
        """);

    [Fact]
    public Task A_list_is_filled_from_all_pages() => Fix.Check(
        Fixed + """
        [LambdaFunction]
        public async Task<int> Handle(Request r)
        {
            var request = new Amazon.DynamoDBv2.Model.QueryRequest(r.Id);
            var response = await {|SVLS1208:Db.QueryAsync(request)|};
            Console.WriteLine(response.Items.Count);
            if (r.Id == "x")
            {
                return (await {|SVLS1208:Db.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest(r.Id))|}).Items.Count;
            }

            return response.Items.Count;
        }
        """,
        Fixed + """
        [LambdaFunction]
        public async Task<int> Handle(Request r)
        {
            var request = new Amazon.DynamoDBv2.Model.QueryRequest(r.Id);
            var items = new List<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>>();
            await foreach (var page in Db.Paginators.Query(request).Responses)
                items.AddRange(page.Items ?? []);
            Console.WriteLine(items.Count);
            if (r.Id == "x")
            {
                var items2 = new List<Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>>();
                await foreach (var page2 in Db.Paginators.Scan(new Amazon.DynamoDBv2.Model.ScanRequest(r.Id)).Responses)
                    items2.AddRange(page2.Items ?? []);
                return items2.Count;
            }

            return items.Count;
        }
        """);

    [Theory]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { var p = await {|SVLS1208:Db.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest(r.Id))|}; Console.WriteLine(p.Items.Count + p.Count); }")]
    [InlineData("[LambdaFunction] public void Handle(Request r) { var p = {|SVLS1208:Db.ScanAsync(new Amazon.DynamoDBv2.Model.ScanRequest(r.Id))|}.Result; Console.WriteLine(p.Items.Count); }")]
    [InlineData("[LambdaFunction] public async Task Handle(Request r) { var p = await {|SVLS1208:S3.ListObjectsAsync(r.Id)|}; Console.WriteLine(p.S3Objects.Count); }")]
    public Task Where_it_is_no_drop_in_nothing_is_offered(string members) => Fix.CheckNone(Fixed + members);
}
