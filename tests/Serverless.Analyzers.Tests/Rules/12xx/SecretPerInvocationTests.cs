using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Events;

public sealed class SecretPerInvocationTests
{
    private const string Usings = "using Amazon.AppConfigData;\nusing Amazon.SecretsManager;\nusing Amazon.SecretsManager.Model;\nusing Amazon.SimpleSystemsManagement;\nusing Amazon.SimpleSystemsManagement.Model;\n";

    private const string Clients = """
        static readonly IAmazonSecretsManager Secrets = new AmazonSecretsManagerClient(); static readonly IAmazonSimpleSystemsManagement Ssm = new AmazonSimpleSystemsManagementClient();
        static readonly IAmazonAppConfigData Config = new AmazonAppConfigDataClient(); static string? _kept; static DateTime _until; static readonly ConcurrentDictionary<string, string> Known = new();

        """;

    private static Task Check(string members, Action<RuleTest<SecretPerInvocationRule>>? configure = null) => RuleTests.Check(Usings + RuleTests.InFunction(Clients + members), configure);

    private static string Handler(string body) => "[LambdaFunction] public async Task Handle(Request r) { " + body + " await Task.Yield(); } ";

    private const string Load = "static async Task<string> Load() { var s = await Secrets.GetSecretValueAsync(new() { SecretId = \"db\" }); return s.SecretString; }";

    [Theory]
    [InlineData("var s = await {|SVLS1211:Secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = \"db\" })|}; Console.WriteLine(s.Name);")]
    [InlineData("var p = (await {|SVLS1211:Ssm.GetParameterAsync(new GetParameterRequest { Name = \"/db\" })|}).Parameter.Value; Console.WriteLine(p);")]
    [InlineData("string p; p = (await {|SVLS1211:Ssm.GetParametersByPathAsync(new GetParametersByPathRequest { Path = \"/\" })|}).Parameters[0].Value; Console.WriteLine(p);")]
    [InlineData("await {|SVLS1211:Config.GetLatestConfigurationAsync(new())|}; await {|SVLS1211:Ssm.GetParametersAsync(new() { Names = [\"a\"] })|};")]
    [InlineData("await Task.Run(async () => { var s = await {|SVLS1211:Secrets.GetSecretValueAsync(new())|}; Console.WriteLine(s.Name); });")]
    public Task A_secret_that_nobody_keeps_is_flagged(string body) => Check(Handler(body));

    [Theory]
    [InlineData("_kept ??= (await Secrets.GetSecretValueAsync(new() { SecretId = \"db\" })).SecretString;")]
    [InlineData("if (_kept is null) { var s = await Secrets.GetSecretValueAsync(new()); _kept = s.SecretString; }")]
    [InlineData("if (DateTime.UtcNow > _until) { var s = await Secrets.GetSecretValueAsync(new()); _kept = s.SecretString; _until = DateTime.UtcNow.AddMinutes(5); }")]
    [InlineData("if (!Known.TryGetValue(r.Id, out var v)) { v = (await Secrets.GetSecretValueAsync(new() { SecretId = r.Id })).SecretString; Known[r.Id] = v; }")]
    [InlineData("var v = Known.GetOrAdd(\"db\", k => Secrets.GetSecretValueAsync(new() { SecretId = k }).Result.SecretString);")]
    [InlineData("_kept ??= await Load();")]
    [InlineData("if (DateTime.UtcNow > _until) { _kept = await Load(); _until = DateTime.UtcNow.AddMinutes(5); }")]
    [InlineData("var v = Known.GetOrAdd(\"db\", k => Load().Result);")]
    [InlineData("await Secrets.PutSecretValueAsync(new()); await Other.GetParameterAsync(r.Id);")]
    public Task One_that_is_kept_is_not(string body) => Check(Handler(body) + Load + " static class Other { public static Task GetParameterAsync(string s) => Task.CompletedTask; }");

    [Fact]
    public Task Initialisation_may_fetch_and_unreached_code_is_silent() => Check("""
        readonly Lazy<Task<GetSecretValueResponse>> _secret = new(() => Secrets.GetSecretValueAsync(new()));
        public Function() { var p = Ssm.GetParameterAsync(new() { Name = "/x" }).Result; Console.WriteLine(p.Parameter.Value); }
        [LambdaFunction] public async Task Handle(Request r) => Console.WriteLine((await _secret.Value).Name);
        async Task Unused() => Console.WriteLine((await Secrets.GetSecretValueAsync(new())).Name);
        """);

    [Fact]
    public Task A_helper_is_followed() => Check("""
        [LambdaFunction] public async Task Handle(Request r) { var password = await Password(); Console.WriteLine(password); }
        static async Task<string> Password() => (await {|SVLS1211:Secrets.GetSecretValueAsync(new() { SecretId = "db" })|}).SecretString;
        """);

    [Fact]
    public Task A_secret_of_the_events_tenant_is_information() => Check(Handler("var s = await {|#0:Secrets.GetSecretValueAsync(new() { SecretId = $\"tenant/{r.Id}\" })|}; Console.WriteLine(s.Name);"), test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.SecretPerInvocation, "GetSecretValue", "a secret", "Handle").WithSeverity(DiagnosticSeverity.Info)));

    [Fact]
    public Task The_message_names_what_is_fetched_and_the_path() => Check("[LambdaFunction] public Task Handle(Request r) => Read(); static async Task Read() { var p = await {|#0:Ssm.GetParameterAsync(new() { Name = \"/x\" })|}; Console.WriteLine(p.Parameter.Value); }", test =>
        test.ExpectedDiagnostics.Add(RuleTests.Expect(EventRules.SecretPerInvocation, "GetParameter", "a parameter", "Handle → Function.Read")));

    [Fact]
    public Task Records_primary_constructors_and_local_functions_are_read_and_generated_code_is_not() => RuleTests.Check<SecretPerInvocationRule>(
        Usings + "public partial record Function(IAmazonSecretsManager Secrets) { [LambdaFunction] public async Task Handle(string s) { await Local(); async Task Local() => Console.WriteLine(await {|SVLS1211:Secrets.GetSecretValueAsync(new())|}); } }",
        test => test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { [Amazon.Lambda.Annotations.LambdaFunction] public async System.Threading.Tasks.Task H(string s) { await new Amazon.SecretsManager.AmazonSecretsManagerClient().GetSecretValueAsync(new Amazon.SecretsManager.Model.GetSecretValueRequest()); } }")));

    // FN: a field that keeps something else.
    [Fact]
    public Task Any_stored_field_counts_as_a_cache() => Check("static int _calls; " + Handler("_calls++; _kept = r.Id; var s = await Secrets.GetSecretValueAsync(new()); Console.WriteLine(s.Name);"));
}
