using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Timeouts;

public sealed class PollingLoopTests
{
    private const string Client = "static readonly Amazon.Athena.IAmazonAthena Athena = new Amazon.Athena.AmazonAthenaClient(); static readonly Amazon.Athena.Model.GetQueryExecutionRequest Q = new(); ";

    private static Task Check(string members, string rest = "") => RuleTests.Check<PollingLoopRule>(RuleTests.InFunction(Client + members) + rest);

    [Theory]
    [InlineData("while ((await {|SVLS0409:Athena.GetQueryExecutionAsync(Q)|}).QueryExecution.Status.State == \"RUNNING\") await Task.Delay(1000);")]
    [InlineData("do { var x = await {|SVLS0409:Athena.GetQueryExecutionAsync(Q)|}; if (x.QueryExecution.Status.State == \"DONE\") break; await Task.Delay(200); } while (true);")]
    [InlineData("for (var i = 0; i < 10; i++) { var x = await {|SVLS0409:Athena.GetQueryExecutionAsync(Q)|}; if (x.QueryExecution.Status.State == \"DONE\") return; Thread.Sleep(1000); }")]
    public Task Asking_and_waiting_in_a_loop_is_flagged(string statement) =>
        Check($"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("while ((await Athena.GetQueryExecutionAsync(Q)).QueryExecution.Status.State == \"MORE\") { }")]
    [InlineData("foreach (var i in r.Items) { await Athena.GetQueryExecutionAsync(Q); await Task.Delay(10); }")]
    [InlineData("for (var i = 0; i < 3; i++) { try { await Athena.GetQueryExecutionAsync(Q); return; } catch { await Task.Delay(100); } }")]
    [InlineData("for (var i = 0; i < 3; i++) { await Athena.StartQueryExecutionAsync(new()); await Task.Delay(100); }")]
    [InlineData("while (r.Items.Count > 0) { r.Items.Clear(); await Task.Delay(100); }")]
    [InlineData("await Athena.GetQueryExecutionAsync(Q); await Task.Delay(100);")]
    public Task Pages_retries_and_pacing_are_not(string statement) => Check($"[LambdaFunction] public async Task Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task In_a_durable_step_it_is_left() => Check("""
        [LambdaFunction] public async Task Handle(Request r, Amazon.Lambda.DurableExecution.IDurableContext context) =>
            await context.StepAsync(async (step, token) => { while ((await Athena.GetQueryExecutionAsync(Q, token)).QueryExecution.Status.State == "RUNNING") await Task.Delay(1000, token); });
        """);

    [Fact]
    public Task The_message_names_the_question_also_in_a_helper()
    {
        var test = new RuleTest<PollingLoopRule>(RuleTests.Usings + RuleTests.InFunction(Client + """
            [LambdaFunction] public async Task Handle(Request r) => await Finish();
            static async Task Finish() { while ((await {|#0:Athena.GetQueryExecutionAsync(Q)|}).QueryExecution.Status.State == "RUNNING") await Task.Delay(1000); }
            """));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.PollingLoop, "GetQueryExecutionAsync"));
        return test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check(
        "[LambdaFunction] public void Handle(Request r) { } static async Task Tool() { while ((await Athena.GetQueryExecutionAsync(Q)).QueryExecution.Status.State == \"RUNNING\") await Task.Delay(1000); }");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<PollingLoopRule>("""
        public partial record Handlers(Amazon.Athena.IAmazonAthena Athena)
        {
            [LambdaFunction] public Task Handle() => Wait(new());
            private partial Task Wait(Amazon.Athena.Model.GetQueryExecutionRequest q);
        }
        public partial record Handlers
        {
            private partial async Task Wait(Amazon.Athena.Model.GetQueryExecutionRequest q)
            {
                await Task.Run(async () => { while ((await {|SVLS0409:Athena.GetQueryExecutionAsync(q)|}).QueryExecution.Status.State == "RUNNING") await Task.Delay(1000); });
                await Local();
                async Task Local() { while ((await {|SVLS0409:Athena.GetQueryExecutionAsync(q)|}).QueryExecution.Status.State == "RUNNING") await Task.Delay(1000); }
            }
        }
        """);

    [Fact]
    public Task A_sleep_in_such_a_loop_is_not_said_twice() => RuleTests.Check<SleepRule>(RuleTests.InFunction(Client +
        "[LambdaFunction] public async Task Handle(Request r) { while ((await Athena.GetQueryExecutionAsync(Q)).QueryExecution.Status.State == \"RUNNING\") await Task.Delay(1000); }"));

    [Fact]
    public async Task Top_level_programs_are_read_and_generated_code_is_not()
    {
        var test = new RuleTest<PollingLoopRule>(RuleTests.Usings + """
            using Amazon.Lambda.RuntimeSupport;

            var athena = new Amazon.Athena.AmazonAthenaClient();
            await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) =>
            {
                while ((await {|SVLS0409:athena.GetQueryExecutionAsync(new())|}).QueryExecution.Status.State == s) await Task.Delay(1000);
                await Made.Run();
                return s;
            }).Build().RunAsync();
            """);
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", """
            // <auto-generated/>
            static class Made { public static async System.Threading.Tasks.Task Run() { while ((await new Amazon.Athena.AmazonAthenaClient().GetQueryExecutionAsync(new())).QueryExecution.Status.State == "") await System.Threading.Tasks.Task.Delay(1000); } }
            """));
        await test.RunAsync();
    }

    // FN: the question is asked by a helper.
    [Fact]
    public Task A_question_in_a_helper_is_not_seen() => Check("""
        static async Task<bool> Done() => (await Athena.GetQueryExecutionAsync(Q)).QueryExecution.Status.State == "DONE";
        [LambdaFunction] public async Task Handle(Request r) { while (!await Done()) await Task.Delay(1000); }
        """);
}
