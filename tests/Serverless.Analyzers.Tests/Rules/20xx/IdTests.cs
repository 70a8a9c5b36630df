using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS2003, SVLS2004 and SVLS2005: logical ids, references and the value grammar.</summary>
public sealed class IdTests
{
    [Fact]
    public Task Two_overloads_get_one_logical_id() => DeclarationFaults.Verify("""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction] public int Count() => 1;
            [ServerlessFunction] public int {|SVLS2003:Count|}(int[] items) => items.Length;
        }
        """);

    [Fact]
    public Task A_pinned_id_may_not_be_that_of_a_resource_either() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: TableResource("Orders", "id")]
        [assembly: QueueResource({|SVLS2003:"Orders"|})]
        [assembly: TemplateParameter("Stage")]
        public sealed class Shop
        {
            [ServerlessFunction({|SVLS2003:"Stage"|})] public int Count() => 1;
        }
        """);

    [Fact]
    public Task Classes_of_one_name_in_two_namespaces_are_told_apart_by_a_pinned_id() => DeclarationFaults.Verify("""
        using Serverless;
        namespace A { public sealed class Orders { [ServerlessFunction] public int Count() => 1; } }
        namespace B { public sealed class Orders { [ServerlessFunction("OtherOrdersCount")] public int Count() => 1; } }
        """);

    [Fact]
    public Task A_reference_resolves_to_code_to_a_fragment_and_to_a_parameter() => DeclarationFaults.Verify(TestProject.Of("""
        using Serverless;
        [assembly: TableResource("OrdersTable", "id")]
        [assembly: TemplateParameter("Stage")]
        [assembly: TemplateOutput("Table", "@OrdersTable.Arn")]
        public sealed class Orders
        {
            [ServerlessFunction]
            [EnvironmentVariable("TABLE", "@OrdersTable"), EnvironmentVariable("STAGE", "@Stage"), EnvironmentVariable("CACHE", "@Cache.RedisEndpoint.Address")]
            [EnvironmentVariable("URL", "https://${Stage}.example/${AWS::Region}"), EnvironmentVariable("MAIL", "@@shop"), EnvironmentVariable("SELF", "@OrdersCount")]
            [EnvironmentVariable("VPC", "@VpcId"), EnvironmentVariable("VERBATIM", "${!Literal}")]
            public int Count() => 1;
        }
        """).WithFragment("""
        {
          "Parameters": { "VpcId": { "Type": "String" } },
          "Resources": { "Cache": { "Type": "AWS::ElastiCache::CacheCluster", "Properties": {} } }
        }
        """));

    [Fact]
    public Task A_reference_to_nothing_is_reported_wherever_a_value_stands() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessApplication(PermissionsBoundary = {|SVLS2004:"@Boundary"|})]
        [assembly: TemplateOutput("Table", {|SVLS2004:"@Table.Arn"|})]
        public sealed class Orders
        {
            [ServerlessFunction(KmsKey = {|SVLS2004:"@Key"|}, Layers = {|SVLS2004:["@Layer"]|})]
            [EnvironmentVariable("URL", {|SVLS2004:"https://${Stage}.example"|})]
            [ManagedPolicy({|SVLS2004:"@Policy"|})]
            public int Count() => 1;
        }
        """);

    [Fact]
    public async Task The_message_of_an_undeclared_id_names_it() =>
        Assert.Equal("'Orders' is declared nowhere: not in code, not in a template fragment, not as a parameter", await DeclarationFaults.Message(TestProject.Of("""
            using Serverless;
            [assembly: TemplateOutput("Table", "@Orders.Arn")]
            """)));

    [Theory]
    [InlineData("@")]
    [InlineData("@-x")]
    [InlineData("@Orders-x")]
    [InlineData("@Orders.A!")]
    [InlineData("@Orders/*")]
    [InlineData("a ${b")]
    [InlineData("a ${}")]
    public Task A_malformed_value_is_reported(string value) => DeclarationFaults.Verify($$"""
        using Serverless;
        [assembly: TableResource("Orders", "id")]
        [assembly: TemplateOutput("Out", {|SVLS2005:"{{value}}"|})]
        """);

    [Fact]
    public Task A_suffix_is_fine_where_a_grant_needs_it() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: TableResource("Orders", "id")]
        public sealed class Shop
        {
            [ServerlessFunction, Allow("dynamodb:Query", On = "@Orders/index/*")] public int Count() => 1;
        }
        """);

    [Theory]
    [InlineData("Orders-Table")]
    [InlineData("")]
    public Task A_logical_id_has_letters_and_digits_only(string id) => DeclarationFaults.Verify($$"""
        using Serverless;
        [assembly: TableResource({|SVLS2005:"{{id}}"|}, "id")]
        """);

    [Theory]
    [InlineData("byEmail")]
    [InlineData("byEmail: a, b, c")]
    [InlineData("by: email")]
    [InlineData("byEmail: ")]
    [InlineData("byEmail: set:email")]
    public Task An_index_is_written_as_documented(string index) => DeclarationFaults.Verify($$"""
        using Serverless;
        [assembly: TableResource("Orders", "id", Indexes = ["byDate: number:year, date", {|SVLS2005:"{{index}}"|}])]
        """);
}
