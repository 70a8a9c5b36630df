using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.NullCollectionRule>, Serverless.Analyzers.CodeFixes.EmptyCollectionFixer>;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class NullResponseCollectionTests
{
    private const string Usings = "using Amazon.DynamoDBv2;\nusing Amazon.DynamoDBv2.Model;\nusing Amazon.S3.Model;\nusing Amazon.SQS;\nusing Amazon.SQS.Model;\n";

    private const string Clients = "static readonly IAmazonS3 S3 = new AmazonS3Client(); static readonly IAmazonSQS Sqs = new AmazonSQSClient(); static readonly IAmazonDynamoDB Db = new AmazonDynamoDBClient(); ";

    private static Task Check(string members, Action<RuleTest<NullCollectionRule>>? configure = null) => RuleTests.Check(Usings + RuleTests.InFunction(Clients + members), configure);

    private static string Reading(string body) => "public async Task Read(string id) { var r = await S3.ListObjectsV2Async(new() { BucketName = id }); var m = await Sqs.ReceiveMessageAsync(id); var list = new List<S3Object>(); " + body + " }";

    [Theory]
    [InlineData("foreach (var o in {|SVLS1219:r.S3Objects|}) Console.WriteLine(o.Key);")]
    [InlineData("foreach (var o in {|SVLS1219:(await S3.ListObjectsV2Async(new())).S3Objects|}) Console.WriteLine(o.Key);")]
    [InlineData("if ({|SVLS1219:m.Messages|}.Count == 0) return;")]
    [InlineData("Console.WriteLine({|SVLS1219:r.S3Objects|}[0].Key);")]
    [InlineData("var keys = {|SVLS1219:r.S3Objects|}.Select(o => o.Key).ToList();")]
    [InlineData("list.AddRange({|SVLS1219:r.S3Objects|}); var copy = new List<S3Object>({|SVLS1219:r.S3Objects|}); S3Object[] all = [.. {|SVLS1219:r.S3Objects|}];")]
    [InlineData("var g = await Db.GetItemAsync(new GetItemRequest()); if ({|SVLS1219:g.Item|}.ContainsKey(\"x\")) return;")]
    [InlineData("var q = await Db.QueryAsync(new QueryRequest()); if ({|SVLS1219:q.LastEvaluatedKey|}.Count > 0) return;")]
    [InlineData("foreach (var x in m.Messages ?? []) Console.WriteLine({|SVLS1219:x.MessageAttributes|}[\"a\"].StringValue);")]
    [InlineData("var f = from o in {|SVLS1219:r.S3Objects|} select o.Key;")]
    [InlineData("await foreach (var page in S3.Paginators.ListObjectsV2(new()).Responses) { foreach (var o in {|SVLS1219:page.S3Objects|}) Console.WriteLine(o.Key); }")]
    public Task A_collection_that_may_be_null_is_flagged(string body) => Check(Reading(body));

    [Theory]
    [InlineData("foreach (var o in r.S3Objects ?? []) Console.WriteLine(o.Key);")]
    [InlineData("if (r.S3Objects is not null) { foreach (var o in r.S3Objects) Console.WriteLine(o.Key); }")]
    [InlineData("if (r.S3Objects != null && r.S3Objects.Count > 0) Console.WriteLine(r.S3Objects[0].Key);")]
    [InlineData("if (r.S3Objects == null || r.S3Objects.Count == 0) return; list.AddRange(r.S3Objects);")]
    [InlineData("if (r.S3Objects is null) return; list.AddRange(r.S3Objects);")]
    [InlineData("if (m.Messages is { Count: > 0 }) Console.WriteLine(m.Messages[0].Body);")]
    [InlineData("if (m is { Messages.Count: > 0 }) Console.WriteLine(m.Messages[0].Body);")]
    [InlineData("if (m is not { Messages: not null }) return; Console.WriteLine(m.Messages.Count);")]
    [InlineData("if (m.Messages?.Count > 0) Console.WriteLine(m.Messages[0].Body);")]
    [InlineData("if (r.S3Objects?.Any() != true) return; Console.WriteLine(r.S3Objects.Count);")]
    [InlineData("var n = r.S3Objects?.Count ?? 0; var k = r.S3Objects?.Select(o => o.Key);")]
    [InlineData("var n = r.S3Objects is null ? 0 : r.S3Objects.Count;")]
    [InlineData("r.S3Objects ??= []; foreach (var o in r.S3Objects) Console.WriteLine(o.Key);")]
    [InlineData("ArgumentNullException.ThrowIfNull(r.S3Objects); Console.WriteLine(r.S3Objects.Count);")]
    [InlineData("while (m.Messages == null) m = await Sqs.ReceiveMessageAsync(id); Console.WriteLine(m.Messages.Count);")]
    [InlineData("switch (m.Messages) { case null: return; default: Console.WriteLine(m.Messages.Count); break; }")]
    [InlineData("if (r.KeyCount > 0) Console.WriteLine(r.S3Objects[0].Key);")]
    [InlineData("Console.WriteLine(r.S3Objects!.Count);")]
    [InlineData("var g = await Db.GetItemAsync(new GetItemRequest()); if (!g.IsItemSet) return; Console.WriteLine(g.Item[\"x\"].S);")]
    [InlineData("var q = await Db.QueryAsync(new QueryRequest()); foreach (var i in q.Items) Console.WriteLine(i.Count);")]
    [InlineData("var w = await Db.BatchWriteItemAsync(new BatchWriteItemRequest()); if (w.UnprocessedItems.Count > 0) throw new Exception();")]
    [InlineData("await foreach (var o in S3.Paginators.ListObjectsV2(new()).S3Objects) Console.WriteLine(o.Key);")]
    [InlineData("var q = new SendMessageBatchRequest { Entries = [] }; q.Entries.Add(new()); foreach (var e in q.Entries) Console.WriteLine(e.Id);")]
    [InlineData("var fake = new ListObjectsV2Response { S3Objects = [] }; Console.WriteLine(fake.S3Objects.Count);")]
    [InlineData("var e = new SendMessageBatchRequestEntry { Id = id }; Console.WriteLine(e.Id); var i = new Dictionary<string, AttributeValue>(); Console.WriteLine(i[\"x\"].L.Count);")]
    [InlineData("Console.WriteLine(m.Messages); List<S3Object>? kept = r.S3Objects; Console.WriteLine(r.KeyCount);")]
    public Task A_null_test_a_paginator_or_a_request_is_not(string body) => Check(Reading(body));

    [Fact]
    public Task Empty_collections_as_in_version_3_are_safe() => RuleTests.Check<NullCollectionRule>(
        Usings + RuleTests.InFunction(Clients + "static Function() { Amazon.AWSConfigs.InitializeCollections = true; } " + Reading("foreach (var o in r.S3Objects) Console.WriteLine(o.Key);")));

    [Fact]
    public Task Switched_off_they_are_not() => RuleTests.Check<NullCollectionRule>(
        Usings + RuleTests.InFunction(Clients + "static Function() { Amazon.AWSConfigs.InitializeCollections = false; } " + Reading("foreach (var o in {|SVLS1219:r.S3Objects|}) Console.WriteLine(o.Key);")));

    [Fact]
    public async Task Version_3_of_the_SDK_is_left_alone()
    {
        var test = new RuleTest<NullCollectionRule>("""
            using System;
            using Amazon.S3.Model;
            public class Function
            {
                [Amazon.Lambda.Annotations.LambdaFunction] public void Handle(ListObjectsV2Response r) { foreach (var o in r.S3Objects) Console.WriteLine(o); }
            }
            """);
        test.TestState.AdditionalReferences.Remove(StandInReferences.AwsSdk);
        test.TestState.AdditionalReferences.Add(StandInReferences.Library("AWSSDK.Core", """
            [assembly: System.Reflection.AssemblyVersion("3.3.0.0")]
            namespace Amazon.Runtime { public class AmazonWebServiceResponse; }
            namespace Amazon.S3.Model { public class ListObjectsV2Response : Amazon.Runtime.AmazonWebServiceResponse { public System.Collections.Generic.List<string> S3Objects { get; set; } = []; } }
            """));
        await test.RunAsync();
    }

    [Fact]
    public Task The_message_names_the_collection() => Check(Reading("foreach (var o in {|#0:r.S3Objects|}) Console.WriteLine(o.Key);"), test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.NullResponseCollection, "r.S3Objects", "test it for null or write 'r.S3Objects ?? []'")));

    [Theory]
    [InlineData("Console.WriteLine({|#0:r.S3Objects|}[0].Key);", "r.S3Objects")]
    [InlineData("var g = await Db.GetItemAsync(new GetItemRequest()); Console.WriteLine({|#0:g.Item|}[\"a\"].S);", "g.Item")]
    public Task For_one_element_it_promises_no_substitute(string body, string collection) => Check(Reading(body), test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.NullResponseCollection, collection, "test it for null first")));

    [Fact]
    public Task Every_form_of_code_is_read_and_generated_code_is_not() => RuleTests.Check<NullCollectionRule>(
        Usings + """
            public partial record Reader(IAmazonS3 S3)
            {
                int Count(ListObjectsV2Response r) => {|SVLS1219:r.S3Objects|}.Count;
                private partial Task<int> More(ListObjectsV2Response r);
            }
            public partial record Reader
            {
                private partial async Task<int> More(ListObjectsV2Response r)
                {
                    await Task.Run(async () => { await Task.Yield(); Console.WriteLine({|SVLS1219:r.S3Objects|}.Count); });
                    return Local();
                    int Local() => {|SVLS1219:r.S3Objects|}.Count;
                }
            }
            """,
        test => test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { int H(Amazon.S3.Model.ListObjectsV2Response r) => r.S3Objects.Count; }")));

    // FN: a copy of the collection is not followed.
    [Fact]
    public Task A_copy_in_a_local_is_not_followed() => Check(Reading("var objects = r.S3Objects; foreach (var o in objects) Console.WriteLine(o.Key);"));

    [Fact]
    public Task Nothing_takes_the_place_of_null() => Fix.Check(
        """
        public int Read(Amazon.S3.Model.ListObjectsV2Response r, Amazon.SQS.Model.Message m)
        {
            foreach (var o in {|SVLS1219:r.S3Objects|}) // each
                Console.WriteLine(o.Key);
            var list = new List<Amazon.S3.Model.S3Object>();
            list.AddRange({|SVLS1219:r.S3Objects|});
            var keys = {|SVLS1219:r.CommonPrefixes|}.Select(k => k);
            foreach (var a in {|SVLS1219:m.Attributes|})
                Console.WriteLine(a.Key);
            return {|SVLS1219:r.S3Objects|}.Count + 1;
        }
        """,
        """
        public int Read(Amazon.S3.Model.ListObjectsV2Response r, Amazon.SQS.Model.Message m)
        {
            foreach (var o in r.S3Objects ?? []) // each
                Console.WriteLine(o.Key);
            var list = new List<Amazon.S3.Model.S3Object>();
            list.AddRange(r.S3Objects ?? []);
            var keys = (r.CommonPrefixes ?? []).Select(k => k);
            foreach (var a in m.Attributes ?? new Dictionary<string, string>())
                Console.WriteLine(a.Key);
            return (r.S3Objects?.Count ?? 0) + 1;
        }
        """);

    [Fact]
    public Task A_condition_that_counts_becomes_the_test() => Fix.Check(
        "public bool Read(Amazon.S3.Model.ListObjectsV2Response r) => {|SVLS1219:r.S3Objects|}.Count > 0;",
        "public bool Read(Amazon.S3.Model.ListObjectsV2Response r) => (r.S3Objects?.Count ?? 0) > 0;");

    [Fact]
    public Task Older_languages_get_a_new_list() => Fix.Check(
        "public void Read(Amazon.S3.Model.ListObjectsV2Response r)\n{\n    foreach (var o in {|SVLS1219:r.S3Objects|}) { }\n}",
        "public void Read(Amazon.S3.Model.ListObjectsV2Response r)\n{\n    foreach (var o in r.S3Objects ?? new List<Amazon.S3.Model.S3Object>()) { }\n}",
        static test => test.SolutionTransforms.Add(static (solution, id) => solution.WithProjectParseOptions(id, RuleTests.ParseOptions.WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp11))));

    [Fact]
    public Task An_element_by_its_place_has_no_substitute() => Fix.CheckNone("public object Read(Amazon.S3.Model.ListObjectsV2Response r) => {|SVLS1219:r.S3Objects|}[0];");
}
