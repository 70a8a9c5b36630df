using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.FrontEnds.Apis;

using ApiExecutionLogs = Serverless.Model.ApiExecutionLogs;
using QuotaPeriod = Serverless.Model.QuotaPeriod;
using RequestValidation = Serverless.Model.RequestValidation;
using RestEndpoint = Serverless.Model.RestEndpoint;

/// <summary>Attributes of APIs become the model of their kind.</summary>
public sealed class ApiReaderTests
{
    [Fact]
    public void A_bare_API_of_each_kind_has_the_documented_defaults()
    {
        var application = Read("""
            using Serverless;
            [assembly: ServerlessHttpApi]
            [assembly: ServerlessWebSocketApi]
            namespace Shop;
            [ServerlessRestApi] public sealed class Admin;
            """);

        var http = Assert.Single(application.HttpApis);
        Assert.Equal(("ShopApi", "$default", 100d, 200, true, 30), (http.LogicalId, http.StageName, http.ThrottleRate, http.ThrottleBurst, http.AccessLogs, http.AccessLogRetentionDays));
        var rest = Assert.Single(application.RestApis);
        Assert.Equal(("AdminApi", "live", RequestValidation.All, RestEndpoint.Regional), (rest.LogicalId, rest.StageName, rest.Validate, rest.Endpoint));
        Assert.Null(rest.Cache);
        Assert.Null(rest.CanaryPercent);
        Assert.Null(rest.WebAcl);
        Assert.False(rest.HasManagedWebAcl);
        var webSocket = Assert.Single(application.WebSocketApis);
        Assert.Equal(("ShopWebSocketApi", "live", "$request.body.action"), (webSocket.LogicalId, webSocket.StageName, webSocket.RouteSelectionExpression));
    }

    [Fact]
    public void A_REST_API_has_every_setting_that_is_written()
    {
        var rest = Assert.Single(Read("""
            using Serverless;
            [assembly: ServerlessApplication(Tracing = true)]
            [assembly: TemplateParameter("Certificate")]
            [assembly: ServerlessRestApi("Shop", Name = "shop", Description = "The shop", StageName = "v1", ThrottleRate = 5.5, ThrottleBurst = 7, AccessLogFormat = "$context.requestId",
                AccessLogRetentionDays = 90, ExecutionLogs = ApiExecutionLogs.Error, DomainName = "shop.example", CertificateArn = "@Certificate", BasePath = "v1", HostedZoneId = "Z1",
                MutualTlsTruststore = "s3://bucket/trust.pem", DisableExecuteApiEndpoint = true, CorsOrigins = ["https://a.example"], CorsCredentials = true, CorsMaxAge = 60,
                Endpoint = RestEndpoint.Private, VpcEndpointIds = ["vpce-1"], Validate = RequestValidation.Body, CacheSizeGB = 6.1, CacheTtl = 60, CacheEncrypted = false,
                CanaryPercent = 12.5, CanaryUsesStageCache = true, WebAcl = "managed", BinaryMediaTypes = ["image/png"], MinimumCompressionSize = 0,
                ResourcePolicy = "{ \"Statement\": [ { \"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"execute-api:Invoke\", \"Resource\": \"execute-api:/*\" } ] }", ApiKeySource = ApiKeySource.Authorizer)]
            [assembly: StageVariable("b", "two"), StageVariable("a", "@Certificate")]
            [assembly: UsagePlan("gold", RateLimit = 10, BurstLimit = 20, Quota = 1000, QuotaPeriod = QuotaPeriod.Month, ApiKeys = ["partner", "app"])]
            """).RestApis);

        Assert.Equal(("Shop", "shop", "The shop", "v1", 5.5, 7, "$context.requestId", 90), (rest.LogicalId, rest.Name, rest.Description, rest.StageName, rest.ThrottleRate, rest.ThrottleBurst, rest.AccessLogFormat, rest.AccessLogRetentionDays));
        Assert.Equal(new DomainSettings { Name = AwsValue.Literal("shop.example"), Certificate = AwsValue.Reference("Certificate"), BasePath = "v1", HostedZone = AwsValue.Literal("Z1"), Truststore = AwsValue.Literal("s3://bucket/trust.pem") }, rest.Domain);
        Assert.Equal((ApiExecutionLogs.Error, true, RestEndpoint.Private, RequestValidation.Body), (rest.ExecutionLogs, rest.DisableExecuteApiEndpoint, rest.Endpoint, rest.Validate));
        Assert.Equal([AwsValue.Literal("vpce-1")], rest.VpcEndpointIds);
        Assert.Equal(new CacheSettings("6.1", 60, false), rest.Cache);
        Assert.Equal((12.5, true, true, true, 0, true), (rest.CanaryPercent, rest.CanaryUsesStageCache, rest.HasManagedWebAcl, rest.Tracing, rest.MinimumCompressionSize, rest.ApiKeyFromAuthorizer));
        Assert.Equal(["image/png"], rest.BinaryMediaTypes);
        Assert.Contains("execute-api:Invoke", rest.ResourcePolicy, StringComparison.Ordinal);
        Assert.Equal((true, 60), (rest.Cors!.Credentials, rest.Cors.MaxAge));
        Assert.Equal([new StageVariable("a", AwsValue.Reference("Certificate")), new StageVariable("b", AwsValue.Literal("two"))], rest.StageVariables);
        var plan = Assert.Single(rest.UsagePlans);
        Assert.Equal(("gold", 10d, 20, 1000, QuotaPeriod.Month), (plan.Name, plan.RateLimit, plan.BurstLimit, plan.Quota, plan.QuotaPeriod));
        Assert.Equal(["app", "partner"], plan.ApiKeys);
    }

