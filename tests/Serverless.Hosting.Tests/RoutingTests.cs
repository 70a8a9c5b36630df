using Serverless.Hosting.Gateway;
using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

public sealed class RoutingTests
{
    private static readonly string[] Pets =
    [
        "Api GET /pets/dog/1", "Api GET /pets/dog/{id}", "Api GET /pets/{path+}", "Api ANY /{path+}", "Api ANY /pets/dog/{id}", "Api $default", "Api GET /", "Api GET /{one}/two",
    ];

    [Theory]
    [InlineData("GET", "/pets/dog/1", "GET /pets/dog/1")]
    [InlineData("GET", "/pets/dog/2", "GET /pets/dog/{id}")]
    [InlineData("PUT", "/pets/dog/1", "ANY /pets/dog/{id}")]
    [InlineData("GET", "/pets/cat/1", "GET /pets/{path+}")]
    [InlineData("GET", "/pets/dog/1/2", "GET /pets/{path+}")]
    [InlineData("POST", "/test/5", "ANY /{path+}")]
    [InlineData("GET", "/pets", "ANY /{path+}")]
    [InlineData("GET", "/x/two", "GET /{one}/two")]
    [InlineData("GET", "/Pets/dog/1", "ANY /{path+}")]
    [InlineData("GET", "/pets/dog/", "GET /pets/{path+}")]
    [InlineData("get", "/pets/dog/1", "ANY /pets/dog/{id}")]
    [InlineData("GET", "/", "GET /")]
    [InlineData("POST", "/", "$default")]
    [InlineData("GET", "/pets/do%67/%31", "GET /pets/dog/1")]
    public void The_most_specific_route_that_takes_the_method_answers(string method, string path, string expected)
    {
        foreach (var order in (string[][])[Pets, [.. Pets.Reverse()]])
        {
            var table = Application(null, RunningHost.Echo(order));
            Assert.Equal(expected, Match(table, method, path)?.Route.Pattern.Key);
        }
    }

    [Theory]
    [InlineData("GET", "/orders/1/lines")]
    [InlineData("GET", "/orders/")]
    [InlineData("POST", "/orders/1")]
    [InlineData("GET", "/ORDERS/1")]
    [InlineData("GET", "/")]
    public void Without_a_default_route_what_fits_none_has_no_route(string method, string path) =>
        Assert.Null(Match(Application(null, RunningHost.Echo("Api GET /orders/{id}")), method, path));

    [Theory]
    [InlineData("/files/a/b%2Fc/d", "a/b/c/d")]
    [InlineData("/files/a", "a")]
    [InlineData("/files/a/", "a/")]
    public void A_greedy_variable_takes_the_rest(string path, string expected) =>
        Assert.Equal(new("path", expected), Assert.Single(Match(Application(null, RunningHost.Echo("Api GET /files/{path+}")), "GET", path)!.Value.Variables!));

    [Fact]
    public void Two_functions_for_one_route_are_refused_and_one_api_can_be_chosen()
    {
        var functions = new[] { RunningHost.Echo("A GET /x"), RunningHost.Echo("B GET /x", "B GET /y") with { Id = "Other" } };
        var exception = Assert.Throws<HostingException>(() => Application(null, functions));
        Assert.Contains("GET /x", exception.Message, StringComparison.Ordinal);
        Assert.Contains("--api", exception.Message, StringComparison.Ordinal);
        Assert.Equal("Other", Match(Application("B", functions), "GET", "/x")!.Value.Route.Function!.Id);
        Assert.Null(Match(Application("A", functions), "GET", "/y"));
        Assert.Throws<HostingException>(() => Application("C", functions));
    }

    [Fact]
    public async Task A_path_without_a_route_is_404_in_API_Gateways_words()
    {
        await using var host = await RunningHost.StartAsync(RunningHost.Echo("Api GET /orders/{id}"));
        using var response = await host.Client.GetAsync("/nothing");
        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("{\"message\":\"Not Found\"}", await response.Content.ReadAsStringAsync());
    }

    private static HostedApplication Application(string? api, params FunctionDescription[] functions) =>
        HostedApplication.Build(functions, new ApplicationDescription([], []), new ServerlessHostOptions { Api = api });

    private static RouteMatch? Match(HostedApplication application, string method, string path) => application.Match(method, path, out _, out _);
}
