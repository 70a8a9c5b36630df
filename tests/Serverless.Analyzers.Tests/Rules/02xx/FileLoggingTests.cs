using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using ToConsole = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.FileLoggingRule>, Serverless.Analyzers.CodeFixes.ConsoleSinkFixer>;

namespace Serverless.Analyzers.Tests.Rules.Files;

public sealed class FileLoggingTests
{
    private const string Using = """
        using System.Diagnostics;
        using Serilog;

        """;

    private static Task Check(string members, string rest = "") => RuleTests.Check<FileLoggingRule>(Using + RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("{|SVLS0210:new LoggerConfiguration().WriteTo.File(\"/tmp/app.log\")|};")]
    [InlineData("_ = {|SVLS0210:new NLog.Targets.FileTarget(\"f\")|};")]
    [InlineData("_ = {|SVLS0210:new log4net.Appender.RollingFileAppender()|};")]
    [InlineData("_ = {|SVLS0210:new TextWriterTraceListener(\"/tmp/trace.txt\")|};")]
    [InlineData("{|SVLS0210:File.AppendAllText(\"/tmp/app.log\", r.Id)|};")]
    [InlineData("{|SVLS0210:File.AppendAllLines($\"/tmp/{r.Id}.log\", r.Items)|};")]
    [InlineData("{|SVLS0210:File.AppendAllText(Path.Combine(Path.GetTempPath(), \"app.LOG\"), r.Id)|};")]
    public Task Log_lines_in_a_file_are_flagged(string statement) => Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("new LoggerConfiguration().WriteTo.Console();")]
    [InlineData("new LoggerConfiguration().AuditTo.File(\"/mnt/audit/app.log\");")]
    [InlineData("_ = new TextWriterTraceListener(Console.Out);")]
    [InlineData("File.AppendAllText(\"/tmp/data.csv\", r.Id);")]
    [InlineData("File.WriteAllText(\"/tmp/app.log\", r.Id);")]
    [InlineData("if (IsDevelopment()) new LoggerConfiguration().WriteTo.File(\"app.log\");")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"AWS_LAMBDA_FUNCTION_NAME\") is null) new LoggerConfiguration().WriteTo.File(\"app.log\");")]
    [InlineData("Own.File(\"a.log\"); Own.AddFile(\"a.log\"); _ = new Own.FileTarget();")]
    public Task The_console_audits_data_and_a_developers_machine_are_not(string statement) => Check(
        $"static bool IsDevelopment() => false; [LambdaFunction] public void Handle(Request r) {{ {statement} }}",
        "static class Own { public static void File(string s) { } public static void AddFile(string s) { } public sealed class FileTarget; }");

    [Theory]
    [InlineData("", "environment")]
    [InlineData("Fargate", "task")]
    public Task The_message_names_the_sink_and_what_it_is_lost_with(string target, string where)
    {
        var test = new RuleTest<FileLoggingRule>(RuleTests.Usings + Using + RuleTests.InFunction("public Function() { {|#0:new LoggerConfiguration().WriteTo.File(\"a\")|}; } [LambdaFunction] public void Handle(Request r) { }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = " + target));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(FileRules.FileLogging, "WriteTo.File", where));
        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_is_followed_and_unreached_code_is_not() => Check(
        "[LambdaFunction] public void Handle(Request r) => Setup.Log();",
        "static class Setup { public static void Log() => {|SVLS0210:new LoggerConfiguration().WriteTo.File(\"a\")|}; public static void Tool() => new LoggerConfiguration().WriteTo.File(\"a\"); }");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<FileLoggingRule>(Using + """
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            private static readonly LoggerConfiguration Log = {|SVLS0210:new LoggerConfiguration().WriteTo.File("a")|};
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => await {|SVLS0210:File.AppendAllTextAsync("/tmp/a.log", i.Id)|});
                Local();
                Keep(prefix);
                static void Local() => {|SVLS0210:File.AppendAllText("/tmp/b.log", "x")|};
            }
            private partial void Keep(string id);
        }
        public partial class Handlers
        {
            private partial void Keep(string id) => {|SVLS0210:File.AppendAllText("/tmp/c.log", id)|};
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<FileLoggingRule>("""
        using Amazon.Lambda.RuntimeSupport;
        using Serilog;

        {|SVLS0210:new LoggerConfiguration().WriteTo.File("a")|};
        await LambdaBootstrapBuilder.Create((string s, ILambdaContext c) => Task.FromResult(s)).Build().RunAsync();
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<FileLoggingRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Log();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Log() => System.IO.File.AppendAllText(\"/tmp/a.log\", \"\"); }"));
        return test.RunAsync();
    }

    // FN: a writer that is opened to append to a log; the sinks and the calls of File are known.
    [Fact]
    public Task A_stream_writer_to_a_log_is_not_seen() => Check("[LambdaFunction] public void Handle(Request r) { using var w = new StreamWriter(\"/tmp/app.log\", append: true); }");

    [Theory]
    [InlineData("Serilog.FileLoggerConfigurationExtensions.File(new Serilog.LoggerConfiguration().WriteTo, \"a\")")]
    [InlineData("File.AppendAllText(\"/tmp/a.log\", r.Id)")]
    public Task Other_forms_have_no_fix(string call) => ToConsole.CheckNone($"[LambdaFunction] public void Handle(Request r) {{ {{|SVLS0210:{call}|}}; }}");

    [Fact]
    public Task The_fix_keeps_the_level()
    {
        const string Before = """
            using Serilog;
            using Serilog.Events;
            using Serilog.Formatting.Compact;
            public class Function
            {
                public Function()
                {
                    var log = {|SVLS0210:new LoggerConfiguration()
                        // where
                        .WriteTo.File("/tmp/app.log", restrictedToMinimumLevel: LogEventLevel.Warning)|};
                    var other = {|SVLS0210:new LoggerConfiguration().WriteTo.File("/tmp/app.log", fileSizeLimitBytes: 3)|};
                }

                [Amazon.Lambda.Annotations.LambdaFunction] public void Handle(string s) { }
            }
            """;
        const string After = """
            using Serilog;
            using Serilog.Events;
            using Serilog.Formatting.Compact;
            public class Function
            {
                public Function()
                {
                    var log = new LoggerConfiguration()
                        // where
                        .WriteTo.Console(new RenderedCompactJsonFormatter(), restrictedToMinimumLevel: LogEventLevel.Warning);
                    var other = new LoggerConfiguration().WriteTo.Console(new RenderedCompactJsonFormatter());
                }

                [Amazon.Lambda.Annotations.LambdaFunction] public void Handle(string s) { }
            }
            """;
        return new ToConsole(Before, After).RunAsync();
    }

    [Fact]
    public void It_can_fix_everything() => Assert.NotNull(new ConsoleSinkFixer().GetFixAllProvider());
}