    [Fact]
    public void The_summary_of_a_class_describes_its_API_and_the_assembly_gives_it_stage_variables()
    {
        var api = Assert.Single(Read("""
            using Serverless;
            [assembly: StageVariable("table", "a"), StageVariable("mode", "x")]
            namespace Shop;
            /// <summary>For the staff.</summary>
            [ServerlessHttpApi, StageVariable("table", "b")] public sealed class Admin;
            """).HttpApis);

        Assert.Equal("For the staff.", api.Description);
        Assert.Equal([new StageVariable("mode", AwsValue.Literal("x")), new StageVariable("table", AwsValue.Literal("b"))], api.StageVariables);
    }

    [Fact]
    public Task Settings_outside_the_services_range_are_reported_where_they_stand() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessRestApi(StageName = {|SVLS2005:"$default"|}, ThrottleRate = {|SVLS2001:0|}, ThrottleBurst = {|SVLS2001:0|}, AccessLogRetentionDays = {|SVLS2001:31|}, CorsMaxAge = {|SVLS2001:86401|},
            CacheSizeGB = {|SVLS2001:2|}, CacheTtl = {|SVLS2001:3601|}, CanaryPercent = {|SVLS2001:101|}, MinimumCompressionSize = {|SVLS2001:-1|}, WebAcl = {|SVLS2005:"common"|},
            ResourcePolicy = {|SVLS2005:"{ }"|}, DomainName = "shop.example", CertificateArn = "arn:aws:acm:eu-west-1:1:certificate/1", BasePath = {|SVLS2005:"/v1"|}, MutualTlsTruststore = {|SVLS2005:"bucket/key"|})]
        [assembly: UsagePlan("gold", RateLimit = {|SVLS2001:0|}, BurstLimit = {|SVLS2001:0|}, Quota = {|SVLS2001:0|}, ApiKeys = ["a", {|SVLS2002:"a"|}, {|SVLS2005:""|}])]
        [assembly: UsagePlan({|SVLS2003:"gold"|})]
        [assembly: StageVariable({|SVLS2005:"a-b"|}, "x"), StageVariable("a", {|SVLS2005:"a b"|}), StageVariable("c", "x"), StageVariable({|SVLS2002:"c"|}, "y")]
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; }
        """);

    [Fact]
    public Task Settings_at_the_edge_of_the_range_are_accepted() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessRestApi(StageName = "v_1-a", ThrottleRate = 0.5, ThrottleBurst = 1, AccessLogRetentionDays = 3653, CorsMaxAge = 86400, CacheSizeGB = 237, CacheTtl = 0, CanaryPercent = 100,
            MinimumCompressionSize = 10485760, WebAcl = "arn:aws:wafv2:eu-west-1:1:regional/webacl/a/b", CorsOrigins = ["https://a.example"], CorsCredentials = true)]
        [assembly: StageVariable("a", "A1-._~:/?#&=,")]
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; }
        """);

    [Fact]
    public Task Settings_that_need_another_one_are_reported() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessRestApi(CertificateArn = {|SVLS2002:"arn:aws:acm:eu-west-1:1:certificate/1"|}, CacheTtl = {|SVLS2002:10|}, CanaryUsesStageCache = {|SVLS2002:true|}, VpcEndpointIds = {|SVLS2002:["vpce-1"]|})]
        namespace Shop;
        [ServerlessRestApi(Endpoint = {|SVLS2002:RestEndpoint.Private|})] public sealed class Inside;
        [ServerlessHttpApi(DomainName = {|SVLS2203:"shop.example"|})] public sealed class Outside;
        public sealed class Orders { [HttpRoute("GET /a", CacheTtl = {|SVLS2002:10|}, CacheKeys = {|SVLS2002:["page"]|})] public string A() => "a"; [HttpRoute("GET /b", CacheTtl = 0)] public string B() => "b"; }
        """);

    [Fact]
    public Task Two_APIs_for_one_route_are_ambiguous_and_a_companion_without_API_does_nothing() => DeclarationFaults.Verify("""
        using Serverless;
        [assembly: ServerlessHttpApi]
        [assembly: {|SVLS2102:ServerlessRestApi|}]
        [assembly: {|SVLS2106:UsagePlan("gold")|}]
        namespace Shop;
        [{|SVLS2102:StageVariable("a", "b")|}, {|SVLS2102:JwtAuthorizer("Customers", Issuer = "https://login.example/", Audience = ["shop"])|}, {|SVLS2106:UsagePlan("silver")|}]
        public sealed class Orders { [HttpRoute("GET /a", Api = {|SVLS2102:typeof(Orders)|})] public string A() => "a"; }
        """);

    private static Application Read(string source)
    {
        var run = GeneratorRun.Of(source);
        Assert.Equal("", run.Faults);
        return run.Application;
    }
}
