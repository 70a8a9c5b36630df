using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.ColdStart;

public sealed class ClientPerInvocationTests
{
    private static Task Check(string members, string rest = "") => RuleTests.Check<ClientCreationRule>(RuleTests.InFunction(members) + rest);

    [Theory]
    [InlineData("var s3 = {|SVLS0301:new AmazonS3Client()|};")]
    [InlineData("using var s3 = {|SVLS0301:new AmazonS3Client()|};")]
    [InlineData("AmazonS3Client s3 = {|SVLS0301:new()|};")]
    [InlineData("using (var http = {|SVLS0301:new HttpClient()|}) { }")]
    [InlineData("var http = {|SVLS0301:new HttpClient(new SocketsHttpHandler())|};")]
    [InlineData("var transfer = {|SVLS0301:new Amazon.S3.Transfer.TransferUtility(new AmazonS3Client())|};")]
    [InlineData("if (r.Id == \"a\") { var s3 = {|SVLS0301:new AmazonS3Client()|}; }")]
    [InlineData("foreach (var i in r.Items) { var s3 = {|SVLS0301:new AmazonS3Client()|}; }")]
    public Task A_client_made_in_the_handler_is_flagged(string statement) =>
        Check($"[LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Theory]
    [InlineData("static readonly AmazonS3Client S3 = new();", "_ = S3;")]
    [InlineData("readonly AmazonS3Client _s3 = new();", "_ = _s3;")]
    [InlineData("readonly AmazonS3Client _s3; public Function() { _s3 = new AmazonS3Client(); }", "_ = _s3;")]
    [InlineData("static AmazonS3Client? _s3;", "_s3 ??= new AmazonS3Client();")]
    [InlineData("static AmazonS3Client? _s3;", "if (_s3 is null) { _s3 = new AmazonS3Client(); }")]
    [InlineData("static AmazonS3Client? _s3; static AmazonS3Client Make() => new AmazonS3Client();", "_s3 ??= Make();")]
    [InlineData("static readonly Lazy<AmazonS3Client> S3 = new(() => new AmazonS3Client());", "_ = S3.Value;")]
    [InlineData("static readonly Lazy<AmazonS3Client> S3 = new(Make); static AmazonS3Client Make() => new();", "_ = S3.Value;")]
    [InlineData("static readonly SocketsHttpHandler Shared = new();", "using var http = new HttpClient(Shared, disposeHandler: false);")]
    [InlineData("", "var s3 = new AmazonS3Client(new Amazon.Runtime.BasicAWSCredentials(r.Id, r.Path));")]
    [InlineData("", "var list = new List<string>(); using var stream = new MemoryStream();")]
    public Task A_client_made_once_or_for_one_tenant_is_not(string field, string statement) =>
        Check($"{field} [LambdaFunction] public void Handle(Request r) {{ {statement} }}");

    [Fact]
    public Task A_static_handler_that_makes_an_object_for_each_call_makes_its_clients_too() => Check("""
        readonly AmazonS3Client _s3 = {|SVLS0301:new()|}; readonly HttpClient _http;
        public Function() { _http = {|SVLS0301:new HttpClient()|}; }
        void Run() { _ = _s3; _ = _http; }
        [LambdaFunction] public static void Handle(Request r) => new Function().Run();
        """);

    [Fact]
    public Task A_static_handler_that_keeps_one_object_does_not() => Check("""
        static readonly Function One = new(); readonly AmazonS3Client _s3 = new();
        void Run() { _ = _s3; }
        [LambdaFunction] public static void Handle(Request r) => One.Run();
        """);

    [Fact]
    public Task Credentials_of_an_assumed_role_belong_to_one_tenant() => Check("""
        static readonly Amazon.SecurityToken.AmazonSecurityTokenServiceClient Sts = new();
        [LambdaFunction] public async Task Handle(Request r)
        {
            var credentials = (await Sts.AssumeRoleAsync(new Amazon.SecurityToken.Model.AssumeRoleRequest { RoleArn = r.Id })).Credentials;
            using var s3 = new AmazonS3Client(credentials);
        }
        """);

    [Fact]
    public Task Testing_another_field_is_no_guard() => Check("""
        static string? _other; static AmazonS3Client? _s3;
        [LambdaFunction] public void Handle(Request r) { if (_other is null) { _s3 = {|SVLS0301:new AmazonS3Client()|}; } }
        """);

    [Fact]
    public Task The_message_names_the_client_and_the_path()
    {
        var test = new RuleTest<ClientCreationRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Save(); void Save() { using var s3 = {|#0:new AmazonS3Client()|}; }"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(ColdStartRules.ClientPerInvocation, "AmazonS3Client", "Handle → Function.Save"));
        return test.RunAsync();
    }

    [Fact]
    public Task Registration_of_a_singleton_is_initialisation_and_of_a_scoped_service_is_not() => Check(
        "[LambdaFunction] public void Handle(Request r) { }",
        """
        [LambdaStartup]
        public class Startup
        {
            public void ConfigureServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
            {
                Microsoft.Extensions.DependencyInjection.ServiceRegistration.AddSingleton<IAmazonS3>(services, _ => new AmazonS3Client());
                Microsoft.Extensions.DependencyInjection.ServiceRegistration.AddScoped<IAmazonS3>(services, _ => {|SVLS0301:new AmazonS3Client()|});
            }
        }
        """);

    [Fact]
    public Task A_type_that_the_configuration_names_is_reusable()
    {
        var test = new RuleTest<ClientCreationRule>(RuleTests.Usings + RuleTests.InFunction("class Api { } [LambdaFunction] public void Handle(Request r) { var api = {|SVLS0301:new Api()|}; }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nserverless_analyzers.reusable_types = T:Function.Api"));
        return test.RunAsync();
    }

    [Fact]
    public Task Code_that_no_handler_reaches_is_not_flagged() => Check(
        "[LambdaFunction] public void Handle(Request r) { }",
        "public static class Tool { public static void Run() { using var s3 = new AmazonS3Client(); } }");

    [Fact]
    public Task Every_form_of_code_is_read() => RuleTests.Check<ClientCreationRule>("""
        public record Input(string Id);
        public partial class Handlers(string prefix)
        {
            [LambdaFunction] public object Handle(Input i) => Make(prefix + i.Id);
            private partial object Make(string id);
        }
        public partial class Handlers
        {
            private partial object Make(string id) => {|SVLS0301:new AmazonS3Client()|};
        }
        public record Other
        {
            [LambdaFunction] public async Task Run()
            {
                await Task.Run(async () => { await Task.Yield(); using var a = {|SVLS0301:new AmazonS3Client()|}; });
                Local();
                static void Local() { using var b = {|SVLS0301:new AmazonS3Client()|}; }
            }
        }
        """);

    [Fact]
    public Task A_top_level_program_makes_its_client_before_the_loop() => RuleTests.Check<ClientCreationRule>("""
        using Amazon.Lambda.RuntimeSupport;

        var s3 = new AmazonS3Client();
        await LambdaBootstrapBuilder.Create(async (string s, ILambdaContext c) => { await Task.Yield(); using var other = {|SVLS0301:new AmazonS3Client()|}; return s + s3; }).Build().RunAsync();
        """, static test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task Generated_code_is_left_alone()
    {
        var test = new RuleTest<ClientCreationRule>(RuleTests.Usings + RuleTests.InFunction("[LambdaFunction] public void Handle(Request r) => Made.Run();"));
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nstatic class Made { public static void Run() { using var s3 = new Amazon.S3.AmazonS3Client(); } }"));
        return test.RunAsync();
    }

    // FN: a delegate that travels through a parameter of another type is not followed.
    [Fact]
    public Task A_client_made_by_reflection_is_not_seen() =>
        Check("[LambdaFunction] public void Handle(Request r) { var s3 = Activator.CreateInstance<AmazonS3Client>(); }");
}
