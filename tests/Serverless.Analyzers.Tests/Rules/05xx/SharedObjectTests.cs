using Microsoft.CodeAnalysis;
using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Concurrency;

public sealed class SharedObjectTests
{
    private const string Managed = "is_global = true\nbuild_property.ServerlessTarget = LambdaManagedInstances";
    private const string Usings = "using System.Data.Common;\nusing System.Text;\nusing Microsoft.Extensions.DependencyInjection;\n";
    private const string Types = " public class Db : Microsoft.EntityFrameworkCore.DbContext; public static class Make { public static DbConnection Connection() => throw new InvalidOperationException(); } ";

    private static Task Check(string members, string rest = "", string config = Managed) => RuleTests.Check<SharedObjectRule>(
        Usings + RuleTests.InFunction(members) + Types + rest, test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", config)));

    [Theory]
    [InlineData("readonly DbConnection {|SVLS0508:_cn|} = Make.Connection(); [LambdaFunction] public void Handle(Request r) => _cn.Open();")]
    [InlineData("static readonly Db {|SVLS0508:Data|} = new(); [LambdaFunction] public void Handle(Request r) => Data.SaveChanges();")]
    [InlineData("static readonly Random {|SVLS0508:Rng|} = new(); [LambdaFunction] public int Handle(Request r) => Draw(); static int Draw() => Rng.Next();")]
    [InlineData("static MemoryStream {|SVLS0508:Buffer|} { get; } = new(); [LambdaFunction] public void Handle(Request r) => Buffer.WriteByte(1);")]
    [InlineData("static readonly Dictionary<string, string> {|SVLS0508:Cache|} = new(); [LambdaFunction] public string Handle(Request r) { if (!Cache.TryGetValue(r.Id, out var v)) Cache[r.Id] = v = r.Path; return v; }")]
    public Task An_object_for_one_thread_is_flagged(string members) => Check(members);

    [Theory]
    [InlineData("static readonly Dictionary<string, string> Map = new() { [\"a\"] = \"b\" }; [LambdaFunction] public string Handle(Request r) => Map[r.Id];")]
    [InlineData("static readonly AmazonS3Client S3 = new(); [LambdaFunction] public Task Handle(Request r) => S3.ListBucketsAsync();")]
    [InlineData("static readonly Random Rng = Random.Shared; [LambdaFunction] public int Handle(Request r) => Rng.Next();")]
    [InlineData("static readonly ConcurrentDictionary<string, string> Cache = new(); [LambdaFunction] public void Handle(Request r) => Cache.TryAdd(r.Id, r.Path);")]
    [InlineData("static readonly Dictionary<string, string> Cache = new(); [LambdaFunction] public void Handle(Request r) { lock (Cache) { if (!Cache.ContainsKey(r.Id)) Cache[r.Id] = r.Path; } }")]
    [InlineData("static readonly SemaphoreSlim Gate = new(1); readonly DbConnection _cn = Make.Connection(); [LambdaFunction] public async Task Handle(Request r) { await Gate.WaitAsync(); try { _cn.Open(); } finally { Gate.Release(); } }")]
    [InlineData("[ThreadStatic] static Random? _rng; [LambdaFunction] public int Handle(Request r) => _rng!.Next();")]
    [InlineData("readonly DbConnection _cn = Make.Connection(); public Function() => _cn.Open(); [LambdaFunction] public void Handle(Request r) { }")]
    [InlineData("static readonly List<string> Log = new(); [LambdaFunction] public void Handle(Request r) => Log.Add(r.Id);")]
    [InlineData("[LambdaFunction] public int Handle(Request r) => new Random().Next() + new Holder().Draw(); class Holder { readonly Random _rng = new(); public int Draw() => _rng.Next(); }")]
    public Task What_may_be_shared_or_is_not_shared_is_not(string members) => Check(members);

    [Theory]
    [InlineData("is_global = true")]
    [InlineData("is_global = true\nbuild_property.ServerlessTarget = Lambda")]
    public Task Where_invocations_come_one_by_one_nothing_is_said(string config) =>
        Check("static readonly Random Rng = new(); [LambdaFunction] public int Handle(Request r) => Rng.Next();", config: config);

    [Fact]
    public Task Singletons_and_what_they_keep_are_flagged() => Check(
        "[LambdaFunction] public void Handle(Request r) => new Api().Call(new Store(new Db()));",
        """
        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services)
            {
                {|SVLS0508:services.AddSingleton<Db>()|};
                {|SVLS0508:services.AddSingleton<Store>()|};
                services.AddSingleton<Names>();
                services.AddScoped<Db>();
            }
        }
        public class Store(Db db) { public void Save() => db.SaveChanges(); }
        public class Names
        {
            private readonly List<string> {|SVLS0508:_all|} = new();
            private readonly List<string> _fixed = new() { "a" };
            public bool Add(string n) { _all.Add(n); return _fixed.Contains(n); }
        }
        public class Api { public void Call(Store s) { s.Save(); new Names().Add("x"); } }
        """);

    [Fact]
    public Task The_message_names_the_use_and_the_remedy()
    {
        var test = new RuleTest<SharedObjectRule>(RuleTests.Usings + Usings + RuleTests.InFunction("static readonly Random {|#0:Rng|} = new(); [LambdaFunction] public int Handle(Request r) => Draw(); static int Draw() => Rng.Next();") + Types);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", Managed));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(ConcurrencyRules.UnsafeSharedObject, "Rng", "Random", "Handle → Function.Draw", "use Random.Shared"));
        return test.RunAsync();
    }

    [Fact]
    public async Task Every_form_of_code_is_read_but_generated()
    {
        var test = new RuleTest<SharedObjectRule>(RuleTests.Usings + Usings + """
            public partial record Handlers(string Prefix)
            {
                private readonly Random {|SVLS0508:_a|} = new();
                private readonly Random {|SVLS0508:_b|} = new();
                [LambdaFunction] public async Task<int> Handle(string s) => await Task.Run(async () => { await Task.Yield(); return _a.Next() + Local() + Made.Draw(); int Local() => _b.Next(); }) + Keep(Prefix);
                private partial int Keep(string id);
            }
            public partial record Handlers
            {
                private static readonly Random {|SVLS0508:C|} = new();
                private partial int Keep(string id) => C.Next();
            }
            """);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", Managed));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { static readonly System.Random R = new(); public static int Draw() => R.Next(); }"));
        await test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check("static readonly Random Rng = new(); [LambdaFunction] public void Handle(Request r) { } public static int Unused() => Rng.Next();");

