using Serverless.Artifacts.Tests.Models;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts.Tests.Sam;

public sealed class RestApiTests
{
    private const string Api = "Resources/ShopApi/Properties/";

    [Fact]
    public void A_bare_API_is_regional_throttled_and_logs_who_asked_for_what()
    {
        var template = Render(Make.RestApi());

        Assert.Equal("""{"Type":"REGIONAL"}""", template.Text(Api + "EndpointConfiguration"));
        Assert.Equal("""[{"ResourcePath":"/*","HttpMethod":"*","ThrottlingRateLimit":100,"ThrottlingBurstLimit":200,"DataTraceEnabled":false}]""", template.Text(Api + "MethodSettings"));
        Assert.Equal("""{"Fn::GetAtt":["ShopApiLogs","Arn"]}""", template.Text(Api + "AccessLogSetting/DestinationArn"));
        Assert.Contains("$context.resourcePath", template.Text(Api + "AccessLogSetting/Format"), StringComparison.Ordinal);
        Assert.Equal("""{"Fn::Sub":"https://${ShopApi}.execute-api.${AWS::Region}.${AWS::URLSuffix}/live"}""", template.Text("Outputs/ShopApiUrl/Value"));
        Assert.Equal("\"3.0.1\"", template.Text(Api + "OpenApiVersion"));
        foreach (var name in new[] { "CacheClusterEnabled", "CanarySetting", "TracingEnabled", "Domain", "BinaryMediaTypes", "DisableExecuteApiEndpoint", "Variables", "Tags" })
            Assert.Equal("absent", template.Text(Api + name));
        Assert.DoesNotContain(template.Ids(), static id => id.Contains("WebAcl", StringComparison.Ordinal) || id.Contains("UsagePlan", StringComparison.Ordinal));
    }

    [Fact]
    public void Settings_of_a_method_repeat_those_of_the_stage()
    {
        var api = Make.RestApi() with { ThrottleBurst = 7, ExecutionLogs = ApiExecutionLogs.Error, Cache = new CacheSettings("0.5", 300, IsEncrypted: true) };
        var template = Render(
            api,
            Make.Route("GET", "/", "ShopApi") with { ThrottleRate = 2.5 },
            Make.Route("ANY", "/files/{path+}", "ShopApi") with { Rest = new RestRouteSettings { CacheTtl = 0 } },
            Make.Route("GET", "/slow/", "ShopApi") with { Rest = new RestRouteSettings { CacheTtl = 60 } },
            Make.Route("GET", "/plain", "ShopApi"));

        const string logs = "\"LoggingLevel\":\"ERROR\",\"DataTraceEnabled\":false";
        Assert.Equal(
            [
                $$"""{"ResourcePath":"/*","HttpMethod":"*","ThrottlingRateLimit":100,"ThrottlingBurstLimit":7,{{logs}},"CachingEnabled":true,"CacheTtlInSeconds":300,"CacheDataEncrypted":true}""",
                $$"""{"ResourcePath":"/","HttpMethod":"GET","ThrottlingRateLimit":2.5,"ThrottlingBurstLimit":7,{{logs}},"CachingEnabled":true,"CacheTtlInSeconds":300,"CacheDataEncrypted":true}""",
                $$"""{"ResourcePath":"/~1files~1{path+}","HttpMethod":"ANY","ThrottlingRateLimit":100,"ThrottlingBurstLimit":7,{{logs}},"CachingEnabled":false,"CacheDataEncrypted":true}""",
                $$"""{"ResourcePath":"/~1slow","HttpMethod":"GET","ThrottlingRateLimit":100,"ThrottlingBurstLimit":7,{{logs}},"CachingEnabled":true,"CacheTtlInSeconds":60,"CacheDataEncrypted":true}""",
            ],
            ((JsonArray)template.At(Api + "MethodSettings")!).Select(static entry => entry.ToCompactString()));
    }

