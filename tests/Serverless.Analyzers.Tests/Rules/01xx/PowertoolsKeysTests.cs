using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Clear = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.PowertoolsKeysRule>, Serverless.Analyzers.CodeFixes.ClearStateFixer>;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class PowertoolsKeysTests
{
    private const string Using = """
        using AWS.Lambda.Powertools.Logging;

        """;

    private static Task Check(string members, string rest = "") => RuleTests.Check<PowertoolsKeysRule>(Using + RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("[Logging]", "if (r.Path == \"vip\") {|SVLS0111:Logger.AppendKey(\"vip\", r.Id)|};")]
    [InlineData("[Logging(LogEvent = true)]", "foreach (var i in r.Items) {|SVLS0111:Logger.AppendKey(\"item\", i)|};")]
    [InlineData("[Logging(ClearState = false)]", "if (r.Id == \"\") return; {|SVLS0111:Logger.AppendKey(\"id\", r.Id)|};")]
    [InlineData("", "try { } catch (Exception e) { {|SVLS0111:Logger.AppendKey(\"error\", e.Message)|}; }")]
    [InlineData("[Logging]", "if (r.Path == \"vip\") {|SVLS0111:Logger.AppendKeys(new Dictionary<string, object> { [\"vip\"] = r.Id })|};")]
    public Task A_key_that_some_invocations_set_is_flagged(string attribute, string statement) =>
        Check($"[LambdaFunction] {attribute} public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("[Logging(ClearState = true)]", "if (r.Path == \"vip\") Logger.AppendKey(\"vip\", r.Id);")]
    [InlineData("[Logging]", "if (r.Path == \"vip\") { Logger.AppendKey(\"vip\", r.Id); Logger.RemoveKeys(\"vip\"); }")]
    [InlineData("[Logging]", "try { if (r.Path == \"vip\") Logger.AppendKey(\"vip\", r.Id); } finally { Logger.RemoveAllKeys(); }")]
    [InlineData("[Logging]", "if (r.Path == \"vip\") Logger.AppendKey(\"kind\", \"order\");")]
    [InlineData("[Logging]", "Own.AppendKey(\"kind\", r.Id);")]
    [InlineData("[Logging]", "Logger.LogInformation(r.Id);")]
    public Task Keys_that_are_cleared_removed_or_always_the_same_are_not(string attribute, string statement) =>
        Check($"[LambdaFunction] {attribute} public void Handle(Request r) {{ {statement} }}", "static class Own { public static void AppendKey(string k, object v) { } }");

    [Fact]
    public Task A_key_that_every_invocation_sets_is_a_hint()
    {
        var test = new RuleTest<PowertoolsKeysRule>(RuleTests.Usings + Using + RuleTests.InFunction("[LambdaFunction, Logging] public void Handle(Request r) { {|#0:Logger.AppendKey(\"id\", r.Id)|}; if (r.Id == \"\") return; }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.PowertoolsKeysLeak, "id", "Handle").WithSeverity(DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_is_followed_and_named()
    {
        var test = new RuleTest<PowertoolsKeysRule>(RuleTests.Usings + Using + RuleTests.InFunction("""
            [LambdaFunction, Logging] public void Handle(Request r) => Mark(r.Id);
            static void Mark(string id) => {|#0:Logger.AppendKey("id", id)|};
            """));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.PowertoolsKeysLeak, "id", "Handle → Function.Mark"));
        return test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_is_not() => Check("[LambdaFunction] public void Handle(Request r) { } public static void Tool(string id) => Logger.AppendKey(\"id\", id); public Function() => Logger.AppendKey(\"host\", Environment.MachineName);");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<PowertoolsKeysRule>("""
        using AWS.Lambda.Powertools.Logging;

        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            [LambdaFunction, Logging] public async Task Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); {|SVLS0111:Logger.AppendKey("a", i.Id)|}; });
                Local();
                Keep(prefix);
                void Local() => {|SVLS0111:Logger.AppendKey("b", i.Id)|};
            }
            private partial void Keep(string id);
        }
        public partial class Handlers
        {
            private partial void Keep(string id) => {|SVLS0111:Logger.AppendKey("c", id)|};
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<PowertoolsKeysRule>("""
        using Amazon.Lambda.RuntimeSupport;
        using AWS.Lambda.Powertools.Logging;

        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); if (s == "") {|SVLS0111:Logger.AppendKey("a", s)|}; return s; }).Build().RunAsync();
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<PowertoolsKeysRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Mark(r.Id);"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Mark(string s) => AWS.Lambda.Powertools.Logging.Logger.AppendKey(\"a\", s); }"));
        return test.RunAsync();
    }

    // FN: some key is removed in the class, though not this one.
    [Fact]
    public Task Removing_another_key_is_taken_for_enough() =>
        Check("[LambdaFunction, Logging] public void Handle(Request r) { if (r.Path == \"\") Logger.AppendKey(\"a\", r.Id); Logger.RemoveKeys(\"b\"); }");

    [Fact]
    public Task The_fix_clears_the_state_once() => Clear.Check(
        """
        [LambdaFunction]
        [AWS.Lambda.Powertools.Logging.Logging] // log
        public void Handle(Request r)
        {
            if (r.Path == "vip")
            {
                {|SVLS0111:AWS.Lambda.Powertools.Logging.Logger.AppendKey("a", r.Id)|};
                {|SVLS0111:AWS.Lambda.Powertools.Logging.Logger.AppendKey("b", r.Id)|};
            }
        }
        """,
        """
        [LambdaFunction]
        [AWS.Lambda.Powertools.Logging.Logging(ClearState = true)] // log
        public void Handle(Request r)
        {
            if (r.Path == "vip")
            {
                AWS.Lambda.Powertools.Logging.Logger.AppendKey("a", r.Id);
                AWS.Lambda.Powertools.Logging.Logger.AppendKey("b", r.Id);
            }
        }
        """,
        static test => test.NumberOfIncrementalIterations = 1);

    [Fact]
    public Task Other_settings_are_kept() => Clear.Check(
        """
        [LambdaFunction, AWS.Lambda.Powertools.Logging.Logging(LogEvent = true)]
        public void Handle(Request r) => Mark(r.Id);

        static void Mark(string id) => {|SVLS0111:AWS.Lambda.Powertools.Logging.Logger.AppendKey("a", id)|};
        """,
        """
        [LambdaFunction, AWS.Lambda.Powertools.Logging.Logging(LogEvent = true, ClearState = true)]
        public void Handle(Request r) => Mark(r.Id);

        static void Mark(string id) => AWS.Lambda.Powertools.Logging.Logger.AppendKey("a", id);
        """);

    [Fact]
    public Task Without_the_attribute_there_is_no_fix() =>
        Clear.CheckNone("[LambdaFunction] public void Handle(Request r) { if (r.Path == \"\") {|SVLS0111:AWS.Lambda.Powertools.Logging.Logger.AppendKey(\"a\", r.Id)|}; }");

    [Fact]
    public void It_can_fix_everything() => Assert.NotNull(new ClearStateFixer().GetFixAllProvider());
}
