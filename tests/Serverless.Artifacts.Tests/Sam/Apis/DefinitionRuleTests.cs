using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class DefinitionRuleTests
{
    private static readonly HttpApi Api = Make.Api();

    [Fact]
    public void Routes_of_functions_are_events() => Assert.True(DefinitionRule.UsesEvents(Application(Make.Route("GET", "/a")), Api));

    [Fact]
    public void A_route_that_no_function_answers_needs_the_document()
    {
        var application = Application(Make.Route("GET", "/a"));

        Assert.False(DefinitionRule.UsesEvents(application with { IntegrationRoutes = EquatableArray.Of(Make.Integration("AppApi", "GET", "/b", Make.Service("sqs:SendMessage", "@Q"))) }, Api));
        Assert.True(DefinitionRule.UsesEvents(application with { IntegrationRoutes = EquatableArray.Of(Make.Integration("OtherApi", "GET", "/b", Make.Service("sqs:SendMessage", "@Q"))) }, Api));
    }

    [Fact]
    public void A_function_that_decides_needs_the_document() =>
        Assert.False(DefinitionRule.UsesEvents(Application(Make.Route("GET", "/a")), Api with { Authorizers = EquatableArray.Of(Make.LambdaAuthorizer()) }));

    [Fact]
    public void A_REST_API_is_its_document() => Assert.False(DefinitionRule.UsesEvents(Make.Application(), Make.RestApi()));

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_function_of_many_routes_would_outgrow_its_policy_with_events(int routes, bool expected) =>
        Assert.Equal(expected, DefinitionRule.UsesEvents(Application([.. Enumerable.Range(0, routes).Select(static i => Make.Route("GET", "/" + i))]), Api));

    private static Application Application(params HttpRoute[] routes) => Make.Application([Make.Function() with { Routes = EquatableArray.Of(routes) }], apis: [Api]);
}