    [Theory]
    [InlineData("GET", null, "true")]
    [InlineData("GET", 0, "false")]
    [InlineData("POST", null, "false")]
    [InlineData("ANY", null, "false")]
    [InlineData("POST", 30, "true")]
    public void Only_answers_to_GET_are_cached_unasked(string method, int? ttl, string cached)
    {
        var api = Make.RestApi() with { Cache = new CacheSettings("0.5", 300, IsEncrypted: true) };
        var template = Render(api, Make.Route(method, "/x", "ShopApi") with { ThrottleRate = 1, Rest = new RestRouteSettings { CacheTtl = ttl } });
        Assert.Equal(cached, template.Text(Api + "MethodSettings/1/CachingEnabled"));
    }

    [Fact]
    public void What_is_cached_in_an_API_without_a_cache_is_not_said()
    {
        var template = Render(Make.RestApi(), Make.Route("GET", "/a", "ShopApi") with { Rest = new RestRouteSettings { CacheTtl = 60 } });

        Assert.Single((JsonArray)template.At(Api + "MethodSettings")!);
        Assert.Equal("absent", template.Text(Api + "MethodSettings/0/CachingEnabled"));
    }

    [Fact]
    public void The_stage_has_cache_canary_tracing_and_variables()
    {
        var template = Render(Make.RestApi() with
        {
            Cache = new CacheSettings("1.6", 0, IsEncrypted: false),
            CanaryPercent = 12.5,
            Tracing = true,
            StageVariables = EquatableArray.Of(new StageVariable("mode", Make.Value("fast"))),
        });

        Assert.Equal("\"1.6\"", template.Text(Api + "CacheClusterSize"));
        Assert.Equal("false", template.Text(Api + "MethodSettings/0/CachingEnabled"));
        Assert.Equal("absent", template.Text(Api + "MethodSettings/0/CacheDataEncrypted"));
        Assert.Equal("""{"PercentTraffic":12.5,"UseStageCache":false}""", template.Text(Api + "CanarySetting"));
        Assert.Equal("true", template.Text(Api + "TracingEnabled"));
        Assert.Equal("""{"mode":"fast"}""", template.Text(Api + "Variables"));
    }

    [Fact]
    public void A_private_API_names_its_endpoints_and_its_domain_admits_them_alone()
    {
        var template = Render(Make.RestApi() with
        {
            Endpoint = RestEndpoint.Private,
            VpcEndpointIds = EquatableArray.Of(Make.Value("vpce-1"), Make.Value("@Endpoint")),
            Domain = new DomainSettings { Name = Make.Value("in.example"), Certificate = Make.Value("arn:aws:acm:eu-west-1:123456789012:certificate/1"), HostedZone = Make.Value("Z1") },
        });

        Assert.Equal("""{"Type":"PRIVATE","VPCEndpointIds":["vpce-1",{"Ref":"Endpoint"}]}""", template.Text(Api + "EndpointConfiguration"));
        Assert.Equal("\"PRIVATE\"", template.Text(Api + "Domain/EndpointConfiguration"));
        Assert.Equal(
            """[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"execute-api:/*","Condition":{"StringEquals":{"aws:SourceVpce":["vpce-1",{"Ref":"Endpoint"}]}}}]""",
            template.Text(Api + "Domain/Policy/Statement"));
        Assert.Equal("absent", template.Text(Api + "Domain/Route53"));
    }

    [Fact]
    public void A_usage_plan_limits_the_holders_of_its_keys()
    {
        var template = Render(Make.RestApi() with
        {
            UsagePlans = EquatableArray.Of(new UsagePlan
            {
                Name = "gold", Declaration = Make.At, RateLimit = 50, BurstLimit = 100, Quota = 10_000, QuotaPeriod = QuotaPeriod.Week, ApiKeys = EquatableArray.Of("partner a", "partner-a"),
            }),
        });

        Assert.Equal(
            """{"UsagePlanName":{"Fn::Sub":"${AWS::StackName}-gold"},"ApiStages":[{"ApiId":{"Ref":"ShopApi"},"Stage":{"Fn::Sub":"${ShopApi.Stage}"}}],"Throttle":{"RateLimit":50,"BurstLimit":100},"Quota":{"Limit":10000,"Period":"WEEK"}}""",
            template.Text("Resources/ShopApiGoldUsagePlan/Properties"));
        Assert.Equal("""{"Name":{"Fn::Sub":"${AWS::StackName}-partner a"},"Enabled":true}""", template.Text("Resources/ShopApiGoldUsagePlanPartnerAKey/Properties"));
        Assert.Equal("""{"Name":{"Fn::Sub":"${AWS::StackName}-partner-a"},"Enabled":true}""", template.Text("Resources/ShopApiGoldUsagePlanPartnerAKey2/Properties"));
        Assert.Equal(
            """{"KeyId":{"Ref":"ShopApiGoldUsagePlanPartnerAKey2"},"KeyType":"API_KEY","UsagePlanId":{"Ref":"ShopApiGoldUsagePlan"}}""",
            template.Text("Resources/ShopApiGoldUsagePlanPartnerAKey2InPlan/Properties"));
    }

