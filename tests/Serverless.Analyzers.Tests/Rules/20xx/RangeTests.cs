using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS2001.</summary>
public sealed class RangeTests
{
    [Theory]
    [InlineData("MemorySize", "127")]
    [InlineData("MemorySize", "10_241")]
    [InlineData("Timeout", "0")]
    [InlineData("Timeout", "901")]
    [InlineData("EphemeralStorage", "511")]
    [InlineData("ReservedConcurrency", "-1")]
    [InlineData("LogRetentionDays", "31")]
    [InlineData("FunctionName", "\"\"")]
    [InlineData("FunctionName", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"")]
    [InlineData("Layers", "[\"a\", \"b\", \"c\", \"d\", \"e\", \"f\"]")]
    public Task A_setting_outside_its_range_is_reported_at_the_value(string setting, string value) => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction({{setting}} = {|SVLS2001:{{value}}|})]
            public int Count() => 1;
        }
        """);

    [Theory]
    [InlineData("MemorySize", "128")]
    [InlineData("MemorySize", "10_240")]
    [InlineData("Timeout", "1")]
    [InlineData("Timeout", "900")]
    [InlineData("EphemeralStorage", "10_240")]
    [InlineData("ReservedConcurrency", "0")]
    [InlineData("LogRetentionDays", "3653")]
    [InlineData("FunctionName", "\"orders-count\"")]
    [InlineData("Layers", "[\"arn:aws:lambda:eu-west-1:123456789012:layer:a:1\"]")]
    public Task The_ends_of_a_range_belong_to_it(string setting, string value) => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction({{setting}} = {{value}})]
            public int Count() => 1;
        }
        """);

    [Fact]
    public Task A_default_of_the_assembly_is_reported_once_however_many_functions_it_reaches() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: FunctionDefaults(MemorySize = {|SVLS2001:1|})]
        public sealed class Orders
        {
            [ServerlessFunction] public int Count() => 1;
            [ServerlessFunction] public int Sum() => 1;
        }
        """);

    [Fact]
    public Task Nearest_wins_so_a_bad_default_that_nobody_gets_still_is_nobodys_value() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: FunctionDefaults(MemorySize = 1)]
        public sealed class Orders
        {
            [ServerlessFunction(MemorySize = 256)] public int Count() => 1;
        }
        """);

    [Fact]
    public Task Routes_and_apis_have_ranges_too() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessHttpApi(ThrottleRate = {|SVLS2001:0|}, ThrottleBurst = {|SVLS2001:0|}, AccessLogRetentionDays = {|SVLS2001:2|}, CorsMaxAge = {|SVLS2001:86_401|})]
        public sealed class Orders
        {
            [HttpRoute("GET /a", StatusCode = {|SVLS2001:300|}, NullStatusCode = {|SVLS2001:410|}, TimeoutMilliseconds = {|SVLS2001:49|}, ThrottleRate = {|SVLS2001:-1|})]
            public string A() => "a";

            [HttpRoute("GET /b", StatusCode = 299, NullStatusCode = 204, TimeoutMilliseconds = 30_000, ThrottleRate = 0.5, ThrottleBurst = 1)]
            public string B() => "b";
        }
        """);

    [Fact]
    public Task Resources_have_ranges_too() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: QueueResource("Q", VisibilityTimeout = {|SVLS2001:43_201|}, RetentionDays = {|SVLS2001:15|}, MaxReceiveCount = {|SVLS2001:1_001|})]
        [assembly: QueueResource("R", VisibilityTimeout = 43_200, RetentionDays = 14, MaxReceiveCount = 1_000)]
        [assembly: BucketResource("B", ExpirationDays = {|SVLS2001:0|})]
        [assembly: EventBusResource("E", ArchiveDays = {|SVLS2001:-1|})]
        """);

    [Fact]
    public Task Tags_have_lengths() => DeclarationFaults.Verify($$"""
        using Serverless;
        public sealed class Orders
        {
            [ServerlessFunction]
            [ResourceTag({|SVLS2001:""|}, "a"), ResourceTag("team", {|SVLS2001:"{{new string('a', 257)}}"|}), ResourceTag("owner", "shop")]
            public int Count() => 1;
        }
        """);

    [Fact]
    public async Task The_message_names_setting_value_range_and_unit() =>
        Assert.Equal("MemorySize is 64; AWS accepts 128 to 10,240 MB", await DeclarationFaults.Message(TestProject.Of("""
            using Serverless;
            public sealed class Orders
            {
                [ServerlessFunction(MemorySize = 64)] public int Count() => 1;
            }
            """)));
}
