using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Rules;

namespace Serverless.Analyzers.Tests.Rules.Timeouts;

public sealed class AwsClientTimeoutTests
{
    private static Task Check(string members, string attribute = "[LambdaFunction]") =>
        RuleTests.Check<AwsClientTimeoutRule>("using Amazon.Athena; using Microsoft.Extensions.DependencyInjection;\n" + RuleTests.InFunction(members + $" {attribute} public void Handle(Request r) {{ }}"));

    [Theory]
    [InlineData("static readonly AmazonAthenaClient Athena = {|SVLS0403:new()|};")]
    [InlineData("static readonly IAmazonAthena Athena = {|SVLS0403:new AmazonAthenaClient(Amazon.RegionEndpoint.EUWest1)|};")]
    [InlineData("static readonly AmazonAthenaClient Athena = {|SVLS0403:new(new AmazonAthenaConfig { MaxErrorRetry = 1 })|};")]
    [InlineData("void Run() { var config = new AmazonAthenaConfig(); var athena = {|SVLS0403:new AmazonAthenaClient(config)|}; }")]
    [InlineData("readonly IAmazonAthena _a; public Function() { _a = {|SVLS0403:new AmazonAthenaClient()|}; }")]
    [InlineData("static readonly AmazonAthenaConfig Config = new(); static readonly AmazonAthenaClient Athena = {|SVLS0403:new(Config)|};")]
    [InlineData("void Add(IServiceCollection s) { {|SVLS0403:s.AddAWSService<IAmazonAthena>()|}; }")]
    [InlineData("static readonly IAmazonS3 S3 = {|SVLS0403:new AmazonS3Client()|};")]
    public Task A_client_with_the_sdks_own_limit_is_flagged(string members) => Check(members);

    [Theory]
    [InlineData("static readonly AmazonAthenaClient Athena = new(new AmazonAthenaConfig { Timeout = TimeSpan.FromSeconds(2) });")]
    [InlineData("void Run() { var config = new AmazonAthenaConfig(); config.Timeout = TimeSpan.FromSeconds(2); var athena = new AmazonAthenaClient(config); }")]
    [InlineData("void Run(AmazonAthenaConfig config) { var athena = new AmazonAthenaClient(config); }")]
    [InlineData("static void Limit(Amazon.Runtime.ClientConfig c) => c.Timeout = TimeSpan.FromSeconds(2); void Run() { var config = new AmazonAthenaConfig(); Limit(config); var athena = new AmazonAthenaClient(config); }")]
    [InlineData("class Quick : AmazonAthenaConfig { public Quick() { Timeout = TimeSpan.FromSeconds(2); } } static readonly AmazonAthenaClient Athena = new(new Quick());")]
    [InlineData("static AmazonAthenaConfig Shared() => new() { Timeout = TimeSpan.FromSeconds(2) }; static readonly AmazonAthenaClient Athena = new(Shared());")]
    [InlineData("readonly IAmazonAthena _a; public Function(IAmazonAthena a) { _a = a; }")]
    [InlineData("static readonly AmazonAthenaClient Athena = new(); static Task Ask(CancellationToken ct) => Athena.GetQueryExecutionAsync(new(), ct);")]
    [InlineData("void Add(IServiceCollection s, Amazon.Extensions.NETCore.Setup.AWSOptions options) { s.AddAWSService<IAmazonAthena>(options); }")]
    [InlineData("void Add(IServiceCollection s, Amazon.Extensions.NETCore.Setup.AWSOptions options) { s.AddDefaultAWSOptions(options); s.AddAWSService<IAmazonAthena>(); }")]
    [InlineData("static readonly Amazon.Athena.Model.GetQueryExecutionRequest Request = new();")]
    public Task A_client_with_a_limit_or_one_that_cannot_be_seen_is_not(string members) => Check(members);

    [Theory]
    [InlineData("[LambdaFunction]", "new AmazonAthenaClient()", "AmazonAthenaClient", "100 seconds", ", the function has 30 seconds", DiagnosticSeverity.Info)]
    [InlineData("[LambdaFunction(Timeout = 15)]", "new AmazonAthenaClient()", "AmazonAthenaClient", "100 seconds", ", the function has 15 seconds", DiagnosticSeverity.Warning)]
    [InlineData("[LambdaFunction(Timeout = 300)]", "new Amazon.S3.AmazonS3Client()", "AmazonS3Client", "24 days", ", the function has 300 seconds", DiagnosticSeverity.Info)]
    [InlineData("[ServerlessHandler]", "new AmazonAthenaClient()", "AmazonAthenaClient", "100 seconds", "", DiagnosticSeverity.Info)]
    public Task The_message_compares_and_a_short_function_is_warned(string attribute, string creation, string type, string limit, string comparison, DiagnosticSeverity severity)
    {
        var test = new RuleTest<AwsClientTimeoutRule>(RuleTests.Usings + "using Amazon.Athena;\n" + RuleTests.InFunction($"static readonly object Client = {{|#0:{creation}|}}; {attribute} public void Handle(Request r) {{ }}"));
        test.ExpectedDiagnostics.Add(RuleTests.Expect(TimeoutRules.AwsClientDefaultTimeout, type, limit, " and makes three attempts", comparison).WithSeverity(severity));
        return test.RunAsync();
    }

    [Fact]
    public Task A_function_that_lives_longer_than_an_attempt_is_silent() => Check("static readonly AmazonAthenaClient Athena = new();", "[LambdaFunction(Timeout = 300)]");

    [Fact]
    public Task Records_primary_constructors_and_partial_types_are_read() => RuleTests.Check<AwsClientTimeoutRule>("""
        public partial record Store(string Name)
        {
            private readonly Amazon.Athena.IAmazonAthena _a = {|SVLS0403:new Amazon.Athena.AmazonAthenaClient()|};
            private partial object Make();
        }
        public partial record Store
        {
            private partial object Make() => Local(new Func<Task<object>>(async () => { await Task.Yield(); return {|SVLS0403:new AmazonS3Client()|}; }));
            private static object Local(object o) { return Made(); static object Made() => {|SVLS0403:new AmazonS3Client()|}; }
        }
        """);

    [Fact]
    public async Task Top_level_programs_are_read_and_generated_code_is_not()
    {
        var test = new RuleTest<AwsClientTimeoutRule>(RuleTests.Usings + "var s3 = {|SVLS0403:new AmazonS3Client()|};");
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("Made.g.cs", "// <auto-generated/>\nclass Made { object S3 = new Amazon.S3.AmazonS3Client(); }"));
        await test.RunAsync();
    }

    // FN: what a method returns may keep the default too.
    [Fact]
    public Task A_configuration_from_a_method_is_not_seen() => Check("static AmazonAthenaConfig Shared() => new(); static readonly AmazonAthenaClient Athena = new(Shared());");
}
