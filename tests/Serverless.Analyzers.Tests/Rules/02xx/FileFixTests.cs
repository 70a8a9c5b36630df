using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;
using Delete = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.FileWriteRule>, Serverless.Analyzers.CodeFixes.DeleteTemporaryFileFixer>;
using Path = Serverless.Analyzers.Tests.Rules.FixTest<Serverless.Analyzers.Tests.Rules.HostedRule<Serverless.Analyzers.Rules.FileWriteRule>, Serverless.Analyzers.CodeFixes.TemporaryPathFixer>;

namespace Serverless.Analyzers.Tests.Rules.Files;

public sealed class FileFixTests
{
    [Fact]
    public Task A_path_moves_below_tmp_and_a_rooted_one_keeps_its_name() => Path.Check(
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            File.WriteAllText({|SVLS0201:"report.csv"|} /* here */, "x");
            File.WriteAllText({|SVLS0201:$"a-{r.Id}"|}, "x");
            File.WriteAllText({|SVLS0201:"/data/x.txt"|}, "x");
        }
        """,
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            File.WriteAllText(Path.Combine(Path.GetTempPath(), "report.csv") /* here */, "x");
            File.WriteAllText(Path.Combine(Path.GetTempPath(), $"a-{r.Id}"), "x");
            File.WriteAllText(Path.Combine(Path.GetTempPath(), Path.GetFileName("/data/x.txt")), "x");
        }
        """,
        static test => test.DisabledDiagnostics.Add("SVLS0202"));

    [Fact]
    public Task What_follows_goes_into_a_try() => Delete.Check(
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            var path = {|SVLS0202:Path.GetTempFileName()|};
            // first
            File.WriteAllText(path, r.Id);
            Console.WriteLine(path.Length);
        }
        """,
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            var path = Path.GetTempFileName();
            try
            {
                // first
                File.WriteAllText(path, r.Id);
                Console.WriteLine(path.Length);
            }
            finally
            {
                File.Delete(path);
            }
        }
        """);

    [Fact]
    public Task A_delete_that_some_paths_miss_moves_into_the_finally() => Delete.Check(
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            var path = Path.Combine(Path.GetTempPath(), r.Id);
            {|SVLS0202:File.WriteAllText(path, r.Id)|};
            if (r.Path == "")
                return;
            File.Delete(path);
        }
        """,
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            var path = Path.Combine(Path.GetTempPath(), r.Id);
            try
            {
                File.WriteAllText(path, r.Id);
                if (r.Path == "")
                    return;
            }
            finally
            {
                File.Delete(path);
            }
        }
        """);

    [Fact]
    public Task A_stream_deletes_its_file_when_it_closes() => Delete.Check(
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            using var a = {|SVLS0202:new FileStream("/tmp/a", FileMode.Create)|};
            using var b = {|SVLS0202:new FileStream("/tmp/b", FileMode.Append)|};
        }
        """,
        """
        [LambdaFunction]
        public void Handle(Request r)
        {
            using var a = new FileStream("/tmp/a", FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 4096, FileOptions.DeleteOnClose);
            using var b = new FileStream("/tmp/b", FileMode.Append, FileAccess.Write, FileShare.Read, 4096, FileOptions.DeleteOnClose);
        }
        """);

    [Fact]
    public Task A_path_without_a_name_is_left() =>
        Delete.CheckNone("[LambdaFunction] public void Handle(Request r) { {|SVLS0202:File.WriteAllText(\"/tmp/a\", r.Id)|}; }");

    [Fact]
    public void Both_can_fix_everything()
    {
        Assert.NotNull(new TemporaryPathFixer().GetFixAllProvider());
        Assert.NotNull(new DeleteTemporaryFileFixer().GetFixAllProvider());
        Assert.Equal([FileRules.WriteOutsideTmp.Id], new TemporaryPathFixer().FixableDiagnosticIds.ToArray());
    }
}
