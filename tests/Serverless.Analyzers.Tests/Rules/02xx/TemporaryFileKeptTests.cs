using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Files;

public sealed class TemporaryFileKeptTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<FileWriteRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("var p = {|SVLS0202:Path.GetTempFileName()|}; File.WriteAllText(p, r.Id);")]
    [InlineData("{|SVLS0202:File.WriteAllText(\"/tmp/a.txt\", r.Id)|};")]
    [InlineData("var p = Path.Combine(Path.GetTempPath(), r.Id); {|SVLS0202:File.WriteAllText(p, r.Id)|};")]
    [InlineData("{|SVLS0202:File.WriteAllText(Path.Combine(Path.GetTempPath(), r.Id), r.Id)|};")]
    [InlineData("using var s = {|SVLS0202:new FileStream(\"/tmp/a\", FileMode.Create)|};")]
    [InlineData("var p = {|SVLS0202:Path.GetTempFileName()|}; if (r.Id == \"\") return; File.Delete(p);")]
    [InlineData("var p = {|SVLS0202:Path.GetTempFileName()|}; var q = \"/tmp/q\"; File.Delete(q);")]
    [InlineData("{|SVLS0202:Transfer.DownloadAsync(new TransferUtilityDownloadRequest { BucketName = \"b\", Key = r.Id, FilePath = \"/tmp/\" + r.Id })|};")]
    [InlineData("var q = new TransferUtilityDownloadRequest { FilePath = Path.Combine(Path.GetTempPath(), r.Id) }; {|SVLS0202:Transfer.DownloadAsync(q)|};")]
    [InlineData("var p = {|SVLS0202:Path.GetTempFileName()|}; _ = new Request(r.Id, \"\", r.Items) { Path = p };")]
    public Task A_file_that_stays_is_flagged(string statement) =>
        RuleTests.Check<FileWriteRule>("using Amazon.S3.Transfer;\n" + RuleTests.InFunction($"static readonly TransferUtility Transfer = null!; [LambdaFunction] public void Handle(Request r) {{ {statement} }}"));

    [Theory]
    [InlineData("var p = Path.GetTempFileName(); try { File.WriteAllText(p, r.Id); } finally { File.Delete(p); }")]
    [InlineData("var p = Path.GetTempFileName(); File.WriteAllText(p, r.Id); File.Delete(p);")]
    [InlineData("File.WriteAllText(\"/tmp/a\", r.Id); File.Delete(\"/tmp/a\");")]
    [InlineData("using var s = new FileStream(\"/tmp/a\", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);")]
    [InlineData("if (!File.Exists(\"/tmp/model\")) File.WriteAllText(\"/tmp/model\", \"x\");")]
    [InlineData("var d = Path.Combine(Path.GetTempPath(), r.Id); Directory.CreateDirectory(d); var p = Path.Combine(d, \"a\"); File.WriteAllText(p, \"x\"); Directory.Delete(d, true);")]
    [InlineData("var p = Path.GetTempFileName(); new FileInfo(p).Delete();")]
    [InlineData("_ = File.ReadAllText(\"/tmp/a\");")]
    public Task A_file_that_is_deleted_cached_or_only_read_is_not(string statement) =>
        Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task A_path_that_is_returned_belongs_to_the_caller() => Check("""
        [LambdaFunction] public void Handle(Request r) { var p = Make(); var q = Other(); Third(out var t); Fourth(); }
        static string Make() { var p = Path.GetTempFileName(); File.WriteAllText(p, "x"); return p; }
        static string Other() => Path.GetTempFileName();
        static Request Fourth() { var p = Path.GetTempFileName(); return new Request("", "", new()) { Path = p }; }
        static void Third(out string p) { p = Path.GetTempFileName(); }
        """);

    [Theory]
    [InlineData("File.WriteAllText(p, \"x\");", "is never deleted")]
    [InlineData("if (r.Id == \"\") return; File.Delete(p);", "is not deleted on every path")]
    public Task The_message_says_what_is_missing(string rest, string missing)
    {
        var test = new RuleTest<FileWriteRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) { var p = {|#0:Path.GetTempFileName()|}; " + rest + " }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(FileRules.TemporaryFileKept, "GetTempFileName", missing));
        return test.RunAsync();
    }

    [Fact]
    public Task A_field_path_is_deleted_anywhere_in_its_type() => Check("""
        static readonly string Spool = Path.Combine(Path.GetTempPath(), "spool");
        [LambdaFunction] public void Handle(Request r) { File.WriteAllText(Spool, r.Id); Clean(); }
        static void Clean() => File.Delete(Spool);
        """);

    [Fact]
    public Task A_helper_is_followed_and_unreached_code_is_not() => Check(
        "[LambdaFunction] public void Handle(Request r) => Store.Save(r.Id);",
        """
        public static class Store
        {
            public static void Save(string id) { {|SVLS0202:File.WriteAllText("/tmp/" + id, id)|}; }
            public static void Tool(string id) { File.WriteAllText("/tmp/" + id, id); }
        }
        """);

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<FileWriteRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => await {|SVLS0202:File.WriteAllTextAsync("/tmp/a", "x")|});
                Local();
                Keep(prefix + i.Id);
                static void Local() => {|SVLS0202:File.WriteAllText("/tmp/b", "x")|};
            }
            private partial void Keep(string id);
        }
        public partial class Handlers
        {
            private partial void Keep(string id) => {|SVLS0202:File.WriteAllText("/tmp/c", id)|};
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<FileWriteRule>("""
        using Amazon.Lambda.RuntimeSupport;

        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await {|SVLS0202:File.WriteAllTextAsync("/tmp/a", s)|}; return s; }).Build().RunAsync();
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<FileWriteRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Run();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Run() => System.IO.File.WriteAllText(\"/tmp/a\", \"b\"); }"));
        return test.RunAsync();
    }

    // FN: an exception between write and delete leaves the file; only `return` and `throw` in sight count.
    [Fact]
    public Task A_delete_that_an_exception_skips_is_taken_for_enough() =>
        Check("[LambdaFunction] public void Handle(Request r) { var p = Path.GetTempFileName(); int.Parse(r.Id); File.Delete(p); }");
}
