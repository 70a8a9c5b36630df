using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Handlers;

public sealed class SwallowedFailureTests
{
    private const string Usings = "using Amazon.Lambda.CloudWatchEvents; using Amazon.Lambda.CloudWatchEvents.ScheduledEvents; using Amazon.Lambda.DynamoDBEvents; using Amazon.Lambda.KinesisEvents; using Amazon.Lambda.S3Events; using Amazon.Lambda.SNSEvents; using Amazon.Lambda.SQSEvents; using Amazon.Lambda.APIGatewayEvents; using Amazon.SQS;\n";
    private const string Rest = "\npublic static class Tool { public static void Process(object o) { } public static Task ProcessAsync(object o) => Task.CompletedTask; public static void Warm() { } public static void Note(Exception e) { } }";

    private static Task Check(string members, string rest = "", Action<RuleTest<SwallowedFailureRule>>? configure = null) =>
        RuleTests.Check(Usings + RuleTests.InFunction(members) + Rest + rest, configure);

    [Theory]
    [InlineData("public async Task Handle(SQSEvent e, ILambdaContext c) { foreach (var m in e.Records) { try { await Tool.ProcessAsync(m); } {|SVLS0709:catch|} (Exception ex) { c.Logger.LogInformation(ex.Message); } } }")]
    [InlineData("public void Handle(SNSEvent e, ILambdaContext c) { try { Tool.Process(e); } {|SVLS0709:catch|} { } }")]
    [InlineData("public async Task<string> Handle(S3Event e, ILambdaContext c) { try { await Tool.ProcessAsync(e.Records[0]); return \"ok\"; } {|SVLS0709:catch|} (Exception ex) { Console.WriteLine($\"failed {ex}\"); return \"error\"; } }")]
    [InlineData("public Task Handle(ScheduledEvent e, ILambdaContext c) { var id = e.Id; try { Tool.Process(id); } {|SVLS0709:catch|} (Exception) { Console.Error.WriteLine(\"failed\"); return Task.CompletedTask; } return Task.CompletedTask; }")]
    [InlineData("public void Handle(KinesisEvent e, ILambdaContext c) { foreach (var r in e.Records) { var data = r.Kinesis; try { Tool.Process(data); } {|SVLS0709:catch|} (Exception ex) { if (ex is OperationCanceledException) Console.WriteLine(1); continue; } } }")]
    [InlineData("public void Handle(CloudWatchEvent<Request> e, ILambdaContext c) { try { Tool.Process(e.Detail); } catch (InvalidOperationException) { throw; } {|SVLS0709:catch|} (Exception ex) { var text = ex.ToString(); Console.WriteLine(text); } }")]
    [InlineData("public void Handle(DynamoDBEvent e, ILambdaContext c) { try { foreach (var r in e.Records) Tool.Process(r); } {|SVLS0709:catch|} (Exception ex) { LogError(ex); } } static void LogError(Exception ex) { }")]
    [InlineData("[LambdaFunction] public void Handle(SQSEvent e) { try { e.Records.ForEach(Tool.Process); } {|SVLS0709:catch|} (Exception ex) { Console.WriteLine(ex); } }")]
    public Task A_catch_all_that_only_writes_is_flagged(string members) => Check(members);

    [Theory]
    [InlineData("catch (Exception ex) { Console.WriteLine(ex); throw; }")]
    [InlineData("catch (Exception ex) { throw new InvalidOperationException(\"order\", ex); }")]
    [InlineData("catch (Exception ex) { if (ex.Message.Length > 3) throw; Console.WriteLine(ex); }")]
    [InlineData("catch (Exception ex) when (ex.Message.Length > 3) { Console.WriteLine(ex); }")]
    [InlineData("catch (InvalidOperationException ex) { Console.WriteLine(ex); }")]
    [InlineData("catch (Exception ex) { Console.WriteLine(ex); await sqs.SendMessageAsync(\"dead\", m.Body); }")]
    [InlineData("catch (Exception ex) { Environment.ExitCode = 1; Console.WriteLine(ex); }")]
    [InlineData("catch (Exception ex) { Environment.FailFast(ex.Message); }")]
    [InlineData("catch (Exception ex) { Tool.Note(ex); }")]
    [InlineData("catch (Exception) { failed = true; }")]
    [InlineData("catch (Exception ex) { failures.Add(ex); }")]
    [InlineData("catch (Exception ex) { Console.WriteLine(failures.Remove(ex)); }")]
    public Task A_failure_that_goes_somewhere_is_not(string handling) => Check(
        "private bool failed; public async Task Handle(SQSEvent e, ILambdaContext c, IAmazonSQS sqs = null!) { await Task.Yield(); var failures = new List<Exception>(); foreach (var m in e.Records) { try { Tool.Process(m); } "
        + handling + " } Console.WriteLine(failed); }", configure: static test => HandlerStrings.Name(test.TestState));

