using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;

namespace Serverless.Analyzers.Tests.Rules;

public sealed class RouteKeyFixTests
{
    [Fact]
    public Task What_other_frameworks_write_becomes_a_route_key_everywhere() => Check(
        """
        public sealed class Orders
        {
            [ServerlessFunction, HttpRoute({|SVLS2101:"GET /orders/{id:guid}"|})] public string Get(string id) => id;
            [ServerlessFunction, HttpRoute( {|SVLS2101:"put /orders/{id?}"|} /* all of it */)] public string Put(string id) => id;
            [ServerlessFunction, HttpRoute({|SVLS2101:@"GET /files/{*path}"|})] public string File(string path) => path;
        }
        """,
        """
        public sealed class Orders
        {
            [ServerlessFunction, HttpRoute("GET /orders/{id}")] public string Get(string id) => id;
            [ServerlessFunction, HttpRoute( "PUT /orders/{id}" /* all of it */)] public string Put(string id) => id;
            [ServerlessFunction, HttpRoute("GET /files/{path+}")] public string File(string path) => path;
        }
        """);

    [Theory]
    [InlineData("\"FETCH /orders\"")]
    [InlineData("\"GET /a/x-{id}\"")]
    [InlineData("Route")]
    public Task Nothing_is_offered_where_the_meaning_is_open_or_the_text_stands_elsewhere(string argument)
    {
        var source = $$"""
            public sealed class Orders
            {
                private const string Route = "get /orders";

                [ServerlessFunction, HttpRoute({|SVLS2101:{{argument}}|})] public int Count() => Route.Length;
            }
            """;
        return Check(source, source);
    }

    private static Task Check(string source, string fixedSource)
    {
        const string Usings = "using Serverless;\n\nnamespace Shop;\n\n";
        return new FixTest<DeclarationAnalyzer, RouteKeyFixer>(Usings + source, Usings + fixedSource).RunAsync();
    }
}
