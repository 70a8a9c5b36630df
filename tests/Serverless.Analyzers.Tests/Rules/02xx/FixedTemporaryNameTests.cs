using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Unique = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.FixedTemporaryNameRule>, Serverless.Analyzers.CodeFixes.UniqueTemporaryNameFixer>;

namespace Serverless.Analyzers.Tests.Rules.Files;

public sealed class FixedTemporaryNameTests
{
    private static Task Check(string members, string rest = "", string target = "")
    {
        var test = new RuleTest<FixedTemporaryNameRule>(RuleTests.Usings + RuleTests.InFunction(members) + rest);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = " + target));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("File.WriteAllText({|SVLS0203:\"/tmp/in.pdf\"|}, r.Id);")]
    [InlineData("File.WriteAllText({|SVLS0203:Path.Combine(Path.GetTempPath(), \"in.pdf\")|}, r.Id);")]
    [InlineData("var p = \"/tmp/\" + \"in.pdf\"; File.WriteAllText({|SVLS0203:p|}, r.Id); _ = File.ReadAllText(p);")]
    [InlineData("using var s = new FileStream({|SVLS0203:\"/tmp/a\"|}, FileMode.Create);")]
    [InlineData("new Amazon.S3.Transfer.TransferUtility((IAmazonS3)null!).DownloadAsync({|SVLS0203:\"/tmp/a\"|}, \"b\", \"k\");")]
    public Task One_name_for_all_invocations_is_a_hint(string statement) => Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("File.WriteAllText(\"/tmp/\" + r.Id, \"\");")]
    [InlineData("File.WriteAllText($\"/tmp/{Guid.NewGuid()}\", \"\");")]
    [InlineData("File.WriteAllText(Path.GetTempFileName(), \"\");")]
    [InlineData("if (!File.Exists(\"/tmp/model\")) File.WriteAllText(\"/tmp/model\", \"x\");")]
    [InlineData("try { File.WriteAllText(\"/tmp/a\", \"x\"); } finally { File.Delete(\"/tmp/a\"); }")]
    [InlineData("Directory.CreateDirectory(\"/tmp/work\");")]
    [InlineData("_ = File.ReadAllText(\"/tmp/a\");")]
    [InlineData("using var s = new FileStream(\"/tmp/a\", FileMode.CreateNew);")]
    [InlineData("File.WriteAllText(\"out.txt\", \"x\");")]
    public Task Own_names_caches_and_what_is_deleted_are_not(string statement) => Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("File.WriteAllText({|#0:\"/tmp/a\"|}, \"x\"); File.Delete(\"/tmp/a\");")]
    [InlineData("if (!File.Exists(\"/tmp/a\")) File.WriteAllText({|#0:\"/tmp/a\"|}, \"x\");")]
    public Task Where_invocations_overlap_it_is_a_warning_whatever_else_is_done(string statement)
    {
        var test = new RuleTest<FixedTemporaryNameRule>(RuleTests.Usings + RuleTests.InFunction($"[LambdaFunction] public void Handle(Request r) => Save(); static void Save() {{ {statement} }}"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = LambdaManagedInstances"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(
            FileRules.FixedTemporaryName, "/tmp/a", "invocations that run at the same time write over each other", "Handle → Function.Save").WithSeverity(DiagnosticSeverity.Warning));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("using var s = new FileStream(\"/tmp/a\", FileMode.CreateNew);")]
    [InlineData("File.WriteAllText(\"/tmp/\" + r.Id, \"\");")]
    public Task Where_invocations_overlap_these_are_still_right(string statement) => Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}", target: "LambdaManagedInstances");

    [Fact]
    public Task Code_that_no_handler_reaches_is_not() => Check("public Function() => File.WriteAllText(\"/tmp/a\", \"x\"); [LambdaFunction] public void Handle(Request r) { } public static void Tool() => File.WriteAllText(\"/tmp/a\", \"x\");");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<FixedTemporaryNameRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            private static readonly string Spool = Path.Combine(Path.GetTempPath(), "spool");
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => await File.WriteAllTextAsync({|SVLS0203:"/tmp/a"|}, i.Id));
                Local();
                Keep(prefix);
                static void Local() => File.WriteAllText({|SVLS0203:"/tmp/b"|}, "x");
            }
            private partial void Keep(string id);
        }
        public partial class Handlers
        {
            private partial void Keep(string id) => File.WriteAllText({|SVLS0203:Spool|}, id);
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<FixedTemporaryNameRule>("""
        using Amazon.Lambda.RuntimeSupport;

        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await File.WriteAllTextAsync({|SVLS0203:"/tmp/a"|}, s); return s; }).Build().RunAsync();
        """, static test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<FixedTemporaryNameRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Save();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Save() => System.IO.File.WriteAllText(\"/tmp/a\", \"\"); }"));
        return test.RunAsync();
    }

    // FN: the name comes from a method, though it is always the same.
    [Fact]
    public Task A_name_from_a_method_is_not_seen() => Check("static string Name() => \"/tmp/a\"; [LambdaFunction] public void Handle(Request r) => File.WriteAllText(Name(), \"x\");");

    [Fact]
    public Task The_requests_id_goes_into_the_name() => Unique.Check(
        """
        [LambdaFunction]
        public void Handle(Request r, ILambdaContext context)
        {
            File.WriteAllText({|SVLS0203:"/tmp/in.pdf"|}, r.Id); // keeps
            const string path = "/tmp/out/a.txt";
            File.WriteAllText({|SVLS0203:path|}, r.Id);
            File.ReadAllText(path);
        }

        static void Other() => File.WriteAllText({|SVLS0203:Path.Combine(Path.GetTempPath(), "b.txt")|}, "");

        [LambdaFunction]
        public void Third(Request r) => Other();
        """,
        """
        [LambdaFunction]
        public void Handle(Request r, ILambdaContext context)
        {
            File.WriteAllText($"/tmp/{context.AwsRequestId}-in.pdf", r.Id); // keeps
            string path = $"/tmp/out/{context.AwsRequestId}-a.txt";
            File.WriteAllText(path, r.Id);
            File.ReadAllText(path);
        }

        static void Other() => File.WriteAllText(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}-b.txt"), "");

        [LambdaFunction]
        public void Third(Request r) => Other();
        """);

    [Theory]
    [InlineData("File.WriteAllText({|SVLS0203:\"/tmp/a\"|}, r.Id); File.ReadAllText(\"/tmp/a\");")]
    [InlineData("File.WriteAllText({|SVLS0203:Spool|}, r.Id);")]
    [InlineData("File.WriteAllText({|SVLS0203:\"/tmp/\" + \"a\"|}, r.Id);")]
    public Task A_name_that_others_spell_out_is_left(string statement) => Unique.CheckNone($"const string Spool = \"/tmp/s\"; [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Fact]
    public void It_can_fix_everything() => Assert.NotNull(new UniqueTemporaryNameFixer().GetFixAllProvider());
}
