using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class TemplateLimitTests
{
    [Theory]
    [InlineData(498, null)]
    [InlineData(499, "501 resources after SAM's expansion")]
    public void Resources_are_counted_after_expansion(int tables, string? expected)
    {
        // An API without log group is one resource as written and two after expansion.
        var application = Make.Application(
            resources: Enumerable.Range(0, tables).Select(static i => Make.Table("Table" + i)),
            apis: [Make.Api() with { AccessLogs = false }]);

        Assert.Equal(expected, FaultWith("resources", application));
    }

    [Fact]
    public void A_function_is_three_resources_and_each_of_its_routes_one()
    {
        var function = Make.Function() with { Routes = EquatableArray.Of(Make.Route("GET", "/a"), Make.Route("GET", "/b")) };

        Assert.Equal(3 + 2 + 3, ExpandedResources.Count(TemplateAccess.Render(Make.Application([function], apis: [Make.Api()]))));
    }

    [Theory]
    [InlineData("""{ "Type": "AWS::Serverless::Function", "Properties": {} }""", 2)]
    [InlineData("""{ "Type": "AWS::Serverless::Function", "Properties": { "Role": "r", "AutoPublishAlias": "live" } }""", 3)]
    [InlineData("""{ "Type": "AWS::Serverless::Function", "Properties": { "Role": "r", "Events": { "A": { "Type": "SQS" }, "B": { "Type": "Schedule" } } } }""", 4)]
    [InlineData("""{ "Type": "AWS::Serverless::StateMachine", "Properties": { "Events": { "A": { "Type": "EventBridgeRule" } } } }""", 4)]
    [InlineData("""{ "Type": "AWS::Serverless::Api", "Properties": {} }""", 3)]
    [InlineData("""{ "Type": "AWS::Serverless::Api", "Properties": { "Domain": { "BasePath": ["a", "b"], "Route53": {} } } }""", 7)]
    [InlineData("""{ "Type": "AWS::Serverless::Api", "Properties": { "Auth": { "UsagePlan": { "CreateUsagePlan": "PER_API" } } } }""", 6)]
    [InlineData("""{ "Type": "AWS::Serverless::HttpApi", "Properties": { "Domain": { "DomainName": "a" } } }""", 4)]
    [InlineData("""{ "Type": "AWS::Serverless::Function", "Properties": { "Role": "r", "FunctionUrlConfig": { "AuthType": "AWS_IAM" } } }""", 2)]
    [InlineData("""{ "Type": "AWS::Serverless::Function", "Properties": { "Role": "r", "FunctionUrlConfig": { "AuthType": "NONE" } } }""", 4)]
    [InlineData("""{ "Type": "AWS::S3::Bucket" }""", 1)]
    public void The_users_own_resources_count_as_what_SAM_makes_of_them(string resource, int expected)
    {
        var fragment = Make.Fragment($$"""{ "Resources": { "Own": {{resource}} } }""", "Own=AWS::X");

        Assert.Equal(expected, ExpandedResources.Count(TemplateAccess.Render(Make.Application() with { Fragments = EquatableArray.Of(fragment) })));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, "201 outputs")]
    public void Outputs_have_a_limit(int count, string? expected)
    {
        var application = Make.Application(resources: [Make.Table()]) with
        {
            Outputs = Enumerable.Range(0, count).Select(static i => new TemplateOutput("Output" + i, Make.Value("@Items"), null, null, Make.At)).ToEquatableArray(),
        };

        Assert.Equal(expected, FaultWith("outputs", application));
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, "301 routes")]
    public void Routes_of_one_API_have_a_limit(int count, string? expected)
    {
        var routes = Enumerable.Range(0, count).Select(static i => Make.Route("GET", "/" + i)).Append(Make.Route("GET", "/other", "OtherApi"));
        var application = Make.Application([Make.Function() with { Routes = routes.ToEquatableArray() }], apis: [Make.Api(), Make.Api("OtherApi")]);

        Assert.Equal(expected, FaultWith("routes", application));
    }

    [Theory]
    [InlineData(300, null)]
    [InlineData(301, "301 routes")]
    public void So_have_those_that_no_function_answers(int count, string? expected)
    {
        var application = Make.Application(apis: [Make.Api()]) with
        {
            IntegrationRoutes = Enumerable.Range(0, count).Select(static i => Make.Integration("AppApi", "GET", "/" + i, Make.Service("sqs:SendMessage", null))).ToEquatableArray(),
        };

        Assert.Equal(expected, FaultWith("routes", application));
    }

    /// <summary>Every beginning of a path is a resource of a REST API; methods and the root are free.</summary>
    [Theory]
    [InlineData(149, null)]
    [InlineData(150, "301 paths")]
    public void A_REST_API_counts_the_parts_of_its_paths(int count, string? expected)
    {
        var routes = Enumerable.Range(0, count).SelectMany(static i => new[] { Make.Route("GET", $"/all/{i}/{{id}}", "ShopApi"), Make.Route("PUT", $"/all/{i}/{{id}}/", "ShopApi") })
            .Append(Make.Route("GET", "/", "ShopApi"));
        var application = Make.Application([Make.Function() with { Routes = routes.ToEquatableArray() }]) with { RestApis = EquatableArray.Of(Make.RestApi()) };

        Assert.Equal(expected, FaultWith("paths", application));
    }

    [Theory]
    [InlineData(128, null)]
    [InlineData(129, "129 characters")]
    public void Handler_strings_have_a_limit(int length, string? expected) =>
        Assert.Equal(expected, FaultWith("characters", Make.Application([Make.Function() with { Handler = new string('h', length) }])));

    [Theory]
    [InlineData(900_000, null)]
    [InlineData(1_000_000, "bytes")]
    public void The_text_has_a_limit(int length, string? expected)
    {
        var application = Make.Application(resources: [Make.Table()]) with { Settings = new ApplicationSettings { Description = new string('x', length) } };

        Assert.Equal(expected, FaultWith("bytes", application)?.Split(' ')[1]);
    }

    [Fact]
    public void A_project_that_writes_no_template_has_no_limits()
    {
        var application = Make.Application([Make.Function() with { Handler = new string('h', 200) }]) with
        {
            Project = Make.Project with { ArtifactKinds = EquatableArray.Of("policies") },
        };

        Assert.Empty(ArtifactSet.RenderAll(application, default).Faults);
    }

    /// <summary>What the fault of a unit counted, null when there is no fault at all.</summary>
    private static string? FaultWith(string unit, Application application)
    {
        var faults = ArtifactSet.RenderAll(application, default).Faults;
        Assert.All(faults, static fault => Assert.Equal(RuleIds.TemplateLimit, fault.RuleId));
        return faults.Count == 0 ? null : Assert.Single(faults, fault => fault.Arguments[1].Contains(unit, StringComparison.Ordinal)).Arguments[1];
    }
}
