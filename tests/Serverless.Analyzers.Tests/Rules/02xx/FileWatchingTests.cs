using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using NoReload = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.FileWatchingRule>, Serverless.Analyzers.CodeFixes.NoReloadFixer>;

namespace Serverless.Analyzers.Tests.Rules.Files;

public sealed class FileWatchingTests
{
    private const string Using = """
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.FileProviders;
        using Microsoft.Extensions.Options;

        """;

    private static Task Check(string members, string rest = "") => RuleTests.Check<FileWatchingRule>(Using + RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("new ConfigurationBuilder().AddJsonFile(\"a.json\", optional: true, reloadOnChange: {|SVLS0206:true|});")]
    [InlineData("new ConfigurationBuilder().AddJsonFile(\"a.json\", true, {|SVLS0206:true|});")]
    [InlineData("new ConfigurationBuilder().AddXmlFile(\"a.xml\", true, {|SVLS0206:true|});")]
    [InlineData("var w = {|SVLS0206:new FileSystemWatcher(\"/tmp\")|};")]
    [InlineData("{|SVLS0206:new PhysicalFileProvider(\"/tmp\").Watch(\"*.json\")|};")]
    [InlineData("IOptionsMonitor<string> m = null!; {|SVLS0206:m.OnChange((o, n) => { })|};")]
    public Task A_watcher_at_start_up_is_flagged(string statement) =>
        Check($"public Function() {{ {statement} }} [LambdaFunction] public void Handle(Request r) {{ }}");

    [Theory]
    [InlineData("new ConfigurationBuilder().AddJsonFile(\"a.json\", optional: true, reloadOnChange: false);")]
    [InlineData("new ConfigurationBuilder().AddJsonFile(\"a.json\");")]
    [InlineData("var reload = r.Id == \"\"; new ConfigurationBuilder().AddJsonFile(\"a.json\", true, reload);")]
    [InlineData("Own.AddJsonFile(reloadOnChange: true);")]
    [InlineData("Own.Watch(\"x\"); Own.OnChange();")]
    [InlineData("IOptionsMonitor<string> m = null!; _ = m.CurrentValue;")]
    [InlineData("_ = new PhysicalFileProvider(\"/tmp\").Root;")]
    public Task What_does_not_watch_is_not(string statement) => Check(
        $"[LambdaFunction] public void Handle(Request r) {{ {statement} }}",
        "static class Own { public static void AddJsonFile(bool reloadOnChange) { } public static void Watch(string s) { } public static void OnChange() { } }");

    [Fact]
    public Task The_message_says_what_to_do()
    {
        var test = new RuleTest<FileWatchingRule>(RuleTests.Usings + Using + RuleTests.InFunction(
            "public Function() { new ConfigurationBuilder().AddJsonFile(\"a.json\", true, {|#0:true|}); } [LambdaFunction] public void Handle(Request r) { }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(FileRules.FileWatching, "AddJsonFile with reloadOnChange", "set it to false"));
        return test.RunAsync();
    }

    // FN: the default builders watch appsettings.json too; every hosted application would be told so, and the switch is mostly out of sight.
    [Fact]
    public Task A_default_builder_is_not_reported() =>
        Check("public Function() { Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder(null); } [LambdaFunction] public void Handle(Request r) { }");

    [Fact]
    public Task On_Fargate_files_may_be_watched()
    {
        var test = new RuleTest<FileWatchingRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) { _ = new FileSystemWatcher(\"/data\"); }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = Fargate"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_is_followed_and_unreached_code_is_not() => Check(
        "[LambdaFunction] public void Handle(Request r) => Config.Load();",
        """
        public static class Config
        {
            public static void Load() => new ConfigurationBuilder().AddJsonFile("a.json", true, {|SVLS0206:true|});
            public static void Desk() => new ConfigurationBuilder().AddJsonFile("a.json", true, true);
        }
        """);

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<FileWatchingRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); _ = {|SVLS0206:new FileSystemWatcher(prefix)|}; });
                Local();
                Set(i);
                static void Local() { FileSystemWatcher w = {|SVLS0206:new("/tmp")|}; }
            }
            private partial void Set(Input i);
        }
        public partial class Handlers
        {
            private partial void Set(Input i) => _ = {|SVLS0206:new FileSystemWatcher(i.Id)|};
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<FileWatchingRule>("""
        using Amazon.Lambda.RuntimeSupport;
        using Microsoft.Extensions.Configuration;

        new ConfigurationBuilder().AddJsonFile("a.json", true, {|SVLS0206:true|});
        await LambdaBootstrapBuilder.Create((string s, ILambdaContext c) => Task.FromResult(s)).Build().RunAsync();
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<FileWatchingRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Watch();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Watch() => _ = new System.IO.FileSystemWatcher(\"/tmp\"); }"));
        return test.RunAsync();
    }

    // FN: the value is a variable, though it is never anything else.
    [Fact]
    public Task A_variable_is_not_folded() => Check("public Function() { var on = true; new ConfigurationBuilder().AddJsonFile(\"a.json\", true, on); } [LambdaFunction] public void Handle(Request r) { }");

    [Fact]
    public Task The_fix_switches_the_watcher_off() => NoReload.Check(
        """
        public Function()
        {
            var builder = new Microsoft.Extensions.Configuration.ConfigurationBuilder();
            Microsoft.Extensions.Configuration.JsonConfigurationExtensions.AddJsonFile(builder, "a.json", true, {|SVLS0206:true|});
            Microsoft.Extensions.Configuration.JsonConfigurationExtensions.AddJsonFile(builder, "b.json", optional: true, reloadOnChange: {|SVLS0206:true|} /* live */);
        }

        [LambdaFunction] public void Handle(Request r) { }
        """,
        """
        public Function()
        {
            var builder = new Microsoft.Extensions.Configuration.ConfigurationBuilder();
            Microsoft.Extensions.Configuration.JsonConfigurationExtensions.AddJsonFile(builder, "a.json", true, false);
            Microsoft.Extensions.Configuration.JsonConfigurationExtensions.AddJsonFile(builder, "b.json", optional: true, reloadOnChange: false /* live */);
        }

        [LambdaFunction] public void Handle(Request r) { }
        """);

    [Fact]
    public Task Other_watchers_have_no_fix() => NoReload.CheckNone("[LambdaFunction] public void Handle(Request r) => _ = {|SVLS0206:new FileSystemWatcher(r.Path)|};");

    [Fact]
    public void It_can_fix_everything() => Assert.NotNull(new NoReloadFixer().GetFixAllProvider());
}