    [Theory]
    [InlineData("public void Handle(SQSEvent e, ILambdaContext c) { try { Tool.Warm(); } catch (Exception ex) { Console.WriteLine(ex); } Tool.Process(e); }")]
    [InlineData("public SQSBatchResponse Handle(SQSEvent e, ILambdaContext c) { var r = new SQSBatchResponse { BatchItemFailures = [] }; foreach (var m in e.Records) { try { Tool.Process(m); } catch (Exception ex) { Console.WriteLine(ex); continue; } } return r; }")]
    [InlineData("public SQSBatchResponse Handle(SQSEvent e, ILambdaContext c) { var failed = new List<SQSBatchResponse.BatchItemFailure>(); foreach (var m in e.Records) { try { Tool.Process(m); } catch (Exception) { failed.Add(new() { ItemIdentifier = m.MessageId }); } } return new(failed); }")]
    [InlineData("public APIGatewayProxyResponse Handle(APIGatewayProxyRequest e, ILambdaContext c) { try { Tool.Process(e); } catch (Exception ex) { Console.WriteLine(ex); } return new() { StatusCode = 500 }; }")]
    [InlineData("public string Handle(Request e, ILambdaContext c) { try { Tool.Process(e); } catch (Exception ex) { Console.WriteLine(ex); } return \"\"; }")]
    [InlineData("public void Handle(SQSEvent e, ILambdaContext c) { try { Tool.Process(e); } finally { Console.WriteLine(1); } }")]
    [InlineData("public void Handle(SQSEvent e, ILambdaContext c) { try { Tool.Process(e); } catch (Exception ex) { Note(e.Records[0].MessageId, ex); throw; } } static void Note(string id, Exception ex) { try { Console.WriteLine(id + ex); } catch (Exception second) { Console.WriteLine(second); } }")]
    public Task Best_effort_reported_failures_and_other_sources_are_not(string members) => Check(members);

    [Fact]
    public Task A_method_that_the_handler_calls_is_followed() => Check(
        "public void Handle(SQSEvent e, ILambdaContext c) { foreach (var m in e.Records) One(m); } void One(SQSEvent.SQSMessage m) { try { Tool.Process(m); } {|SVLS0709:catch|} (Exception ex) { Console.WriteLine(ex); } }");

    // FN: two calls below the handler a catch-all is more often best effort than not.
    [Fact]
    public Task And_not_what_that_calls() => Check(
        "public void Handle(SQSEvent e, ILambdaContext c) { foreach (var m in e.Records) One(m); } void One(SQSEvent.SQSMessage m) => Two(m); void Two(SQSEvent.SQSMessage m) { try { Tool.Process(m); } catch (Exception ex) { Console.WriteLine(ex); } }");

    [Fact]
    public Task What_no_handler_reaches_is_not_flagged() => Check(
        "public void Handle(SQSEvent e, ILambdaContext c) { } void One(SQSEvent.SQSMessage m) { try { Tool.Process(m); } catch (Exception ex) { Console.WriteLine(ex); } }");

    [Fact]
    public Task A_trigger_says_what_the_type_does_not() => Check(
        "[LambdaFunction] [Amazon.Lambda.Annotations.Schedule.ScheduleEvent(\"rate(1 day)\")] public void Handle(Request e) { try { Tool.Process(e); } {|SVLS0709:catch|} (Exception ex) { Console.WriteLine(ex); } }");

    [Fact]
    public Task A_trigger_in_the_template_says_it_too() => Check(
        "public string Handle(Request e) { try { Tool.Process(e); } {|SVLS0709:catch|} (Exception ex) { Console.WriteLine(ex); } return \"\"; }",
        configure: static test => test.TestState.AdditionalFiles.Add(("serverless.template", """
            { "Resources": { "F": { "Type": "AWS::Serverless::Function", "Properties": { "Handler": "TestProject::Function::Handle", "Events": { "E": { "Type": "Schedule", "Properties": { "Schedule": "rate(1 day)" } } } } } } }
            """)));

    [Fact]
    public Task Records_local_functions_lambdas_and_programs_are_read() => RuleTests.Check<SwallowedFailureRule>(Usings + """
        Func<SQSEvent, ILambdaContext, Task> handler = async (e, c) =>
        {
            foreach (var m in e.Records) { try { await Tool.ProcessAsync(m); } {|SVLS0709:catch|} (Exception ex) { Console.WriteLine(ex); } }
        };
        await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create(handler).Build().RunAsync();
        public partial record F(string Name) { [LambdaFunction] public void Handle(SNSEvent e) => Local(e); void Local(SNSEvent e) { try { Tool.Process(e); } {|SVLS0709:catch|} { } } }
        public partial record F;
        """ + Rest, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_silent() => Check("", configure: static test => test.TestState.Sources.Add(("Made.g.cs",
        "// <auto-generated/>\npublic class Made { [Amazon.Lambda.Annotations.LambdaFunction] public void Handle(Amazon.Lambda.SQSEvents.SQSEvent e) { try { Tool.Process(e); } catch { } } }")));

    [Fact]
    public Task The_message_names_the_path_and_the_source() => Check(
        "public void Handle(SQSEvent e, ILambdaContext c) => One(e); void One(SQSEvent e) { try { Tool.Process(e); } {|#0:catch|} { } }", configure: static test =>
            test.ExpectedDiagnostics.Add(RuleTests.Expect(HandlerRules.FailureSwallowed, "Handle → Function.One", "the SQS queue")));

    [Theory]
    [InlineData("Console.WriteLine(ex); // seen", "Console.WriteLine(ex); // seen\n            throw;")]
    [InlineData("Console.WriteLine(ex);\n            return; // done", "Console.WriteLine(ex);\n            throw; // done")]
    public Task The_fix_rethrows(string handling, string mended) => FixTest<HostedRule<SwallowedFailureRule>, RethrowFixer>.Check(
        Fixable(handling).Replace("catch ", "{|SVLS0709:catch|} ", StringComparison.Ordinal), Fixable(mended));

    private static string Fixable(string handling) => $$"""
        [LambdaFunction]
        public void Handle(Amazon.Lambda.SQSEvents.SQSEvent e)
        {
            try
            {
                Console.WriteLine(e.Records.Count);
            }
            catch (Exception ex)
            {
        {{"        " + handling.Replace("            ", "        ", StringComparison.Ordinal)}}
            }
        }
        """;
}
