using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>Faults of bindings, services and results, each beside what is just not one.</summary>
public sealed class HandlerFaultTests
{
    private static Task Verify(string members) => DeclarationFaults.Verify(TestProject.Of($$"""
        using Serverless;
        using Serverless.Http;
        using System.ComponentModel.DataAnnotations;
        namespace Shop;
        public sealed record Filter(string? Word, int Take = 1);
        public interface IStore;
        public sealed class Orders
        {
            {{members}}
        }
        """).AsExecutable());

    [Theory]
    [InlineData("""[{|SVLS2103:HttpRoute("GET /orders/{id}")|}] public string Get(string key) => "";""")]
    [InlineData("""[HttpRoute("GET /orders/{id}")] public string Get(string ID) => "";""")]
    [InlineData("""[HttpRoute("GET /orders/{id}")] public string Get([BindRoute("id")] string key) => "";""")]
    [InlineData("""[HttpRoute("GET /orders/{id}")] public string Get(RouteRequest request) => "";""")]
    [InlineData("""[HttpRoute("GET /orders/{id}")] public string Get(string id, [BindRoute] string {|SVLS2103:key|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a/{id}"), HttpRoute("GET /b")] public string Get(string {|SVLS2103:id|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a/{id}"), HttpRoute("GET /b")] public string Get(string? id) => "";""")]
    public Task SVLS2103_Route_variables_and_parameters_agree(string member) => Verify(member);

    [Theory]
    [InlineData("""[HttpRoute("GET /a")] public string Get([BindHeader] Filter {|SVLS2104:filter|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a/{ids}")] public string Get(int[] {|SVLS2104:ids|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get(int[] ids) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get([BindQuery] Filter filter) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get([BindQuery] IStore {|SVLS2104:store|}) => "";""")]
    [InlineData("""[HttpRoute("POST /a")] public string Get(Action {|SVLS2104:callback|}) => "";""")]
    public Task SVLS2104_A_parameter_has_a_type_that_can_be_bound(string member) => Verify(member);

    [Theory]
    [InlineData("""[HttpRoute("GET /a")] public string Get(Filter {|SVLS2105:filter|}) => "";""")]
    [InlineData("""[HttpRoute("DELETE /a")] public string Get(Filter {|SVLS2105:filter|}) => "";""")]
    [InlineData("""[HttpRoute("POST /a")] public string Get(Filter filter, byte[] {|SVLS2105:body|}) => "";""")]
    [InlineData("""[HttpRoute("POST /a")] public string Get(Filter filter) => "";""")]
    [InlineData("""[HttpRoute("ANY /a")] public string Get(Filter? filter) => "";""")]
    public Task SVLS2105_There_is_one_body_where_there_can_be_one(string member) => Verify(member);

    [Theory]
    [InlineData("""[HttpRoute("GET /a")] public string Get([StringLength(3)] int {|SVLS2108:a|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get([Range(1, 2)] string {|SVLS2108:a|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get([RegularExpression("(")] string {|SVLS2108:a|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get([MinLength(1)] Guid {|SVLS2108:a|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get([Range(1, 2)] int? a, [StringLength(3)] string b, [MinLength(1)] int[] c, [Range(typeof(DateOnly), "2020-01-01", "2030-01-01")] DateOnly d, [Range(0.5, 2)] decimal e) => "";""")]
    public Task SVLS2108_A_validation_attribute_fits_its_type(string member) => Verify(member);

    [Theory]
    [InlineData("""[HttpRoute("GET /a")] public Action {|SVLS2110:Get|}() => () => { };""")]
    [InlineData("""[HttpRoute("GET /a")] public async void {|SVLS2110:Get|}() => await Task.Yield();""")]
    [InlineData("""[ServerlessFunction] public HttpReply {|SVLS2110:Get|}() => HttpReply.NoContent();""")]
    [InlineData("""[HttpRoute("GET /a")] public HttpReply Get() => HttpReply.NoContent();""")]
    [InlineData("""[HttpRoute("GET /a")] public ValueTask<HttpReply<int>> Get() => default;""")]
    public Task SVLS2110_A_result_can_be_a_reply(string member) => Verify(member);

    [Theory]
    [InlineData("""[HttpRoute("GET /a")] public string Get(IStore {|SVLS2010:store|}) => "";""")]
    [InlineData("""[HttpRoute("GET /a")] public string Get(TimeProvider clock, HttpClient client) => "";""")]
    public Task SVLS2010_Services_can_be_created(string member) => Verify(member.Replace("HttpClient", "System.Net.Http.HttpClient", StringComparison.Ordinal));

    [Fact]
    public Task SVLS2010_A_constructor_that_cannot_be_satisfied_is_reported_at_the_class() => DeclarationFaults.Verify(TestProject.Of("""
        using Serverless;
        namespace Shop;
        public interface IStore;
        public sealed class Loop(Loop2 other); public sealed class Loop2(Loop other);
        public sealed class {|SVLS2010:Orders|}(IStore store) { [HttpRoute("GET /a")] public string Get() => ""; }
        public sealed class {|SVLS2010:Circles|}(Loop loop) { [HttpRoute("GET /b")] public string Get() => ""; }
        public sealed class Fine(TimeProvider clock, int number = 3) { [HttpRoute("GET /c")] public string Get() => ""; }
        """).AsExecutable());

    [Fact]
    public Task SVLS2109_Foreign_authorization_is_reported() => DeclarationFaults.Verify(TestProject.Of("""
        using Serverless;
        namespace Microsoft.AspNetCore.Authorization { public class AuthorizeAttribute : Attribute; }
        namespace Shop
        {
            using Microsoft.AspNetCore.Authorization;
            public sealed class Orders { [HttpRoute("GET /a"), {|SVLS2109:Authorize|}] public string Get() => ""; [HttpRoute("GET /b")] public string Other() => ""; }
        }
        """).AsExecutable());

    [Fact]
    public Task SVLS2014_A_library_without_the_core_package_has_no_exact_deadline() => DeclarationFaults.Verify("""
        using Serverless;
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a")] public string Get(CancellationToken {|SVLS2014:deadline|}) => ""; }
        """);

    [Theory]
    [InlineData("Listed", "")]
    [InlineData("List<Listed>", "SVLS2008")]
    [InlineData("Listed[]", "")]
    [InlineData("Inner", "")]
    [InlineData("Other", "SVLS2008")]
    public async Task SVLS2008_A_body_is_listed_by_the_context(string type, string expected)
    {
        var reported = await DeclarationFaults.Analyze(TestProject.Of($$"""
            using Serverless;
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using System.Text.Json.Serialization.Metadata;
            namespace Shop;
            public sealed record Inner(int A); public sealed record Listed(Inner Inner); public sealed record Other(int A);
            [JsonSerializable(typeof(Listed[]))]
            internal sealed class ShopJson : JsonSerializerContext
            {
                public ShopJson() : base(null) { }
                public override JsonTypeInfo? GetTypeInfo(Type type) => null;
                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
            }
            public sealed class Orders { [HttpRoute("POST /a")] public void Post({{type}} body) { } }
            """).AsExecutable());
        Assert.Equal(expected, string.Join(" ", reported.Select(static d => d.Id).Except(DeclarationFaults.Advice)));
    }
}
