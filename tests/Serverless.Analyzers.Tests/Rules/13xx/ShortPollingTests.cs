using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Fargate;

public sealed class ShortPollingTests
{
    private const string Usings = "using Amazon.SQS;\nusing Amazon.SQS.Model;\n";

    private static string Source(string body, string members) => RuleTests.Usings + Usings + $$"""
        public class Worker(IAmazonSQS sqs, string url)
        {
            {{members}}
            public async Task Run(CancellationToken token)
            {
                {{body}}
            }
        }
        """;

    private static RuleTest<ShortPollingRule> Worker(string body, string members = "") => new(Source(body, members));

    [Theory]
    [InlineData("while (true) await sqs.ReceiveMessageAsync({|SVLS1304:new ReceiveMessageRequest(url)|}, token);")]
    [InlineData("while (true) { var q = {|SVLS1304:new ReceiveMessageRequest { QueueUrl = url, MaxNumberOfMessages = 10 }|}; await sqs.ReceiveMessageAsync(q, token); }")]
    [InlineData("var q = {|SVLS1304:new ReceiveMessageRequest(url)|}; do { await sqs.ReceiveMessageAsync(q, token); } while (true);")]
    [InlineData("ReceiveMessageRequest q = {|SVLS1304:new(url) { WaitTimeSeconds = 0 }|}; for (;;) await sqs.ReceiveMessageAsync(q, token);")]
    [InlineData("while (true) await {|SVLS1304:sqs.ReceiveMessageAsync(url, token)|};")]
    [InlineData("while (true) foreach (var u in new[] { url }) await {|SVLS1304:sqs.ReceiveMessageAsync(u)|};")]
    public Task Receiving_in_a_loop_without_waiting_is_flagged(string body) => Worker(body).RunAsync();

    [Theory]
    [InlineData("while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 }, token);")]
    [InlineData("await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url), token);")]
    [InlineData("await sqs.ReceiveMessageAsync(url, token);")]
    [InlineData("foreach (var u in new[] { url }) await sqs.ReceiveMessageAsync(u, token);")]
    [InlineData("var q = new ReceiveMessageRequest(url); q.WaitTimeSeconds = 5; while (true) await sqs.ReceiveMessageAsync(q, token);")]
    [InlineData("var wait = 20; while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = wait }, token);")]
    [InlineData("var q = new ReceiveMessageRequest(url); while (true) { Console.WriteLine(q.QueueUrl); await Task.Yield(); }")]
    [InlineData("while (true) { Func<Task> later = () => sqs.ReceiveMessageAsync(url); await Task.Yield(); Console.WriteLine(later); }")]
    [InlineData("while (true) { await new Mine.Queue().ReceiveMessageAsync(url); Console.WriteLine(new Mine.ReceiveMessageRequest()); }")]
    public Task Waiting_or_receiving_once_is_not(string body)
    {
        var test = Worker(body);
        test.TestState.Sources.Add("namespace Mine { public class ReceiveMessageRequest; public class Queue { public System.Threading.Tasks.Task ReceiveMessageAsync(string url) => System.Threading.Tasks.Task.CompletedTask; } }");
        return test.RunAsync();
    }

    [Fact]
    public Task A_queue_may_wait_by_its_own_setting()
    {
        var test = Worker("while (true) { await sqs.ReceiveMessageAsync(url, token); await sqs.ReceiveMessageAsync({|SVLS1304:new ReceiveMessageRequest(url) { WaitTimeSeconds = 0 }|}, token); }");
        test.TestState.AdditionalFiles.Add(("template.yaml", "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties:\n      ReceiveMessageWaitTimeSeconds: 20\n"));
        return test.RunAsync();
    }

    [Fact]
    public Task The_message_names_the_request()
    {
        var test = Worker("while (true) await sqs.ReceiveMessageAsync({|#0:new ReceiveMessageRequest(url)|}, token);");
        test.ExpectedDiagnostics.Add(RuleTests.Expect(FargateRules.ShortPolling, "ReceiveMessageRequest"));
        return test.RunAsync();
    }

    [Fact]
    public async Task Every_form_of_code_is_read_but_generated()
    {
        var test = new RuleTest<ShortPollingRule>(RuleTests.Usings + Usings + """
            var client = new AmazonSQSClient();
            while (args.Length > 0) await {|SVLS1304:client.ReceiveMessageAsync("u")|};
            await Task.Run(async () => { while (true) await {|SVLS1304:client.ReceiveMessageAsync("u")|}; });
            await Local();
            async Task Local() { while (true) await {|SVLS1304:client.ReceiveMessageAsync("u")|}; }
            public partial record Reader(IAmazonSQS Sqs)
            {
                private readonly ReceiveMessageRequest _q = {|SVLS1304:new("u")|};
                public async Task Read() { while (true) await Sqs.ReceiveMessageAsync(_q); }
                public partial Task Other();
            }
            public partial record Reader
            {
                public async partial Task Other() { while (true) await Sqs.ReceiveMessageAsync({|SVLS1304:new ReceiveMessageRequest("u")|}); }
            }
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { async System.Threading.Tasks.Task Run(Amazon.SQS.IAmazonSQS s) { while (true) await s.ReceiveMessageAsync(\"u\"); } }"));
        await test.RunAsync();
    }

    // FN: a helper makes the request.
    [Fact]
    public Task A_request_that_a_helper_makes_is_not_seen() =>
        Worker("while (true) await sqs.ReceiveMessageAsync(Request(), token);", "ReceiveMessageRequest Request() => new(url);").RunAsync();

    private static Task Fix(string body, string fixedBody, string attribute = "") =>
        new FixTest<HostedRule<ShortPollingRule>, LongPollingFixer>(Source(body, attribute), Source(fixedBody, attribute)).RunAsync();

    [Theory]
    [InlineData("while (true) await sqs.ReceiveMessageAsync({|SVLS1304:new ReceiveMessageRequest(url)|}, token);", "while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 }, token);")]
    [InlineData("while (true) await sqs.ReceiveMessageAsync({|SVLS1304:new ReceiveMessageRequest { QueueUrl = url }|}, token);", "while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = url, WaitTimeSeconds = 20 }, token);")]
    [InlineData("while (true) await sqs.ReceiveMessageAsync({|SVLS1304:new ReceiveMessageRequest(url) { WaitTimeSeconds = 0 }|}, token);", "while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest(url) { WaitTimeSeconds = 20 }, token);")]
    [InlineData("while (true) await {|SVLS1304:sqs.ReceiveMessageAsync(url, token)|};", "while (true) await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = url, WaitTimeSeconds = 20 }, token);")]
    [InlineData("while (true) { await {|SVLS1304:sqs.ReceiveMessageAsync(url)|}; await {|SVLS1304:sqs.ReceiveMessageAsync(url)|}; }", "while (true) { await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = url, WaitTimeSeconds = 20 }); await sqs.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = url, WaitTimeSeconds = 20 }); }")]
    public Task The_request_waits(string body, string fixedBody) => Fix(body, fixedBody);

    [Fact]
    public Task A_short_function_needs_a_decision()
    {
        const string body = "while (true) await {|SVLS1304:sqs.ReceiveMessageAsync(url, token)|};";
        return Fix(body, body, "[LambdaFunction(Timeout = 10)]");
    }
}
