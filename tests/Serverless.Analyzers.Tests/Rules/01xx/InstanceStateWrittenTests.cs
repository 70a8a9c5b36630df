using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class InstanceStateWrittenTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<StateWriteRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("int _count;", "{|SVLS0103:_count|}++;")]
    [InlineData("List<string> _errors = new();", "{|SVLS0103:_errors|}.Add(r.Id);")]
    [InlineData("string? Last { get; set; }", "{|SVLS0103:Last|} = r.Id;")]
    [InlineData("string? _last;", "{|SVLS0103:this._last|} = r.Id;")]
    [InlineData("string? _last;", "{|SVLS0103:_last|} ??= r.Id;")]
    public Task A_write_to_a_field_of_the_handler_is_flagged(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("HttpClient? _http;", "_http ??= new HttpClient();")]
    [InlineData("HttpClient? _http;", "if (_http is null) _http = new HttpClient();")]
    [InlineData("readonly List<string> _known; public Function() { _known = new(); _known.Add(\"a\"); }", "_ = _known.Count;")]
    [InlineData("string? _name; public string? Name { get => _name; init => _name = value; }", "_ = Name;")]
    [InlineData("", "var errors = new List<string>(); errors.Add(r.Id);")]
    [InlineData("readonly Dictionary<string, string> _names = new();", "if (!_names.ContainsKey(\"a\")) _names.Add(\"a\", \"b\");")]
    public Task What_is_set_up_once_or_local_is_not(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task The_message_names_field_fate_and_path()
    {
        var test = new RuleTest<StateWriteRule>(RuleTests.Usings + RuleTests.InFunction("int _count; [LambdaFunction] public void Handle(Request r) => {|#0:_count|}++;"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.InstanceStateWritten, "_count", "survives into the next invocation of this environment and is lost with it", "Handle"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("{|#0:_errors|} = new(); {|#1:_errors|}.Add(r.Id);", "", DiagnosticSeverity.Info)]
    [InlineData("var n = r.Items.Count; {|#0:this._errors|}.Clear(); {|#1:_errors|}.Add(r.Id);", "", DiagnosticSeverity.Info)]
    [InlineData("{|#0:_errors|} = new(); {|#1:_errors|}.Add(r.Id);", "LambdaManagedInstances", DiagnosticSeverity.Warning)]
    [InlineData("Console.WriteLine(_errors.Count); {|#0:_errors|} = new(); {|#1:_errors|}.Add(r.Id);", "", DiagnosticSeverity.Warning)]
    [InlineData("Read(); {|#0:_errors|} = new(); {|#1:_errors|}.Add(r.Id);", "", DiagnosticSeverity.Warning)]
    [InlineData("if (r.Id == \"\") {|#0:_errors|} = new(); {|#1:_errors|}.Add(r.Id);", "", DiagnosticSeverity.Warning)]
    public Task A_field_that_is_reset_first_is_a_hint_while_one_invocation_runs_at_a_time(string statements, string target, DiagnosticSeverity severity)
    {
        var test = new RuleTest<StateWriteRule>(RuleTests.Usings + RuleTests.InFunction($"List<string> _errors = new(); int Read() => _errors.Count; [LambdaFunction] public void Handle(Request r) {{ {statements} }}"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = " + target));
        foreach (var location in new[] { 0, 1 })
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult(StateRules.InstanceStateWritten).WithLocation(location)
                .WithArguments("_errors", StateRules.Fate(target.Length > 0), "Handle").WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithSeverity(severity));
        }

        return test.RunAsync();
    }

    [Fact]
    public Task A_helper_of_the_same_object_and_a_base_class_are_followed() => RuleTests.Check<StateWriteRule>("""
        public abstract class Base
        {
            protected int Count;
            protected void Next() => {|SVLS0103:Count|}++;
        }
        public sealed class Function : Base
        {
            string? _last;
            [LambdaFunction] public void Handle(string s) { Next(); Keep(s); }
            void Keep(string s) => {|SVLS0103:_last|} = s;
        }
        """);

    [Fact]
    public Task Objects_that_are_made_in_the_invocation_may_change() => Check(
        "[LambdaFunction] public int Handle(Request r) { var c = new Counter(); c.Next(); return c.Count; }",
        "public sealed class Counter { public int Count { get; private set; } public void Next() => Count++; }");

    [Fact]
    public Task A_static_handler_that_makes_one_object_for_each_call_keeps_no_state() => RuleTests.Check<StateWriteRule>("""
        public class Function
        {
            private int _count;
            private string? _last;
            [LambdaFunction] public static async Task<int> Handle(string s, ILambdaContext c) => await new Function().RunAsync(s);
            private async Task<int> RunAsync(string s) { await Task.Yield(); _last = s; return ++_count + _last.Length; }
        }
        """);

    [Fact]
    public Task A_handler_registered_as_scoped_has_its_own_object() => Check(
        "int _count; [LambdaFunction] public void Handle(Request r) => _count++;",
        """
        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.ServiceRegistration.AddScoped<Function>(services);
        }
        """);

    [Fact]
    public Task Methods_that_no_handler_calls_may_write() => Check("int _count; public void Reset() => _count = 0; [LambdaFunction] public int Handle(Request r) => _count;");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<StateWriteRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            private string? _last;
            private int _n;
            [LambdaFunction] public async Task<string> Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); {|SVLS0103:_n|}++; });
                Local();
                return Keep(prefix + i.Id);
                void Local() => {|SVLS0103:_n|}--;
            }
            private partial string Keep(string id);
        }
        public partial class Handlers
        {
            private partial string Keep(string id) => {|SVLS0103:_last|} = id;
        }
        public record Counter
        {
            private int _n;
            [LambdaFunction] public int Next() => {|SVLS0103:_n|}++;
        }
        """);

    [Fact]
    public Task A_top_level_program_has_no_handler_object() => RuleTests.Check<StateWriteRule>("""
        using Amazon.Lambda.RuntimeSupport;

        var function = new Function();
        await LambdaBootstrapBuilder.Create<string, string>(function.Handle).Build().RunAsync();

        sealed class Function
        {
            int _n;
            public Task<string> Handle(string s, ILambdaContext c) { {|SVLS0103:_n|}++; return Task.FromResult(s); }
        }
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<StateWriteRule>(RuleTests.Usings + "public partial class Function { int _n; [LambdaFunction] public int Handle(string s) { Next(); return _n; } }");
        test.TestState.Sources.Add(("Function.g.cs", "// <auto-generated/>\npublic partial class Function { void Next() => _n++; }"));
        return test.RunAsync();
    }

    // FN: the object of another class that lives as long as the handler; only the handler's own type is known to be reused.
    [Fact]
    public Task State_of_an_injected_service_is_not_seen() => Check(
        "readonly Counter _counter = new(); [LambdaFunction] public void Handle(Request r) => _counter.Next();",
        "public sealed class Counter { int _n; public void Next() => _n++; }");
}
