using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>Fixes of SVLS2103: a variable that no parameter takes.</summary>
public sealed class RouteVariableFixTests
{
    [Theory]
    [InlineData("/{ordreId}", "orderId", "/{orderId}")]
    [InlineData("/{id}", "orderId", "/{orderId}")]
    [InlineData("/files/{pth+}", "path", "/files/{path+}")]
    public Task The_variable_takes_the_name_of_the_parameter_that_was_meant(string path, string parameter, string fixedPath) => Check(
        $$"""[{|SVLS2103:HttpRoute("GET {{path}}")|}] public string Get(string {{parameter}}, string word) => "";""",
        $$"""[HttpRoute("GET {{fixedPath}}")] public string Get(string {{parameter}}, string word) => "";""");

    [Theory]
    [InlineData("", "string id")]
    [InlineData("string word", "string word, string id")]
    [InlineData("string word = \"\"", "string id, string word = \"\"")]
    [InlineData("[BindQuery] string orderId", "[BindQuery] string orderId, string id")]
    public Task Without_such_a_parameter_the_method_gets_one(string parameters, string fixedParameters) => Check(
        $$"""[{|SVLS2103:HttpRoute("GET /{id}")|}] public string Get({{parameters}}) => "";""",
        $$"""[HttpRoute("GET /{id}")] public string Get({{fixedParameters}}) => "";""");

    [Fact]
    public Task A_variable_of_every_route_becomes_one_parameter_and_a_keyword_is_escaped() => Check(
        """[{|SVLS2103:HttpRoute("GET /a/{event}")|}, {|SVLS2103:HttpRoute("GET /b/{event}")|}] public string Get() => "";""",
        """[HttpRoute("GET /a/{event}"), HttpRoute("GET /b/{event}")] public string Get(string @event) => "";""",
        iterations: 1);

    [Theory]
    [InlineData("""[{|SVLS2103:HttpRoute("GET /a/{id}")|}, HttpRoute("GET /b")] public string Get() => "";""")]
    [InlineData("""private const string Key = "GET /{id}"; [{|SVLS2103:HttpRoute(Key)|}] public string Get(string orderId) => "";""")]
    [InlineData("""[HttpRoute("GET /{id}")] public string Get(string id, [BindRoute] string {|SVLS2103:key|}) => "";""")]
    public Task Another_route_without_the_variable_or_a_shared_key_has_no_fix(string member) => Check(member, member);

    private static Task Check(string member, string fixedMember, int? iterations = null)
    {
        var test = new FixTest<DeclarationAnalyzer, RouteVariableFixer>(Source(member), Source(fixedMember));
        if (iterations is not null)
            test.NumberOfIncrementalIterations = iterations;
        return test.RunAsync();
    }

    private static string Source(string member) => $$"""
        using Serverless;
        using Serverless.Http;

        namespace Shop;

        public sealed class Orders
        {
            {{member}}
        }

        """;
}