    [Fact]
    public void A_firewall_of_the_user_stands_before_the_stage()
    {
        var template = Render(Make.RestApi() with { WebAcl = Make.Value("@Firewall") }, "Firewall=AWS::WAFv2::WebACL");

        Assert.Equal(
            """{"ResourceArn":{"Fn::Sub":"arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${ShopApi}/stages/${ShopApi.Stage}"},"WebACLArn":{"Fn::GetAtt":["Firewall","Arn"]}}""",
            template.Text("Resources/ShopApiWebAclAssociation/Properties"));
        Assert.DoesNotContain("ShopApiWebAcl", template.Ids());
    }

    [Fact]
    public void A_managed_firewall_has_AWSs_rules_and_a_limit_for_each_address()
    {
        var template = Render(Make.RestApi() with { HasManagedWebAcl = true });

        Assert.Equal("""{"Fn::GetAtt":["ShopApiWebAcl","Arn"]}""", template.Text("Resources/ShopApiWebAclAssociation/Properties/WebACLArn"));
        const string rules = "Resources/ShopApiWebAcl/Properties/Rules/";
        Assert.Equal("""{"RateBasedStatement":{"Limit":2000,"EvaluationWindowSec":300,"AggregateKeyType":"IP"}}""", template.Text(rules + "0/Statement"));
        Assert.Equal("""{"Block":{}}""", template.Text(rules + "0/Action"));
        Assert.Equal("\"AWSManagedRulesCommonRuleSet\"", template.Text(rules + "1/Statement/ManagedRuleGroupStatement/Name"));
        Assert.Equal("\"AWSManagedRulesKnownBadInputsRuleSet\"", template.Text(rules + "2/Statement/ManagedRuleGroupStatement/Name"));
        Assert.Equal("""{"None":{}}""", template.Text(rules + "1/OverrideAction"));
    }

    /// <summary>SAM puts it into a `schema` itself.</summary>
    [Fact]
    public void A_header_of_an_answer_to_OPTIONS_is_written_as_SAM_expects_it()
    {
        var api = Make.RestApi() with { Cors = new CorsSettings(EquatableArray.Of("https://a.example"), default, default, default, null, false) };
        var application = Make.Application([Make.Function() with { Routes = EquatableArray.Of(Make.Route("GET", "/b", "ShopApi")) }]) with
        {
            RestApis = EquatableArray.Of(api), IntegrationRoutes = EquatableArray.Of(Make.Integration("ShopApi", "OPTIONS", "/a", new MockIntegration(null, "application/json"))),
        };
        var template = TemplateAccess.Render(application);

        Assert.Equal("""{"type":"string"}""", Of(template, "/a").Text("options/responses/200/headers/Access-Control-Allow-Origin"));
        Assert.Equal("""{"schema":{"type":"string"}}""", Of(template, "/b").Text("options/responses/204/headers/Access-Control-Allow-Origin"));
    }

    private static JsonNode? Of(JsonObject template, string path) => ((JsonObject)template.At(Api + "DefinitionBody/paths")!)[path];

    private static JsonObject Render(RestApi api, params HttpRoute[] routes) =>
        TemplateAccess.Render(Make.Application([Make.Function() with { Routes = EquatableArray.Of(routes) }]) with { RestApis = EquatableArray.Of(api) });

    private static JsonObject Render(RestApi api, string resource) =>
        TemplateAccess.Render(Make.Application() with { RestApis = EquatableArray.Of(api), Fragments = EquatableArray.Of(Make.Fragment("{}", resource)) });
}