    // FN: a connection behind a field of another type.
    [Fact]
    public Task An_object_inside_another_is_not_seen() => Check("static readonly Lazy<DbConnection> Cn = new(Make.Connection); [LambdaFunction] public void Handle(Request r) => Cn.Value.Open();");

    private static Task Fix(string before, string after) => FixTest<HostedRule<SharedObjectRule>, SharedObjectFixer>.Check(
        before, after, static test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", Managed)));

    [Fact]
    public Task Types_that_are_made_to_be_shared_take_their_place() => Fix(
        """
        // draws
        private static readonly Random {|SVLS0508:Rng|} = new();
        private static readonly Dictionary<string, string?> {|SVLS0508:Cache|} = new Dictionary<string, string?>(StringComparer.Ordinal);

        [LambdaFunction]
        public string? Handle(Request r)
        {
            if (!Cache.TryGetValue(r.Id, out var v))
            {
                v = r.Path + Rng.Next();
                Cache.Add(r.Id, v); // kept
            }

            return v;
        }
        """,
        """
        // draws
        private static readonly Random Rng = Random.Shared;
        private static readonly ConcurrentDictionary<string, string?> Cache = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal);

        [LambdaFunction]
        public string? Handle(Request r)
        {
            if (!Cache.TryGetValue(r.Id, out var v))
            {
                v = r.Path + Rng.Next();
                Cache[r.Id] = v; // kept
            }

            return v;
        }
        """);

    [Theory]
    [InlineData("static readonly Random {|SVLS0508:Rng|} = new(42); [LambdaFunction] public int Handle(Request r) => Rng.Next();")]
    [InlineData("static readonly Dictionary<string, string> {|SVLS0508:Cache|} = new(); [LambdaFunction] public void Handle(Request r) { if (Cache.Remove(\"x\") && !Cache.ContainsKey(r.Id)) Cache[r.Id] = \"\"; }")]
    [InlineData("static readonly MemoryStream {|SVLS0508:Data|} = new(); [LambdaFunction] public void Handle(Request r) => Data.WriteByte(1);")]
    public Task What_needs_a_decision_is_left(string members) => Fix(members, members);
}
