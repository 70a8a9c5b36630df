using Serverless.Artifacts.Tests.Models;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class HttpApiTests
{
    [Fact]
    public void A_bare_API_is_throttled_and_logs_who_asked_for_what()
    {
        var template = TemplateAccess.Render(Make.Application(apis: [Make.Api()]));

        Assert.Equal("""{"ThrottlingRateLimit":100,"ThrottlingBurstLimit":200}""", template.Text("Resources/AppApi/Properties/DefaultRouteSettings"));
        Assert.Equal("""{"Fn::GetAtt":["AppApiLogs","Arn"]}""", template.Text("Resources/AppApi/Properties/AccessLogSettings/DestinationArn"));
        Assert.Contains("$context.routeKey", template.Text("Resources/AppApi/Properties/AccessLogSettings/Format"), StringComparison.Ordinal);
        Assert.Equal("absent", template.Text("Resources/AppApi/Properties/CorsConfiguration"));
        Assert.Equal("""{"Fn::Sub":"https://${AppApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}"}""", template.Text("Outputs/AppApiUrl/Value"));
    }

    [Fact]
    public void An_API_without_access_log_has_no_log_group()
    {
        var template = TemplateAccess.Render(Make.Application(apis: [Make.Api() with { AccessLogs = false }]));

        Assert.Equal(["AppApi"], template.Ids());
        Assert.Equal("absent", template.Text("Resources/AppApi/Properties/AccessLogSettings"));
    }

    [Fact]
    public void The_address_of_a_named_stage_ends_in_its_name()
    {
        var template = TemplateAccess.Render(Make.Application(apis: [Make.Api() with { StageName = "live" }]));

        Assert.EndsWith("/live\"}", template.Text("Outputs/AppApiUrl/Value"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_throttled_route_takes_what_it_does_not_say_from_its_own_API()
    {
        var function = Make.Function() with
        {
            Routes = EquatableArray.Of(
                Make.Route("GET", "/slow") with { ThrottleRate = 2.5 }, Make.Route("GET", "/free"), Make.Route("GET", "/other", "OtherApi") with { ThrottleBurst = 1 }),
        };
        var template = TemplateAccess.Render(Make.Application([function], apis: [Make.Api() with { ThrottleBurst = 7 }, Make.Api("OtherApi")]));

        Assert.Equal("""{"GET /slow":{"ThrottlingRateLimit":2.5,"ThrottlingBurstLimit":7}}""", template.Text("Resources/AppApi/Properties/RouteSettings"));
        Assert.Equal("""{"GET /other":{"ThrottlingRateLimit":100,"ThrottlingBurstLimit":1}}""", template.Text("Resources/OtherApi/Properties/RouteSettings"));
    }

    [Fact]
    public void CORS_holds_what_is_set_and_nothing_else()
    {
        var cors = new CorsSettings(EquatableArray.Of("https://a.example"), default, default, default, 0, false);

        Assert.Equal(
            """{"AllowOrigins":["https://a.example"],"MaxAge":0}""",
            TemplateAccess.Render(Make.Application(apis: [Make.Api() with { Cors = cors }])).Text("Resources/AppApi/Properties/CorsConfiguration"));
    }
}
