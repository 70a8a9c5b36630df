using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class StaticStateWrittenTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<StateWriteRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("static int _count;", "{|SVLS0101:_count|} += r.Items.Count;")]
    [InlineData("static int _count;", "{|SVLS0101:_count|}++;")]
    [InlineData("static string? _last;", "{|SVLS0101:_last|} = r.Id;")]
    [InlineData("static string? _last;", "{|SVLS0101:_last|} ??= r.Id;")]
    [InlineData("static string? Last { get; set; }", "{|SVLS0101:Last|} = r.Id;")]
    [InlineData("static readonly int[] Seen = new int[9];", "{|SVLS0101:Seen[0]|} = 1;")]
    [InlineData("static readonly List<string> Seen = new();", "{|SVLS0101:Seen|}.Add(r.Id);")]
    [InlineData("static readonly Dictionary<string, int> Seen = new();", "{|SVLS0101:Seen[r.Id]|} = 1;")]
    [InlineData("static readonly System.Text.StringBuilder Log = new();", "{|SVLS0101:Log|}.AppendLine(r.Id);")]
    [InlineData("static int _a; static int _b;", "({|SVLS0101:_a|}, {|SVLS0101:_b|}) = (1, 2);")]
    [InlineData("static int _a;", "int.TryParse(r.Id, out {|SVLS0101:_a|});")]
    [InlineData("static event Action? Done;", "{|SVLS0101:Done|} += () => { };")]
    [InlineData("class Settings { public int Limit; } static readonly Settings Shared = new();", "{|SVLS0101:Shared.Limit|} = 3;")]
    [InlineData("static int _count;", "Interlocked.Increment(ref {|SVLS0101:_count|});")]
    public Task A_write_to_a_static_is_flagged(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("static HttpClient? _http;", "_http ??= new HttpClient();")]
    [InlineData("static readonly AsyncLocal<string?> Tenant = new();", "Tenant.Value = r.Id;")]
    [InlineData("static HttpClient? _http;", "if (_http is null) _http = new HttpClient();")]
    [InlineData("static HttpClient? _http;", "if (_http == null) { _http = new HttpClient(); }")]
    [InlineData("static HttpClient? _http; static readonly object Gate = new();", "if (_http == null) { lock (Gate) { if (_http == null) { _http = new HttpClient(); } } }")]
    [InlineData("static HttpClient? _http;", "if (_http != null) return; _http = new HttpClient();")]
    [InlineData("static HttpClient? _http;", "if (_http is { } ready) { ready.CancelPendingRequests(); return; } _http = new HttpClient();")]
    [InlineData("static HttpClient? _http;", "if (_http is not null) { } else { _http = new HttpClient(); }")]
    [InlineData("static HttpClient? _http;", "_http = _http ?? new HttpClient();")]
    [InlineData("static HttpClient? _http;", "var http = _http ?? (_http = new HttpClient());")]
    [InlineData("static HttpClient? _http;", "var http = _http == null ? _http = new HttpClient() : _http;")]
    [InlineData("static bool _initialised; static string? _config;", "if (_initialised) return; _config = \"x\"; _initialised = true;")]
    [InlineData("static bool _initialised; static string? _config;", "if (_initialised == false) { _initialised = true; _config = \"x\"; }")]
    [InlineData("static bool _initialised; static string? _config;", "if (Volatile.Read(ref _initialised)) return; _config = \"x\"; Volatile.Write(ref _initialised, true);")]
    [InlineData("static int _started; static string? _config;", "if (Interlocked.CompareExchange(ref _started, 1, 0) == 0) { _config = \"x\"; }")]
    [InlineData("static readonly List<string> Names = new();", "if (Names.Count == 0) { Names.Add(\"a\"); Names.Add(\"b\"); }")]
    [InlineData("static bool _ready; static string? _config;", "if (!_ready) { _config = \"x\"; _ready = true; }")]
    [InlineData("static string? _config;", "Interlocked.CompareExchange(ref _config, \"x\", null);")]
    [InlineData("static string? _config;", "LazyInitializer.EnsureInitialized(ref _config, () => \"x\");")]
    [InlineData("static int _starts;", "if (Interlocked.Increment(ref _starts) == 1) Console.WriteLine(\"cold\");")]
    [InlineData("static int _warm;", "var cold = Interlocked.Exchange(ref _warm, 1) == 0; Console.WriteLine(cold);")]
    [InlineData("[ThreadStatic] static int _depth;", "_depth++;")]
    [InlineData("static readonly ConcurrentDictionary<Type, string> Names = new();", "Names.GetOrAdd(typeof(int), static t => t.Name);")]
    [InlineData("static readonly Dictionary<string, string> Names = new();", "if (!Names.TryGetValue(\"a\", out var n)) Names[\"a\"] = \"b\";")]
    [InlineData("static readonly List<string> Known = new();", "var copy = new List<string>(Known); copy.Add(r.Id);")]
    [InlineData("", "var count = 0; count += r.Items.Count; r.Items.Add(\"x\");")]
    public Task What_is_made_once_remembered_by_key_or_local_is_not(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task An_asynchronous_initialisation_behind_a_gate_is_made_once() => Check("""
        static readonly SemaphoreSlim Gate = new(1, 1);
        static string? _config;
        static int _loads;
        static async Task<string> ConfigAsync()
        {
            if (_config is not null)
                return _config;
            await Gate.WaitAsync();
            try
            {
                if (_config is not null)
                    return _config;
                _config = await LoadAsync();
                return _config;
            }
            finally
            {
                Gate.Release();
            }
        }
        static async Task<string> LoadAsync() { await Task.Yield(); _loads = 1; return "x"; }
        [LambdaFunction] public Task<string> Handle(Request r) => ConfigAsync();
        """);

    [Theory]
    [InlineData("if (_last != null) return; _count = r.Items.Count;")]
    [InlineData("if (_last != null) { _count = 1; return; } _last = null;")]
    [InlineData("if (r.Id == \"\") return; _count = r.Items.Count;")]
    [InlineData("if (_count > 3) _count = 0;")]
    public async Task A_test_of_something_else_makes_nothing_once(string statement)
    {
        var at = statement.IndexOf("_count =", StringComparison.Ordinal);
        await Check($"static string? _last; static int _count; [LambdaFunction] public void Handle(Request r) {{ {statement.Insert(at + 6, "|}").Insert(at, "{|SVLS0101:")} }}".Replace("_last = null", "_ = 0", StringComparison.Ordinal));
    }

    [Fact]
    public Task The_message_names_the_field_and_the_path()
    {
        var test = new RuleTest<StateWriteRule>(RuleTests.Usings + RuleTests.InFunction("""
            static int _count;
            [LambdaFunction] public void Handle(Request r) => Store(r);
            void Store(Request r) => {|#0:_count|}++;
            """));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.StaticStateWritten, "_count", "survives into the next invocation of this environment and is lost with it", "Handle → Function.Store"));
        return test.RunAsync();
    }

    [Fact]
    public Task Where_one_process_serves_several_invocations_the_message_says_shared()
    {
        var test = new RuleTest<StateWriteRule>(RuleTests.Usings + RuleTests.InFunction("static int _count; [LambdaFunction] public void Handle(Request r) => {|#0:_count|}++;"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = LambdaManagedInstances"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.StaticStateWritten, "_count", "is shared by concurrent invocations", "Handle"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_in_another_class_is_followed() => Check(
        "readonly Store _store = new(); [LambdaFunction] public void Handle(Request r) => _store.Save(r.Id);",
        """
        public sealed class Store
        {
            static string? _last;
            public void Save(string id) => Keep(id);
            static void Keep(string id) => {|SVLS0101:_last|} = id;
        }
        """);

    [Fact]
    public Task A_call_through_an_interface_is_followed() => Check(
        "readonly IStore _store = new Store(); [LambdaFunction] public void Handle(Request r) => _store.Save(r.Id);",
        """
        public interface IStore { void Save(string id); }
        public sealed class Store : IStore
        {
            static string? _last;
            public void Save(string id) => {|SVLS0101:_last|} = id;
        }
        """);

    [Fact]
    public Task Of_several_implementations_the_one_that_is_registered_is_followed() => RuleTests.Check<StateWriteRule>("""
        using Microsoft.Extensions.DependencyInjection;

        [LambdaStartup]
        public class Startup { public void ConfigureServices(IServiceCollection services) => services.AddSingleton<IStore, Store>(); }
        public class Function(IStore store, IOther other)
        {
            [LambdaFunction] public void Handle(string s) { store.Save(s); other.Save(s); }
        }
        public interface IStore { void Save(string id); }
        public sealed class Store : IStore { static string? _last; public void Save(string id) => {|SVLS0101:_last|} = id; }
        public sealed class DeskStore : IStore { static string? _last; public void Save(string id) => _last = id; }
        public interface IOther { void Save(string id); }
        public sealed class A : IOther { static string? _last; public void Save(string id) => {|SVLS0101:_last|} = id; }
        public sealed class B : IOther { static string? _last; public void Save(string id) => {|SVLS0101:_last|} = id; }
        """);

    [Fact]
    public Task More_than_eight_implementations_are_no_answer() => RuleTests.Check<StateWriteRule>("""
        public class Function(IStore store)
        {
            [LambdaFunction] public void Handle(string s) => store.Save(s);
        }
        public interface IStore { void Save(string id); }
        """ + string.Join("\n", Enumerable.Range(0, 9).Select(static i => $"public sealed class S{i} : IStore {{ static string? _last; public void Save(string id) => _last = id; }}")));

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check(
        "[LambdaFunction] public void Handle(Request r) { }",
        """
        public sealed class Tool
        {
            static int _count;
            public static void Run() => _count++;
        }
        """);

    [Fact]
    public Task Static_constructors_and_initialisers_may_write() => Check("""
        static readonly List<string> Known = new() { "a" };
        static int _limit;
        static Function() { _limit = 3; Known.Add("b"); }
        [LambdaFunction] public int Handle(Request r) => _limit;
        """);

    [Fact]
    public Task A_lazy_factory_and_its_helpers_may_write() => Check("""
        static int _made;
        static readonly Lazy<string> Config = new(() => Load());
        static string Load() { _made = 1; return "x"; }
        [LambdaFunction] public string Handle(Request r) => Config.Value;
        """);

    [Fact]
    public Task Lambdas_and_local_functions_belong_to_the_handler() => Check("""
        static int _count;
        [LambdaFunction] public async Task Handle(Request r)
        {
            r.Items.ForEach(i => {|SVLS0101:_count|}++);
            await Task.Run(async () => { await Task.Yield(); {|SVLS0101:_count|}--; });
            Local();
            void Local() => {|SVLS0101:_count|} = 0;
        }
        """);

    [Fact]
    public Task Records_primary_constructors_partial_and_expression_bodied_members_are_read() => RuleTests.Check<StateWriteRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            private static string? _last;
            [LambdaFunction] public string Handle(Input i) => Keep(prefix + i.Id);
        }
        public partial class Handlers
        {
            private partial string Keep(string id);
        }
        public partial class Handlers
        {
            private partial string Keep(string id) => {|SVLS0101:_last|} = id;
        }
        public record Counter
        {
            private static int _n;
            [LambdaFunction] public int Next() => {|SVLS0101:_n|}++;
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<StateWriteRule>("""
        using Amazon.Lambda.RuntimeSupport;

        Cache.Warm();
        Func<string, ILambdaContext, Task<string>> handler = async (s, c) => { await Task.Yield(); {|SVLS0101:Cache.Last|} = s; return Answer(s); };
        await LambdaBootstrapBuilder.Create(handler).Build().RunAsync();

        static string Answer(string s) { {|SVLS0101:Cache.Count|}++; return s; }

        static class Cache
        {
            public static string? Last;
            public static int Count;
            public static void Warm() => Count = 1;
        }
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<StateWriteRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Count();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { static int _n; public static void Count() => _n++; }"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_test_project_is_silent()
    {
        var test = new RuleTest<StateWriteRule>(RuleTests.Usings + RuleTests.InFunction("static int _count; [LambdaFunction] public void Handle(Request r) => _count++;"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true"));
        return test.RunAsync();
    }

    [Fact]
    public Task Without_a_lambda_package_nothing_is_registered()
    {
        var test = new RuleTest<StateWriteRule>("public class Function { static int _count; public void Handle() => _count++; }");
        foreach (var reference in StandInReferences.All)
            test.TestState.AdditionalReferences.Remove(reference);
        return test.RunAsync();
    }

    // FN: the static is changed through a local that points to it; aliases are not followed.
    [Fact]
    public Task A_write_through_an_alias_is_not_seen() => Check("""
        static readonly List<string> Seen = new();
        [LambdaFunction] public void Handle(Request r) { var seen = Seen; seen.Add(r.Id); }
        """);
}
