using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;

namespace Serverless.Analyzers.Tests.Rules;

public sealed class DeclareIdFixTests
{
    private const string Resource = DeclareIdFixer.ResourceKey;
    private const string Parameter = DeclareIdFixer.ParameterKey;

    [Theory]
    [InlineData("\"dynamodb:GetItem\"", "TableResource(\"Thing\", \"id\")")]
    [InlineData("\"dynamodb:GetItem\", \"dynamodb:\" + \"PutItem\"", "TableResource(\"Thing\", \"id\")")]
    [InlineData("\"sqs:SendMessage\"", "QueueResource(\"Thing\")")]
    [InlineData("\"sns:Publish\"", "TopicResource(\"Thing\")")]
    [InlineData("\"s3:GetObject\"", "BucketResource(\"Thing\")")]
    [InlineData("\"events:PutEvents\"", "EventBusResource(\"Thing\")")]
    public Task The_service_of_a_grant_says_which_resource_is_declared(string actions, string declaration) => Check(
        Resource,
        $$"""
        using Serverless;

        namespace Shop;

        public sealed class Orders
        {
            [ServerlessFunction, Allow({{actions}}, On = {|SVLS2004:"@Thing"|})] public int Count() => 1;
        }
        """,
        $$"""
        using Serverless;

        [assembly: {{declaration}}]

        namespace Shop;

        public sealed class Orders
        {
            [ServerlessFunction, Allow({{actions}}, On = "@Thing")] public int Count() => 1;
        }
        """);

    [Fact]
    public Task An_id_that_is_named_twice_is_declared_once_below_the_attributes_there_are() => Check(
        Resource,
        """
        using Serverless;
        [assembly: TopicResource("News")]
        [assembly: TemplateParameter("Stage")] // of the pipeline
        public sealed class Orders
        {
            [ServerlessFunction, Allow("sqs:SendMessage", On = {|SVLS2004:"@Shipments"|}), Allow("s3:GetObject", On = {|SVLS2004:"@Labels/*"|})]
            public int Count() => 1;

            [ServerlessFunction, Allow("sqs:ReceiveMessage", On = {|SVLS2004:"@Shipments"|})]
            public int Next() => 1;
        }
        """,
        """
        using Serverless;
        [assembly: TopicResource("News")]
        [assembly: TemplateParameter("Stage")] // of the pipeline
        [assembly: QueueResource("Shipments")]
        [assembly: BucketResource("Labels")]
        public sealed class Orders
        {
            [ServerlessFunction, Allow("sqs:SendMessage", On = "@Shipments"), Allow("s3:GetObject", On = "@Labels/*")]
            public int Count() => 1;

            [ServerlessFunction, Allow("sqs:ReceiveMessage", On = "@Shipments")]
            public int Next() => 1;
        }
        """);

    [Fact]
    public async Task Fix_All_declares_an_id_of_two_files_in_the_first()
    {
        const string First = """
            using Serverless;

            public sealed class Orders
            {
                [ServerlessFunction, EnvironmentVariable("STAGE", {|SVLS2004:"@Stage"|})] public int Count() => 1;
            }
            """;
        const string Second = """
            using Serverless;

            public sealed class Shipments
            {
                [ServerlessFunction, EnvironmentVariable("STAGE", {|SVLS2004:"@Stage"|})] public int Count() => 1;
            }
            """;
        var test = new FixTest<DeclarationAnalyzer, DeclareIdFixer>(First, Plain(First).Replace("public sealed", "[assembly: TemplateParameter(\"Stage\")]\n\npublic sealed", StringComparison.Ordinal)) { CodeActionEquivalenceKey = Parameter };
        test.TestState.Sources.Add(("Second.cs", Second.ReplaceLineEndings("\n")));
        test.FixedState.Sources.Add(("Second.cs", Plain(Second)));
        await test.RunAsync();
    }

    [Fact]
    public Task A_parameter_is_declared_for_any_reference_and_under_the_files_header() => Check(
        Parameter,
        """
        // Orders of the shop.

        // One per process.
        public sealed class Orders
        {
            [Serverless.ServerlessFunction, Serverless.EnvironmentVariable("URL", {|SVLS2004:"https://${Stage}.example"|})] public int Count() => 1;
        }
        """,
        """
        // Orders of the shop.

        [assembly: Serverless.TemplateParameter("Stage")]

        // One per process.
        public sealed class Orders
        {
            [Serverless.ServerlessFunction, Serverless.EnvironmentVariable("URL", "https://${Stage}.example")] public int Count() => 1;
        }
        """);

    [Theory]
    [InlineData("EnvironmentVariable(\"QUEUE\", {|SVLS2004:\"@Thing\"|})")]
    [InlineData("Allow(\"kinesis:PutRecord\", On = {|SVLS2004:\"@Thing\"|})")]
    [InlineData("Allow(\"sqs:SendMessage\", \"sns:Publish\", On = {|SVLS2004:\"@Thing\"|})")]
    public async Task Where_the_kind_is_open_only_the_parameter_is_offered(string attribute)
    {
        var source = $$"""
            using Serverless;

            public sealed class Orders
            {
                [ServerlessFunction, {{attribute}}] public int Count() => 1;
            }
            """;
        await Check(Resource, source, source);
        await Check(Parameter, source, Plain(source).Replace("public sealed", "[assembly: TemplateParameter(\"Thing\")]\n\npublic sealed", StringComparison.Ordinal));
    }

    private static string Plain(string source) =>
        source.ReplaceLineEndings("\n").Replace("{|SVLS2004:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static Task Check(string key, string source, string fixedSource) =>
        new FixTest<DeclarationAnalyzer, DeclareIdFixer>(source, fixedSource) { CodeActionEquivalenceKey = key }.RunAsync();
}
