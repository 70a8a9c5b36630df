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

    [Fact]
    public void An_event_of_a_protected_route_names_who_decides_and_every_other_says_nothing()
    {
        var function = Make.Function() with
        {
            Routes = EquatableArray.Of(
                Make.Route("GET", "/scoped") with { Authorization = Make.By("Tokens", "read", "write") },
                Make.Route("GET", "/signed") with { Authorization = Make.Iam },
                Make.Route("GET", "/open") with { Authorization = RouteAuthorization.Public with { IsWritten = true } }),
        };
        var tokens = new Authorizer { Name = "Tokens", Kind = AuthorizerKind.Jwt, Declaration = Make.At, Issuer = Make.Value("https://login.example"), Audience = EquatableArray.Of(Make.Value("shop")) };
        var template = TemplateAccess.Render(Make.Application([function], apis: [Make.Api() with { Authorizers = EquatableArray.Of(tokens) }]));

        const string events = "Resources/Work/Properties/Events/";
        Assert.Equal("""{"Authorizer":"Tokens","AuthorizationScopes":["read","write"]}""", template.Text(events + "GetScoped/Properties/Auth"));
        Assert.Equal("""{"Authorizer":"AWS_IAM"}""", template.Text(events + "GetSigned/Properties/Auth"));
        Assert.Equal("absent", template.Text(events + "GetOpen/Properties/Auth"));
        Assert.Equal(
            """{"EnableIamAuthorizer":true,"Authorizers":{"Tokens":{"JwtConfiguration":{"issuer":"https://login.example","audience":["shop"]},"IdentitySource":"$request.header.Authorization"}}}""",
            template.Text("Resources/AppApi/Properties/Auth"));
    }

    [Theory]
    [InlineData("@Users", """{"Fn::GetAtt":["Users","ProviderURL"]}""")]
    [InlineData("arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Ab12", "\"https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab12\"")]
    [InlineData("arn:aws-cn:cognito-idp:cn-north-1:123456789012:userpool/cn-north-1_Ab12", "\"https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_Ab12\"")]
    [InlineData("eu-west-1_Ab12", """{"Fn::Sub":"https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/eu-west-1_Ab12"}""")]
    [InlineData("@PoolId", """{"Fn::Sub":"https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${PoolId}"}""")]
    public void A_user_pool_is_the_issuer_of_its_tokens(string pool, string issuer)
    {
        var authorizer = new Authorizer { Name = "Pool", Kind = AuthorizerKind.Cognito, Declaration = Make.At, UserPool = Make.Value(pool), Audience = EquatableArray.Of(Make.Value("client")) };
        var application = Make.Application(apis: [Make.Api() with { Authorizers = EquatableArray.Of(authorizer) }]) with
        {
            Fragments = EquatableArray.Of(Make.Fragment("{}", "Users=AWS::Cognito::UserPool")),
        };

        Assert.Equal(issuer, TemplateAccess.Render(application).Text("Resources/AppApi/Properties/Auth/Authorizers/Pool/JwtConfiguration/issuer"));
    }

    [Fact]
    public void The_version_of_the_payload_is_the_routes_own()
    {
        var function = Make.Function() with { Routes = EquatableArray.Of(Make.Route("GET", "/old") with { PayloadFormatVersion = "1.0" }, Make.Route("GET", "/new")) };
        var template = TemplateAccess.Render(Make.Application([function], apis: [Make.Api()]));

        Assert.Equal("\"1.0\"", template.Text("Resources/Work/Properties/Events/GetOld/Properties/PayloadFormatVersion"));
        Assert.Equal("\"2.0\"", template.Text("Resources/Work/Properties/Events/GetNew/Properties/PayloadFormatVersion"));
    }

    [Fact]
    public void An_API_with_a_document_leaves_name_description_and_CORS_to_it()
    {
        var api = Make.Api() with
        {
            Name = "shop", Description = "What it is for", Cors = new CorsSettings(EquatableArray.Of("https://a.example"), default, default, default, null, false), Authorizers = EquatableArray.Of(Make.LambdaAuthorizer()),
        };
        var template = TemplateAccess.Render(Make.Application([Make.Function("Decide")], apis: [api]));

        Assert.NotEqual("absent", template.Text("Resources/AppApi/Properties/DefinitionBody"));
        foreach (var name in new[] { "Name", "Description", "CorsConfiguration", "Auth" })
            Assert.Equal("absent", template.Text("Resources/AppApi/Properties/" + name));
    }

    /// <summary>At the root of an HTTP API's document they would become tags of AWS.</summary>
    [Fact]
    public void Tags_of_operations_are_no_tags_of_the_API()
    {
        var route = Make.Route("GET", "/a") with { Tags = EquatableArray.Of("Orders") };
        var application = Make.Application([Make.Function() with { Routes = EquatableArray.Of(route) }, Make.Function("Decide")], apis: [Make.Api() with { Authorizers = EquatableArray.Of(Make.LambdaAuthorizer()) }]);

        Assert.Equal("absent", TemplateAccess.Render(application).Text("Resources/AppApi/Properties/DefinitionBody/tags"));
        Assert.Equal("""[{"name":"Orders"}]""", OpenApiRenderer.Render(application, application.HttpApis[0], new ReferenceResolver(application), OpenApiSpelling.Placeholders).Text("tags"));
    }

    [Fact]
    public void A_domain_has_records_client_certificates_and_no_old_TLS()
    {
        var domain = new DomainSettings
        {
            Name = Make.Value("shop.example"), Certificate = Make.Value("arn:aws:acm:eu-west-1:123456789012:certificate/1"), BasePath = "/v1/", HostedZone = Make.Value("Z1"), Truststore = Make.Value("s3://bucket/key"),
        };
        var template = TemplateAccess.Render(Make.Application(apis: [Make.Api() with { Domain = domain, StageName = "live" }]));

        Assert.Equal(
            """{"DomainName":"shop.example","CertificateArn":"arn:aws:acm:eu-west-1:123456789012:certificate/1","EndpointConfiguration":"REGIONAL","SecurityPolicy":"TLS_1_2","BasePath":["v1"],"MutualTlsAuthentication":{"TruststoreUri":"s3://bucket/key"},"Route53":{"HostedZoneId":"Z1"}}""",
            template.Text("Resources/AppApi/Properties/Domain"));
        Assert.Equal("""{"Fn::Sub":"https://shop.example/v1"}""", template.Text("Outputs/AppApiUrl/Value"));
    }

    [Fact]
    public void Stage_variables_are_values_like_others()
    {
        var api = Make.Api() with { StageVariables = EquatableArray.Of(new StageVariable("table", Make.Value("@Items")), new StageVariable("mode", Make.Value("fast"))) };

        Assert.Equal(
            """{"table":{"Ref":"Items"},"mode":"fast"}""",
            TemplateAccess.Render(Make.Application(resources: [Make.Table()], apis: [api])).Text("Resources/AppApi/Properties/StageVariables"));
    }
}
