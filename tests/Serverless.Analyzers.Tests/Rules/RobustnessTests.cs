using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>Analyzers run on code that is being typed: half of it is missing most of the time.</summary>
public sealed class RobustnessTests
{
    private const int Step = 23;

    private const string Everything = RuleTests.Usings + """
        using Amazon.DynamoDBv2;
        using Amazon.DynamoDBv2.DataModel;
        using Microsoft.Extensions.DependencyInjection;

        public record Input(string Id, List<string> Items);
        public interface IStore { Task Save(string id); int this[int i] { get; set; } }

        public partial class Function(IStore store, string prefix = "x") : IDisposable
        {
            private static int _count, _other = 3;
            private static readonly string Secret = LoadAsync().Result;
            private static readonly Lazy<Task<string>> Later = new(() => LoadAsync());
            private static readonly HttpClient Http = new() { BaseAddress = null };
            private static readonly Func<string, Task> Callback = async s => await Task.Delay(_count++);
            private event Action? Done;
            private string? _last;
            private int Total { get; set; } = 4;

            static Function() { Task.WaitAll(LoadAsync()); }

            [LambdaFunction(Timeout = 20)]
            public async Task<string> Handle(Input input, ILambdaContext context)
            {
                using var s3 = new AmazonS3Client();
                using (var http = new HttpClient()) { _ = http.GetAsync("a"); }
                (_count, _last) = (_other++, input.Id);
                input.Items.ForEach(async i => await store.Save(i));
                var path = Path.Combine(Path.GetTempPath(), $"{prefix}-{input.Id}");
                File.WriteAllText(path, "x");
                await File.WriteAllTextAsync("out/" + prefix, "x");
                var db = new DynamoDBContext(new AmazonDynamoDBClient(), new DynamoDBContextConfig { TableNamePrefix = "p" });
                if (_last is null) { _last = await LoadAsync(); } else if (_count > 3) return _last;
                foreach (var (key, value) in new Dictionary<string, int> { ["a"] = 1 }) Total += value;
                Done += () => _count--;
                int.TryParse(input.Id, out _count);
                var task = Task.Run(Local);
                store[0] ??= 3;
                return input switch { { Id: "a" } => await LoadAsync(), _ => Secret + await Later.Value };

                void Local() { lock (Http) { Total++; _ = Callback("x"); } }
            }

            private static async Task<string> LoadAsync() { await Task.Yield(); return new string('a', _other); }
            private async void Fire() => await Task.Yield();
            public void Dispose() => Fire();
            public static Function operator +(Function a, int b) => a;
            public static void Add(IServiceCollection services) => services.AddSingleton(_ => new AmazonS3Client()).AddHttpClient("a");
        }
        """;

    [Fact]
    public async Task No_truncation_of_the_source_makes_a_rule_fail()
    {
        for (var length = Everything.Length; length > RuleTests.Usings.Length; length -= Step)
            await AllRules.RunAsync(AllRules.Compile(Everything[..length]));
    }

    [Fact]
    public async Task No_missing_line_makes_a_rule_fail()
    {
        var lines = Everything.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            await AllRules.RunAsync(AllRules.Compile(string.Join('\n', lines.Where((_, at) => at != i))));
    }

