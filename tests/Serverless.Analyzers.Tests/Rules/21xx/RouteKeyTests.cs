using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS2101, SVLS2102 and SVLS2106.</summary>
public sealed class RouteKeyTests
{
    [Theory]
    [InlineData("GET /orders/{id:guid}", "GET /orders/{id}")]
    [InlineData("GET /orders/{id?}", "GET /orders/{id}")]
    [InlineData("get /orders", "GET /orders")]
    [InlineData("GET orders", "GET /orders")]
    [InlineData("GET  /orders", "GET /orders")]
    [InlineData("/orders", "GET /orders")]
    [InlineData("GET /files/{*path}", "GET /files/{path+}")]
    [InlineData("FETCH /orders", null)]
    [InlineData("GET /a/{path+}/b", null)]
    [InlineData("GET /a/{id}/{id}", null)]
    [InlineData("GET /a/x-{id}", null)]
    [InlineData("GET /a//b", null)]
    [InlineData("GET /a b", null)]
    [InlineData("GET /a?b=1", null)]
    [InlineData("", null)]
    public void A_malformed_route_key_is_refused_with_what_was_probably_meant(string text, string? replacement)
    {
        Assert.Null(RouteKey.Parse(text, out var problem, out var found));
        Assert.NotEqual("", problem);
        Assert.Equal(replacement, found);
    }

    [Theory]
    [InlineData("GET /")]
    [InlineData("GET /orders/")]
    [InlineData("ANY /files/{path+}")]
    [InlineData("DELETE /a.b/~c/{id_1}")]
    [InlineData("$default")]
    public void A_route_key_of_API_Gateway_is_read(string text) => Assert.NotNull(RouteKey.Parse(text, out _, out _));

    [Fact]
    public void Routes_of_one_function_need_not_exclude_each_other_by_name()
    {
        Assert.Equal(RouteKey.Parse("GET /a/{id}", out _, out _)!.Form, RouteKey.Parse("GET /a/{other}", out _, out _)!.Form);
        Assert.NotEqual(RouteKey.Parse("GET /a/{id}", out _, out _)!.Form, RouteKey.Parse("GET /a/{id+}", out _, out _)!.Form);
        Assert.NotEqual(RouteKey.Parse("GET /a/{id}", out _, out _)!.Form, RouteKey.Parse("GET /a/b", out _, out _)!.Form);
    }
}
