using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Files;

public sealed class WriteOutsideTmpTests
{
    private static Task Check(string members, string rest = "", Action<RuleTest<FileWriteRule>>? configure = null) =>
        RuleTests.Check<FileWriteRule>(RuleTests.InFunction(members) + rest, test =>
        {
            test.DisabledDiagnostics.Add("SVLS0202");
            configure?.Invoke(test);
        });

    [Theory]
    [InlineData("File.WriteAllText({|SVLS0201:\"report.csv\"|}, \"x\");")]
    [InlineData("File.AppendAllText({|SVLS0201:$\"out/{r.Id}.csv\"|}, \"x\");")]
    [InlineData("File.WriteAllText({|SVLS0201:\"/var/task/x\"|}, \"x\");")]
    [InlineData("File.WriteAllText({|SVLS0201:\"/data/x\"|}, \"x\");")]
    [InlineData("File.WriteAllText({|SVLS0201:Path.Combine(AppContext.BaseDirectory, \"x\")|}, \"x\");")]
    [InlineData("using var s = new FileStream({|SVLS0201:\"x.bin\"|}, FileMode.Create);")]
    [InlineData("using var s = new StreamWriter({|SVLS0201:\"x.txt\"|});")]
    [InlineData("Directory.CreateDirectory({|SVLS0201:\"cache\"|});")]
    [InlineData("File.Copy(\"/tmp/a\", {|SVLS0201:\"b\"|});")]
    [InlineData("var name = \"a\" + r.Id; File.WriteAllText({|SVLS0201:name|}, \"x\");")]
    [InlineData("using var s = File.Open({|SVLS0201:\"x\"|}, FileMode.Append);")]
    [InlineData("System.IO.Compression.ZipFile.CreateFromDirectory(\"/tmp/in\", {|SVLS0201:\"out.zip\"|});")]
    public Task A_write_elsewhere_is_flagged(string statement) =>
        Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("File.WriteAllText(\"/tmp/x\", \"x\");")]
    [InlineData("File.WriteAllText(Path.Combine(Path.GetTempPath(), r.Id), \"x\");")]
    [InlineData("File.WriteAllText(\"/mnt/shared/x\", \"x\");")]
    [InlineData("File.WriteAllText(\"/dev/null\", \"x\");")]
    [InlineData("File.WriteAllText(r.Path, \"x\");")]
    [InlineData("_ = File.ReadAllText(\"config.json\");")]
    [InlineData("using var s = new FileStream(\"config.json\", FileMode.Open, FileAccess.Read);")]
    [InlineData("using var s = File.Open(\"config.json\", FileMode.Open);")]
    [InlineData("using var s = new StreamWriter(new MemoryStream());")]
    [InlineData("if (Environment.GetEnvironmentVariable(\"AWS_LAMBDA_FUNCTION_NAME\") is null) File.WriteAllText(\"debug.txt\", \"x\");")]
    [InlineData("var isLambda = Environment.GetEnvironmentVariable(\"LAMBDA_TASK_ROOT\") != null; if (isLambda) return; File.WriteAllText(\"debug.txt\", \"x\");")]
    [InlineData("var name = \"a\"; name = r.Path; File.WriteAllText(name, \"x\");")]
    [InlineData("File.WriteAllText(Path.Combine(\"a\", \"/tmp/b\"), \"x\");")]
    public Task A_write_to_tmp_a_mount_or_somewhere_unknown_is_not(string statement) =>
        Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task The_message_says_where()
    {
        var test = new RuleTest<FileWriteRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => File.WriteAllText({|#0:\"a\"|}, \"x\");"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(FileRules.WriteOutsideTmp, "a path relative to the code's folder", "which is read-only on Lambda: only /tmp can be written"));
        return test.RunAsync();
    }

    [Fact]
    public Task On_Fargate_it_is_information()
    {
        var test = new RuleTest<FileWriteRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => File.WriteAllText({|#0:\"a\"|}, \"x\");"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = Fargate"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(FileRules.WriteOutsideTmp, "a path relative to the code's folder", "which is lost with the task").WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
        return test.RunAsync();
    }

    [Fact]
    public Task Helpers_and_initialisation_are_followed() => Check(
        "static readonly StreamWriter Log = new({|SVLS0201:\"log.txt\"|}); [LambdaFunction] public void Handle(Request r) => Store.Save(r.Id);",
        "public static class Store { const string Name = \"last.txt\"; public static void Save(string id) => File.WriteAllText({|SVLS0201:Name|}, id); }");

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check(
        "[LambdaFunction] public void Handle(Request r) { }",
        "public static class Tool { public static void Run() => File.WriteAllText(\"out.txt\", \"x\"); }");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<FileWriteRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => await File.WriteAllTextAsync({|SVLS0201:"a"|}, "x"));
                Local();
                Keep(prefix + i.Id);
                static void Local() => File.WriteAllText({|SVLS0201:"b"|}, "x");
            }
            private partial void Keep(string id);
        }
        public partial class Handlers
        {
            private partial void Keep(string id) => File.WriteAllText({|SVLS0201:"c"|}, id);
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<FileWriteRule>("""
        using Amazon.Lambda.RuntimeSupport;

        File.WriteAllText({|SVLS0201:"start.txt"|}, "x");
        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await File.WriteAllTextAsync({|SVLS0201:"a"|}, s); return s; }).Build().RunAsync();
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone() => Check("[LambdaFunction] public void Handle(Request r) => Made.Run();", configure: static test =>
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Run() => System.IO.File.WriteAllText(\"a\", \"b\"); }")));

    // FN: a path that comes from a method of the project.
    [Fact]
    public Task A_computed_path_is_not_seen() => Check("[LambdaFunction] public void Handle(Request r) => File.WriteAllText(Name(), \"x\"); static string Name() => \"a\";");
}
