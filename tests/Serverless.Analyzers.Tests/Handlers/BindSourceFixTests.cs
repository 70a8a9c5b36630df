using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;
using Serverless.Analyzers.Tests.Rules;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>Fixes of SVLS2105: where a parameter comes from when there is no body.</summary>
public sealed class BindSourceFixTests
{
    private const string Types = """


        public sealed record Filter(string? Word, int Take = 1);
        public sealed record Tree(Filter Child);
        public sealed class Clock { }

        """;

    [Fact]
    public Task Every_filter_is_taken_from_the_query_and_the_namespace_is_imported() => Query(
        Source("using Serverless;", """
            [HttpRoute("GET /a")] public string Get(string id, Filter {|SVLS2105:filter|}) => "";
            [HttpRoute("DELETE /a")] public string Delete(
                Filter {|SVLS2105:filter|}) => "";
            """),
        Source("using Serverless;\nusing Serverless.Http;", """
            [HttpRoute("GET /a")] public string Get(string id, [BindQuery] Filter filter) => "";
            [HttpRoute("DELETE /a")] public string Delete(
                [BindQuery] Filter filter) => "";
            """));

    [Fact]
    public Task BindBody_gives_way_to_the_new_attribute() => Query(
        Source("using Serverless;\nusing Serverless.Http;", """[HttpRoute("GET /a")] public string Get([BindBody] Filter {|SVLS2105:filter|}) => "";"""),
        Source("using Serverless;\nusing Serverless.Http;", """[HttpRoute("GET /a")] public string Get([BindQuery] Filter filter) => "";"""));

    [Fact]
    public Task A_class_that_is_built_is_a_service() => Service(
        Source("using Serverless;", """[HttpRoute("GET /a")] public string Get(Clock {|SVLS2105:clock|}) => "";"""),
        Source("using Serverless;\nusing Serverless.Http;", """[HttpRoute("GET /a")] public string Get([BindService] Clock clock) => "";"""));

    [Theory]
    [InlineData("""[HttpRoute("GET /a")] public string Get(Tree {|SVLS2105:tree|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get(Clock {|SVLS2105:clock|}) => "";""")]
    [InlineData("""[HttpRoute("POST /a")] public string Get(Filter filter, Filter {|SVLS2105:second|}) => "";""")]
    public Task What_the_query_cannot_hold_and_a_second_body_stay(string member) => Query(Source("using Serverless;", member), Source("using Serverless;", member));

    [Theory]
    [InlineData("""[HttpRoute("GET /a")] public string Get(Filter {|SVLS2105:filter|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get(System.IO.Stream {|SVLS2105:body|}) => "";""")]
    public Task A_record_or_a_stream_is_no_service(string member) => Service(Source("using Serverless;", member), Source("using Serverless;", member));

    private static string Source(string usings, string members) =>
        usings + "\n\nnamespace Shop;" + Types + "public sealed class Orders\n{\n    " + members.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal) + "\n}\n";

    private static Task Query(string source, string fixedSource) => new FixTest<DeclarationAnalyzer, BindQueryFixer>(source, fixedSource).RunAsync();

    private static Task Service(string source, string fixedSource) => new FixTest<DeclarationAnalyzer, BindServiceFixer>(source, fixedSource).RunAsync();
}