    [Fact]
    public async Task Concurrent_and_serial_runs_say_the_same()
    {
        var compilation = AllRules.Compile(Everything);
        var serial = Text(await AllRules.RunAsync(compilation.Clone(), concurrent: false));
        Assert.NotEmpty(serial);
        for (var i = 0; i < 5; i++)
            Assert.Equal(serial, Text(await AllRules.RunAsync(compilation.Clone())));

        static string[] Text(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(static d => d.ToString()).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Recursion_and_a_large_literal_end()
    {
        var numbers = string.Join(", ", Enumerable.Range(0, 20_000));
        await AllRules.RunAsync(AllRules.Compile(RuleTests.Usings + $$"""
            public class Function
            {
                static readonly int[] Table = [{{numbers}}];
                static int _n;
                [LambdaFunction] public int Handle(int i) => i == 0 ? Table[i] : Other(i - 1);
                int Other(int i) { _n++; return Handle(i); }
            }
            """));
    }

    [Fact]
    public async Task A_path_deeper_than_the_budget_is_silent()
    {
        var chain = string.Join("\n", Enumerable.Range(0, 40).Select(static i => $"static void M{i}() => M{i + 1}();"));
        var source = RuleTests.Usings + "public class Function { static int _n; [LambdaFunction] public void Handle() => M0();\n" + chain + "\nstatic void M40() => _n++; }";
        Assert.Empty(await AllRules.RunAsync(AllRules.Compile(source)));
        Assert.Single(await AllRules.RunAsync(AllRules.Compile(source.Replace("=> M0()", "=> M30()", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing_behind()
    {
        var compilation = (CSharpCompilation)AllRules.Compile(Everything).Clone();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var options = new Microsoft.CodeAnalysis.Diagnostics.AnalyzerOptions([]);
        var with = new Microsoft.CodeAnalysis.Diagnostics.CompilationWithAnalyzers(compilation, AllRules.Hazards, options);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => with.GetAnalyzerDiagnosticsAsync(cancelled.Token));
        Assert.NotEmpty(await AllRules.RunAsync(compilation));
    }

    [Fact]
    public async Task Sources_of_a_referenced_project_are_left_to_that_project()
    {
        var library = AllRules.Compile("public static class Shared { public static int Count; public static void Touch() => Count++; public static readonly System.Func<int> Next = () => ++Count; }").WithAssemblyName("Library");
        var source = RuleTests.Usings + "public class Function { static int _n; [LambdaFunction] public void Handle() { _n++; Shared.Touch(); Shared.Next(); Shared.Count++; } }";
        var compilation = AllRules.Compile(source).AddReferences(library.ToMetadataReference());
        var ids = (await AllRules.RunAsync(compilation)).Select(static d => d.Id).ToList();
        Assert.Contains("SVLS0101", ids);
    }

    [Fact]
    public async Task Members_of_a_referenced_project_are_used_without_a_fault()
    {
        var library = AllRules.Compile(RuleTests.Usings + """
            public abstract class Base
            {
                protected static readonly Random Dice = new Random();
                protected static readonly HttpClient Http = new HttpClient();
                protected static readonly TimeSpan Limit = TimeSpan.FromHours(1);
                public virtual void Run() { File.WriteAllText(Shared.Path, ""); }
            }

            public static class Shared
            {
                public static readonly List<string> Seen = new List<string>();
                public static readonly Dictionary<string, string> Map = new Dictionary<string, string>();
                public static readonly string Path = "data/file.txt";
                public static readonly Func<Task<string>> Next = async () => await Load("x");
                public static readonly Lazy<string> Text = new Lazy<string>(() => File.ReadAllText("x"));
                public static Func<string, Task> Handler = s => Task.CompletedTask;
                public static string Id() => Guid.NewGuid().ToString();
                public static async Task<string> Load(string id) { await Task.Delay(1); return await new HttpClient().GetStringAsync("http://localhost/" + id); }
                public static HttpClient Make() { return new HttpClient(); }
                public static void Limits(HttpClient client) { client.Timeout = TimeSpan.FromSeconds(1); }
                public static List<string> Get() => Seen;
            }
            """).WithAssemblyName("Library");
        var source = RuleTests.Usings + """
            public class Function : Base
            {
                static int _n;
                static readonly string _id = Shared.Id();
                static readonly HttpClient _client = Shared.Make();
                static readonly string _all = File.ReadAllText(Shared.Path);

                static Function() { Shared.Limits(_client); Shared.Load("a").Wait(); }

                [LambdaFunction]
                public async Task Handle(List<string> items)
                {
                    _n++;
                    Shared.Seen.Add(_id);
                    Shared.Map[_id] = _all;
                    Shared.Get().Add("x");
                    Shared.Handler = Keep;
                    Run();
                    base.Run();
                    Http.Timeout = Limit;
                    await Task.Delay(Limit);
                    await Task.WhenAll(items.Select(item => Shared.Load(item)));
                    await Task.WhenAll(items.Select(Shared.Load));
                    await Shared.Next();
                    Shared.Load("b");
                    await Shared.Handler(Shared.Text.Value + Dice.Next());
                    File.Delete(Path.Combine("/tmp", Shared.Path));
                }

                private Task Keep(string text) => Shared.Load(text);
            }
            """;
        var compilation = AllRules.Compile(source).AddReferences(library.ToMetadataReference());
        Assert.DoesNotContain(compilation.GetDiagnostics(), static d => d.Severity == DiagnosticSeverity.Error);
        var found = await AllRules.RunAsync(compilation);
        Assert.Contains("SVLS0101", found.Select(static d => d.Id));
        Assert.DoesNotContain("AD0001", found.Select(static d => d.Id));
    }
}
