using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class StaticCollectionGrowsTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<GrowingCollectionRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("static readonly List<string> {|SVLS0102:Seen|} = new();", "Seen.Add(\"x\");")]
    [InlineData("static readonly HashSet<string> {|SVLS0102:Seen|} = new();", "if (!Seen.Add(r.Id)) return;")]
    [InlineData("static readonly Dictionary<string, string> {|SVLS0102:Cache|} = new();", "Cache[r.Id] = r.Path;")]
    [InlineData("static readonly ConcurrentDictionary<string, string> {|SVLS0102:Cache|} = new();", "Cache.GetOrAdd(r.Id, static k => k);")]
    [InlineData("static readonly ConcurrentQueue<string> {|SVLS0102:Jobs|} = new();", "Jobs.Enqueue(r.Id);")]
    [InlineData("static readonly System.Text.StringBuilder {|SVLS0102:Log|} = new();", "Log.AppendLine(\"x\");")]
    [InlineData("static List<string> {|SVLS0102:Seen|} { get; } = new();", "Seen.Add(r.Id);")]
    [InlineData("static readonly List<string>? {|SVLS0102:Seen|} = new();", "Seen?.Add(r.Id);")]
    [InlineData("static readonly Dictionary<string, string> {|SVLS0102:Cache|} = new();", "if (!Cache.TryGetValue(r.Id, out var p)) Cache.Add(r.Id, p = r.Path);")]
    public Task A_collection_that_only_grows_is_flagged(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("static readonly List<string> Seen = new();", "Seen.Clear(); Seen.Add(r.Id);")]
    [InlineData("static List<string> Seen = new();", "Seen = new(); Seen.Add(r.Id);")]
    [InlineData("static readonly ConcurrentQueue<string> Jobs = new();", "Jobs.Enqueue(r.Id); while (Jobs.TryDequeue(out _)) { }")]
    [InlineData("static readonly ConcurrentDictionary<Type, string> Names = new();", "Names.GetOrAdd(r.GetType(), static t => t.Name);")]
    [InlineData("static readonly Dictionary<DayOfWeek, string> Names = new();", "Names[(DayOfWeek)r.Items.Count] = r.Id;")]
    [InlineData("static readonly Dictionary<bool, string> Names = new();", "Names[r.Id == \"\"] = r.Id;")]
    [InlineData("static readonly System.Runtime.CompilerServices.ConditionalWeakTable<string, object> Table = new();", "Table.Add(r.Id, new());")]
    [InlineData("static readonly Dictionary<string, string> Cache = new();", "Cache[\"last\"] = r.Id;")]
    [InlineData("static readonly ConcurrentDictionary<string, string> Cache = new(); static string Key => \"a\";", "Cache.GetOrAdd(Key, static k => k);")]
    [InlineData("static readonly HashSet<string> Seen = new();", "if (Seen.Count < 100) Seen.Add(r.Id);")]
    [InlineData("static readonly HashSet<string> Seen = new();", "if (Seen.Count > 100) return; Seen.Add(r.Id);")]
    [InlineData("static readonly List<string> Names = new();", "if (Names.Count == 0) { Names.Add(\"a\"); }")]
    [InlineData("static readonly List<string> Seen = new(); static void Trim(List<string> l) => l.Clear();", "Seen.Add(r.Id); Trim(Seen);")]
    [InlineData("static readonly List<string> Seen = new();", "var seen = Seen; Seen.Add(r.Id); seen.Clear();")]
    [InlineData("static readonly List<string> Seen = new();", "foreach (var s in Seen) { } _ = Seen.Count + Seen.Where(x => x == r.Id).Count();")]
    [InlineData("", "var seen = new List<string>(); seen.Add(r.Id);")]
    public Task What_is_emptied_bounded_or_handed_out_is_not(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("static readonly HashSet<string> {|#0:Seen|} = new(); public record Message(string MessageId);", "foreach (var m in r.Messages) Seen.Add(m.MessageId);", "de-duplication in memory does not reach other environments, and ")]
    [InlineData("static readonly List<string> {|#0:Seen|} = new(); public record Message(string MessageId);", "Seen.Add(\"x\");", "")]
    public Task The_message_says_when_it_was_meant_to_find_duplicates(string field, string statement, string extra)
    {
        var test = new RuleTest<GrowingCollectionRule>(RuleTests.Usings + $"public record Batch(List<Function.Message> Messages); public class Function {{ {field} [LambdaFunction] public void Handle(Batch r) {{ {statement} }} }}");
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.StaticCollectionGrows, "Seen", extra, "Handle"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_collection_that_another_class_empties_is_not() => RuleTests.Check<GrowingCollectionRule>("""
        public static class Store { public static readonly List<string> Items = new(); }
        public static class Cleaner { public static void Run() => Store.Items.RemoveAll(static i => i == ""); }
        public class Function
        {
            [LambdaFunction] public void Handle(string s) { Store.Items.Add(s); }
        }
        """);

    [Fact]
    public Task A_helper_is_followed_and_what_start_up_or_nobody_fills_is_not() => Check(
        "[LambdaFunction] public void Handle(Request r) => Store.Save(r.Id); static Function() => Store.Warm();",
        """
        public static class Store
        {
            static readonly List<string> {|SVLS0102:Saved|} = new();
            static readonly List<string> Known = new();
            static readonly List<string> Tools = new();
            public static void Save(string id) => Saved.Add(id);
            public static void Warm() => Known.Add("a");
            public static void Tool(string id) => Tools.Add(id);
        }
        """);

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<GrowingCollectionRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            private static readonly List<string> {|SVLS0102:A|} = new(), {|SVLS0102:B|} = new(), {|SVLS0102:C|} = new();
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); A.Add(i.Id); });
                Local();
                Keep(prefix);
                void Local() => B.Add(i.Id);
            }
            private partial void Keep(string id);
        }
        public partial class Handlers
        {
            private partial void Keep(string id) => C.Add(id);
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<GrowingCollectionRule>("""
        using Amazon.Lambda.RuntimeSupport;

        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); Cache.Seen.Add(s); return s; }).Build().RunAsync();

        static class Cache { public static readonly List<string> {|SVLS0102:Seen|} = new(); }
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<GrowingCollectionRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Keep(r.Id);"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { static readonly System.Collections.Generic.List<string> Seen = new(); public static void Keep(string s) => Seen.Add(s); }"));
        return test.RunAsync();
    }

    // FN: the collection is handed out, so somebody may empty it, though nobody does.
    [Fact]
    public Task A_collection_that_is_handed_out_is_not_judged() => Check(
        "static readonly List<string> Seen = new(); public static IReadOnlyList<string> All => Seen; [LambdaFunction] public void Handle(Request r) => Seen.Add(r.Id);");
}
