using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Fix = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.PartialFailureRule>, Serverless.Analyzers.CodeFixes.BatchItemFailuresFixer>;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class NoPartialFailureTests
{
    private const string Usings = "using Amazon.Lambda.DynamoDBEvents;\nusing Amazon.Lambda.KinesisEvents;\nusing Amazon.Lambda.SQSEvents;\nusing Amazon.Lambda.SNSEvents;\n";

    private const string Work = " static Task Work(object o) => Task.CompletedTask;";

    private static Task Check(string members, Action<RuleTest<PartialFailureRule>>? configure = null) => RuleTests.Check(Usings + RuleTests.InFunction(members + Work), configure);

    [Theory]
    [InlineData("[LambdaFunction] public async Task {|SVLS1204:Handle|}(SQSEvent e) { foreach (var m in e.Records) await Work(m); }")]
    [InlineData("[LambdaFunction] public async Task {|SVLS1204:Handle|}(KinesisEvent e, ILambdaContext c) { foreach (var m in e.Records) { await Work(m); } }")]
    [InlineData("[LambdaFunction] public async Task {|SVLS1204:Handle|}(DynamoDBEvent e) { foreach (var m in e.Records ?? []) { try { await Work(m); } catch (IOException) { } } }")]
    [InlineData("[LambdaFunction] public async Task {|SVLS1204:Handle|}(SQSEvent e) { foreach (var m in e.Records) { try { await Work(m); } catch (Exception) { throw; } } }")]
    [InlineData("[LambdaFunction] public static void {|SVLS1204:Handle|}(SQSEvent e) => Console.WriteLine(e.Records.Count);")]
    public Task A_batch_handler_without_an_answer_is_flagged(string members) => Check(members);

    [Theory]
    [InlineData("[LambdaFunction] public async Task<SQSBatchResponse> Handle(SQSEvent e) { foreach (var m in e.Records) await Work(m); return new(); }")]
    [InlineData("[LambdaFunction] public async Task<Amazon.Lambda.KinesisEvents.StreamsEventResponse> Handle(KinesisEvent e) { foreach (var m in e.Records) await Work(m); return new(); }")]
    [InlineData("[LambdaFunction] public async Task<Stream> Handle(SQSEvent e) { foreach (var m in e.Records) await Work(m); return new MemoryStream(); }")]
    [InlineData("[LambdaFunction] public async Task<DynamoDBTimeWindowResponse> Handle(DynamoDBTimeWindowEvent e) { foreach (var m in e.Records) await Work(m); return new(); }")]
    [InlineData("[LambdaFunction] public async Task Handle(SNSEvent e) { foreach (var m in e.Records) await Work(m); }")]
    [InlineData("public async Task Helper(SQSEvent e) { foreach (var m in e.Records) await Work(m); } [LambdaFunction] public Task<SQSBatchResponse> Handle(SQSEvent e) => Helper(e).ContinueWith(_ => new SQSBatchResponse());")]
    [InlineData("[LambdaFunction, BatchProcessor] public async Task Handle(SQSEvent e) { foreach (var m in e.Records) await Work(m); } sealed class BatchProcessorAttribute : Attribute;")]
    public Task One_that_answers_or_needs_no_answer_is_not(string members) => Check(members);

    [Fact]
    public async Task One_record_at_a_time_is_all_or_nothing_anyway()
    {
        var test = new RuleTest<PartialFailureRule>(RuleTests.Usings + Usings + "public class Function { public async Task Handle(SQSEvent e) { foreach (var m in e.Records) await Task.Yield(); } }");
        test.TestState.AdditionalFiles.Add(("serverless.template", """
            { "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": "TestProject::Function::Handle",
              "Events": { "Q": { "Type": "SQS", "Properties": { "Queue": "arn", "BatchSize": 1 } } } } } } }
            """));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[LambdaFunction] public async Task {|#0:Handle|}(SQSEvent e) { foreach (var m in e.Records) await Work(m); }", "SQSBatchResponse", DiagnosticSeverity.Warning)]
    [InlineData("[LambdaFunction] public async Task {|#0:Handle|}(DynamoDBEvent e) { await Work(e); }", "StreamsEventResponse", DiagnosticSeverity.Info)]
    [InlineData("[LambdaFunction] public async Task {|#0:Handle|}(SQSEvent e) { foreach (var m in e.Records) { try { await Work(m); } catch (Exception x) { Console.WriteLine(x); } } }", "SQSBatchResponse", DiagnosticSeverity.Info)]
    public Task The_message_names_the_answer_and_a_loop_that_awaits_is_a_warning(string members, string response, DiagnosticSeverity severity) => Check(members, test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.NoPartialFailure, "Handle", response).WithSeverity(severity)));

    [Fact]
    public async Task Lambdas_of_top_level_programs_are_read_and_generated_code_is_not()
    {
        var test = new RuleTest<PartialFailureRule>(RuleTests.Usings + Usings + """
            var handler = async {|SVLS1204:(SQSEvent e, ILambdaContext c)|} => { foreach (var m in e.Records) await Task.Yield(); };
            await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create<SQSEvent>(handler).Build().RunAsync();
            """);
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public void H(Amazon.Lambda.SQSEvents.SQSEvent e) { } }"));
        await test.RunAsync();
    }

    [Fact]
    public Task Handlers_without_an_attribute_are_read() => RuleTests.Check<PartialFailureRule>(Usings + """
        public class Function
        {
            public async Task {|SVLS1204:FunctionHandler|}(SQSEvent evnt, ILambdaContext context)
            {
                foreach (var message in evnt.Records)
                {
                    await ProcessMessageAsync(message, context);
                }
            }

            private async Task ProcessMessageAsync(SQSEvent.SQSMessage message, ILambdaContext context) => await Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Records_and_partial_types_are_read() => RuleTests.Check<PartialFailureRule>(Usings + """
        public partial record Function(string Name) { [LambdaFunction] public partial Task {|SVLS1204:Handle|}(SQSEvent e); }
        public partial record Function { public partial async Task Handle(SQSEvent e) { foreach (var m in e.Records) await Task.Yield(); } }
        """);

    // FN: the answer may be written to the stream by hand, or it may be forgotten.
    [Fact]
    public Task A_handler_of_streams_is_not_judged() => Check("[LambdaFunction] public async Task<Stream> Handle(Stream input) { await Work(input); return input; }");

    [Fact]
    public Task Each_record_gets_a_try_of_its_own() => Fix.Check(
        """
        [LambdaFunction]
        public async Task {|SVLS1204:Handle|}(Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext context)
        {
            Console.WriteLine(e.Records.Count);
            // one by one
            foreach (var m in e.Records)
                await Task.Delay(m.Body.Length); // work
            Console.WriteLine("done");
        }

        [LambdaFunction]
        public void {|SVLS1204:Stream|}(Amazon.Lambda.KinesisEvents.KinesisEvent e)
        {
            foreach (var failures in e.Records)
            {
                Console.WriteLine(failures.EventId);
            }
        }
        """,
        """
        [LambdaFunction]
        public async Task<Amazon.Lambda.SQSEvents.SQSBatchResponse> Handle(Amazon.Lambda.SQSEvents.SQSEvent e, ILambdaContext context)
        {
            Console.WriteLine(e.Records.Count);
            // one by one
            var failures = new List<Amazon.Lambda.SQSEvents.SQSBatchResponse.BatchItemFailure>();
            foreach (var m in e.Records)
            {
                try
                {
                    await Task.Delay(m.Body.Length); // work
                }
                catch (Exception exception)
                {
                    Console.Error.WriteLine(exception);
                    failures.Add(new Amazon.Lambda.SQSEvents.SQSBatchResponse.BatchItemFailure { ItemIdentifier = m.MessageId });
                }
            }

            Console.WriteLine("done");
            return new Amazon.Lambda.SQSEvents.SQSBatchResponse(failures);
        }

        [LambdaFunction]
        public Amazon.Lambda.KinesisEvents.StreamsEventResponse Stream(Amazon.Lambda.KinesisEvents.KinesisEvent e)
        {
            var failures2 = new List<Amazon.Lambda.KinesisEvents.StreamsEventResponse.BatchItemFailure>();
            foreach (var failures in e.Records)
            {
                try
                {
                    Console.WriteLine(failures.EventId);
                }
                catch (Exception exception)
                {
                    Console.Error.WriteLine(exception);
                    failures2.Add(new Amazon.Lambda.KinesisEvents.StreamsEventResponse.BatchItemFailure { ItemIdentifier = failures.Kinesis.SequenceNumber });
                }
            }

            return new Amazon.Lambda.KinesisEvents.StreamsEventResponse { BatchItemFailures = failures2 };
        }
        """);

    [Theory]
    [InlineData("[LambdaFunction] public async Task {|SVLS1204:Handle|}(Amazon.Lambda.SQSEvents.SQSEvent e) { if (e.Records.Count == 0) return; foreach (var m in e.Records) await Task.Yield(); }")]
    [InlineData("[LambdaFunction] public async Task {|SVLS1204:Handle|}(Amazon.Lambda.SQSEvents.SQSEvent e) { await Task.WhenAll(e.Records.Select(m => Task.Delay(1))); }")]
    [InlineData("[LambdaFunction] public Task {|SVLS1204:Handle|}(Amazon.Lambda.SQSEvents.SQSEvent e) { foreach (var m in e.Records) Console.WriteLine(m.Body); return Task.CompletedTask; }")]
    public Task Without_a_plain_loop_nothing_is_offered(string members) => Fix.CheckNone(members);
}
