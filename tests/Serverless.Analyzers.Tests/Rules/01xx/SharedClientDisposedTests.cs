using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.State;

public sealed class SharedClientDisposedTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<SharedClientDisposedRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("static readonly HttpClient Http = new();", "using ({|SVLS0113:Http|}) { }")]
    [InlineData("static readonly AmazonS3Client S3 = new();", "using var s3 = {|SVLS0113:S3|};")]
    [InlineData("static readonly AmazonS3Client S3 = new();", "using (var s3 = {|SVLS0113:S3|}) { }")]
    [InlineData("readonly IAmazonS3 _s3; public Function(IAmazonS3 s3) => _s3 = s3;", "{|SVLS0113:_s3.Dispose()|};")]
    [InlineData("static HttpClient? _http = new();", "{|SVLS0113:_http?.Dispose()|};")]
    [InlineData("readonly HttpClient _http = new();", "try { } finally { {|SVLS0113:this._http.Dispose()|}; }")]
    [InlineData("static HttpClient Http { get; } = new();", "var client = Http; {|SVLS0113:client.Dispose()|};")]
    [InlineData("static readonly Lazy<int> L = new(() => 1); static readonly HttpClient Http = new();", "r.Items.ForEach(i => {|SVLS0113:Http.Dispose()|});")]
    public Task A_client_of_the_environment_is_disposed_by_an_invocation(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("", "using var http = new HttpClient(); http.Dispose();")]
    [InlineData("static readonly IHttpClientFactory F = null!; interface IHttpClientFactory { HttpClient CreateClient(); }", "using var http = F.CreateClient();")]
    [InlineData("static HttpClient Fresh => new();", "using var http = Fresh;")]
    [InlineData("static HttpClient Http = new();", "Http.Dispose(); Http = new HttpClient();")]
    [InlineData("static HttpClient? Http = new();", "Interlocked.Exchange(ref Http, null)?.Dispose(); Http?.Dispose();")]
    [InlineData("static readonly MemoryStream Buffer = new();", "using (Buffer) { }")]
    [InlineData("interface IScope : IDisposable; readonly IScope _scope = null!;", "using (_scope) { }")]
    [InlineData("[ThreadStatic] static HttpClient? t_http;", "t_http?.Dispose();")]
    [InlineData("static readonly HttpClient Http = new();", "AppDomain.CurrentDomain.ProcessExit += (_, _) => Http.Dispose();")]
    [InlineData("static readonly HttpClient Http = new();", "CancellationToken.None.Register(() => Http.Dispose());")]
    public Task What_is_made_for_the_call_replaced_or_no_client_is_not(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task The_owners_own_disposal_is_right() => RuleTests.Check<SharedClientDisposedRule>("""
        public sealed class Function : IDisposable, IAsyncDisposable
        {
            private readonly AmazonS3Client _s3 = new();
            [LambdaFunction] public void Handle(string s) => Dispose();
            public void Dispose() => _s3.Dispose();
            public ValueTask DisposeAsync() { using (_s3) { } return default; }
            ~Function() => _s3.Dispose();
        }
        """);

    [Fact]
    public Task A_type_of_the_invocation_owns_what_it_holds() => Check(
        "[LambdaFunction] public void Handle(Request r) => new Upload().Run();",
        "public sealed class Upload { readonly HttpClient _http = new(); public void Run() { using (_http) { } } }");

    [Fact]
    public Task A_handler_registered_as_scoped_has_its_own_client() => Check(
        "readonly HttpClient _http = new(); [LambdaFunction] public void Handle(Request r) => _http.Dispose();",
        """
        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) =>
                Microsoft.Extensions.DependencyInjection.ServiceRegistration.AddScoped<Function>(services);
        }
        """);

    [Theory]
    [InlineData("AddSingleton<Store>(services)")]
    [InlineData("AddSingleton(services, sp => new Store(null!))")]
    [InlineData("AddSingleton<IStore, Store>(services)")]
    public Task A_singleton_that_a_handler_calls_keeps_its_client(string registration) => RuleTests.Check<SharedClientDisposedRule>($$"""
        using Microsoft.Extensions.DependencyInjection;

        public class Function(Store store)
        {
            [LambdaFunction] public void Handle(string s) => store.Save(s);
        }
        public interface IStore { void Save(string s); }
        public sealed class Store(IAmazonS3 s3) : IStore
        {
            public void Save(string s) { using ({|SVLS0113:s3|}) { } }
        }
        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(IServiceCollection services) => ServiceRegistration.{{registration}};
        }
        """);

    [Fact]
    public Task The_message_names_the_client_the_victim_and_the_path()
    {
        var test = new RuleTest<SharedClientDisposedRule>(RuleTests.Usings + RuleTests.InFunction("""
            static readonly HttpClient Http = new();
            [LambdaFunction] public void Handle(Request r) => Close();
            static void Close() => {|#0:Http.Dispose()|};
            """));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.SharedClientDisposed, "Http", "the next invocation gets", "Handle → Function.Close"));
        return test.RunAsync();
    }

    [Fact]
    public Task Where_one_process_serves_several_invocations_those_fail_too()
    {
        var test = new RuleTest<SharedClientDisposedRule>(RuleTests.Usings + RuleTests.InFunction("static readonly HttpClient Http = new(); [LambdaFunction] public void Handle(Request r) => {|#0:Http.Dispose()|};"));
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.ServerlessTarget = LambdaManagedInstances"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(StateRules.SharedClientDisposed, "Http", "invocations that run at the same time and every later one get", "Handle"));
        return test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_may_dispose() => Check(
        "static readonly HttpClient Http = new(); static Function() => Http.Dispose(); [LambdaFunction] public void Handle(Request r) { } public static void Stop() => Http.Dispose();");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<SharedClientDisposedRule>("""
        using Npgsql;

        public record Input(string Id);
        public partial class Handlers(NpgsqlDataSource source)
        {
            private static readonly HttpClient Http = new();
            [LambdaFunction] public async Task Handle(Input i)
            {
                await Task.Run(async () => { await Task.Yield(); {|SVLS0113:Http.Dispose()|}; });
                Local();
                Close(i);
                void Local() => {|SVLS0113:source.Dispose()|};
            }
            private partial void Close(Input i);
        }
        public partial class Handlers
        {
            private partial void Close(Input i) => {|SVLS0113:Http.Dispose()|};
        }
        public record Counter
        {
            private static readonly HttpClient Http = new();
            [LambdaFunction] public void Next() => {|SVLS0113:Http.Dispose()|};
        }
        """);

    [Fact]
    public Task A_top_level_program_is_read() => RuleTests.Check<SharedClientDisposedRule>("""
        using Amazon.Lambda.RuntimeSupport;

        using var bootstrap = LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); using ({|SVLS0113:Clients.Http|}) return s; }).Build();
        await bootstrap.RunAsync();

        static class Clients { public static readonly HttpClient Http = new(); }
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<SharedClientDisposedRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Close();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { static readonly System.Net.Http.HttpClient Http = new(); public static void Close() => Http.Dispose(); }"));
        return test.RunAsync();
    }

    // FN: the owner's Dispose is let be, though here each invocation calls it on an object of its own and the static is everybody's.
    [Fact]
    public Task A_static_that_an_owner_disposes_is_not_seen() => Check(
        "[LambdaFunction] public void Handle(Request r) { using var upload = new Upload(); }",
        "public sealed class Upload : IDisposable { static readonly HttpClient Http = new(); public void Dispose() => Http.Dispose(); }");
}
