using Serverless.Model;

namespace Serverless.Artifacts.Tests.Models;

/// <summary>
/// Every setting of every kind of API in one application: what no other model says about API Gateway. `DocumentApi` is an HTTP API that
/// needs its OpenAPI document, `TokenApi` one that does not.
/// </summary>
internal static class StorefrontModel
{
    public const string Policy = """
        { "Version": "2012-10-17", "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*", "Condition": { "NotIpAddress": { "aws:SourceIp": ["10.0.0.0/8"] } } }, { "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*" }] }
        """;

    private const string Fragment = """
        {
          "Resources": {
            "Users": { "Type": "AWS::Cognito::UserPool", "Properties": {} },
            "Firewall": { "Type": "AWS::WAFv2::WebACL", "Properties": { "Scope": "REGIONAL", "DefaultAction": { "Allow": {} }, "VisibilityConfig": { "CloudWatchMetricsEnabled": true, "SampledRequestsEnabled": false, "MetricName": "firewall" } } },
            "Zone": { "Type": "AWS::Route53::HostedZone", "Properties": { "Name": "example.com" } },
            "Certificate": { "Type": "AWS::CertificateManager::Certificate", "Properties": { "DomainName": "*.example.com", "ValidationMethod": "DNS" } },
            "Network": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
            "Endpoint": { "Type": "AWS::EC2::VPCEndpoint", "Properties": { "VpcId": { "Ref": "Network" }, "ServiceName": { "Fn::Sub": "com.amazonaws.${AWS::Region}.execute-api" }, "VpcEndpointType": "Interface" } },
            "Link": { "Type": "AWS::ApiGatewayV2::VpcLink", "Properties": { "Name": "link", "SubnetIds": ["subnet-11111111"] } }
          }
        }
        """;

    public static Application Create() => new()
    {
        Project = Make.Project,
        Settings = new ApplicationSettings { Tags = EquatableArray.Of(new Tag("team", "shop")) },
        Parameters = EquatableArray.Of(new TemplateParameter("Domain", "String", "example.com", null, null, default, false, Make.At)),
        Fragments = EquatableArray.Of(Make.Fragment(
            Fragment,
            "Users=AWS::Cognito::UserPool",
            "Firewall=AWS::WAFv2::WebACL",
            "Zone=AWS::Route53::HostedZone",
            "Certificate=AWS::CertificateManager::Certificate",
            "Network=AWS::EC2::VPC",
            "Endpoint=AWS::EC2::VPCEndpoint",
            "Link=AWS::ApiGatewayV2::VpcLink")),
        HttpApis = EquatableArray.Of(DocumentApi(), TokenApi()),
        RestApis = EquatableArray.Of(EdgeApi(), PrivateApi(), ShopApi()),
        WebSocketApis = EquatableArray.Of(ChatApi(), NewsApi()),
        IntegrationRoutes = EquatableArray.Of(
            Make.Integration("DocumentApi", "POST", "/shipments", new ServiceIntegration(
                "sqs", "SendMessage", Make.Value("@Shipments"), EquatableArray.Of(Map("QueueUrl", "@Shipments"), Map("MessageBody", "$request.body")))) with { ThrottleRate = 5, TimeoutMilliseconds = 3_000 },
            Make.Integration("DocumentApi", "POST", "/runs", new ExecutionIntegration("Flow", IsSynchronous: false)),
            Make.Integration("DocumentApi", "ANY", "/legacy/{path+}", new HttpProxyIntegration(
                Make.Value("https://legacy.example/{path}"), null, EquatableArray.Of(Map("overwrite:header.x-tenant", "$context.authorizer.tenant")), null, null)) with { Authorization = Make.By("Decide") },
            Make.Integration("DocumentApi", "GET", "/stock", new HttpProxyIntegration(
                Make.Value("arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/stock/1/2"), "GET", default, Make.Value("@Link"), "stock.example.com")),
            Make.Integration("ShopApi", "GET", "/products/{id}", new ServiceIntegration(
                "dynamodb", "GetItem", Make.Value("@Items"), EquatableArray.Of(Map("TableName", "@Items"), Map("Key.id.S", "$request.path.id")))) with
            {
                Rest = new RestRouteSettings { CacheTtl = 60, CacheKeys = EquatableArray.Of("method.request.path.id"), ResponseTemplate = "$input.json('$.Item')" },
            },
            Make.Integration("ShopApi", "GET", "/pictures/{key}", new ServiceIntegration(
                "s3", "GetObject", Make.Value("@Pictures/public/*"), EquatableArray.Of(Map("Bucket", "@Pictures"), Map("Key", "public/{key}")))),
            Make.Integration("ShopApi", "GET", "/health", new MockIntegration("""{"status":"up"}""", "application/json")),
            Make.Integration("ShopApi", "POST", "/orders/run", new ExecutionIntegration("Quick", IsSynchronous: true))),
        Functions = EquatableArray.Of(
            Make.Function("Address") with { Url = new FunctionUrl(IsPublic: false, Streaming: true, Cors(), Make.At) },
            Make.Function("Chat") with
            {
                PushesTo = "ChatApi",
                WebSocketRoutes = EquatableArray.Of(
                    Make.Message("$connect") with { Authorization = Make.By("Decide"), OperationName = "Chat_Connect" },
                    Make.Message("$default") with { Responds = true },
                    Make.Message("connect"),
                    Make.Message("send-message") with { Responds = true }),
            },
            Make.Function("Decide"),
            Make.Function("Leave") with { WebSocketRoutes = EquatableArray.Of(Make.Message("$disconnect"), Make.Message("$connect", "NewsApi") with { Authorization = Make.Iam, ApiKeyRequired = true }) },
            Make.Function("Open") with { Url = new FunctionUrl(IsPublic: true, Streaming: false, null, Make.At), Routes = EquatableArray.Of(Make.Route("GET", "/open/{id}", "")) },
            Make.Function("Shop") with
            {
                Routes = EquatableArray.Of(
                    Make.Route("GET", "/", "ShopApi") with { Authorization = Make.By("Pool", "read") },
                    Make.Route("GET", "/orders/{id}", "ShopApi") with { Authorization = Make.By("Decide"), ThrottleBurst = 3, Streaming = true },
                    Make.Route("ANY", "/files/{path+}", "ShopApi") with { Authorization = Make.Iam, Rest = new RestRouteSettings { ApiKeyRequired = true, CacheTtl = 0 } },
                    Make.Route("GET", "/internal", "PrivateApi"),
                    Make.Route("GET", "/edge", "EdgeApi"),
                    Make.Route("GET", "/orders/{id}", "DocumentApi") with { Authorization = Make.By("Decide") },
                    Make.Route("$default", "", "DocumentApi") with { PayloadFormatVersion = "1.0" },
                    Make.Route("GET", "/me", "TokenApi") with { Authorization = Make.By("Issuer", "profile", "email"), PayloadFormatVersion = "1.0" },
                    Make.Route("GET", "/pool", "TokenApi") with { Authorization = Make.By("Pool") },
                    Make.Route("PUT", "/me", "TokenApi") with { Authorization = Make.Iam },
                    Make.Route("GET", "/open", "TokenApi") with { Authorization = RouteAuthorization.Public with { IsWritten = true } }),
            }),
        StateMachines = EquatableArray.Of(
            Make.Machine(Make.Pass("Only")),
            Make.Machine(Make.Pass("Only")) with { LogicalId = "Quick", Type = WorkflowType.Express }),
        Resources = EquatableArray.Of<Resource>(
            Make.Table(), new QueueResource("Shipments", Make.At), new BucketResource("Pictures", Make.At), new BucketResource("Truststore", Make.At)),
    };

    private static Authorizer Decide { get; } = new()
    {
        Name = "Decide",
        Kind = AuthorizerKind.Lambda,
        Declaration = Make.At,
        Function = "Decide",
        IdentitySources = EquatableArray.Of("$request.header.X-Key", "$context.routeKey"),
        ResultTtl = 300,
    };

    private static HttpApi DocumentApi() => Make.Api("DocumentApi") with
    {
        Name = "document",
        Description = "An API with every kind of integration",
        Cors = Cors(),
        Authorizers = EquatableArray.Of(Decide),
        Domain = new DomainSettings
        {
            Name = Make.Value("http.${Domain}"), Certificate = Make.Value("@Certificate"), BasePath = "v1", HostedZone = Make.Value("@Zone"), Truststore = Make.Value("s3://${Truststore}/clients.pem"),
        },
        StageVariables = EquatableArray.Of(new StageVariable("table", Make.Value("@Items"))),
        Tags = EquatableArray.Of(new Tag("cost", "7")),
    };

    private static HttpApi TokenApi() => Make.Api("TokenApi") with
    {
        StageName = "live",
        Authorizers = EquatableArray.Of(
            new Authorizer
            {
                Name = "Issuer",
                Kind = AuthorizerKind.Jwt,
                Declaration = Make.At,
                Issuer = Make.Value("https://login.${Domain}"),
                Audience = EquatableArray.Of(Make.Value("shop"), Make.Value("admin")),
                Scopes = EquatableArray.Of("profile"),
                IdentitySources = EquatableArray.Of("$request.header.X-Token"),
            },
            new Authorizer { Name = "Pool", Kind = AuthorizerKind.Cognito, Declaration = Make.At, UserPool = Make.Value("@Users"), Audience = EquatableArray.Of(Make.Value("client")) }),
    };

    private static RestApi ShopApi() => new()
    {
        LogicalId = "ShopApi",
        Declaration = Make.At,
        Name = "shop",
        Description = "An API with every setting",
        StageName = "live",
        ThrottleRate = 12.5,
        ThrottleBurst = 25,
        DisableExecuteApiEndpoint = true,
        ExecutionLogs = ApiExecutionLogs.Error,
        Tracing = true,
        Cache = new CacheSettings("0.5", 300, IsEncrypted: true),
        CanaryPercent = 12.5,
        CanaryUsesStageCache = true,
        HasManagedWebAcl = true,
        BinaryMediaTypes = EquatableArray.Of("image/png"),
        MinimumCompressionSize = 1024,
        ResourcePolicy = Policy,
        ApiKeyFromAuthorizer = true,
        Cors = Cors(),
        Domain = new DomainSettings
        {
            Name = Make.Value("shop.${Domain}"), Certificate = Make.Value("@Certificate"), BasePath = "v-1", HostedZone = Make.Value("@Zone"), Truststore = Make.Value("s3://${Truststore}/clients.pem"),
        },
        Authorizers = EquatableArray.Of(Decide, new Authorizer { Name = "Pool", Kind = AuthorizerKind.Cognito, Declaration = Make.At, UserPool = Make.Value("@Users") }),
        StageVariables = EquatableArray.Of(new StageVariable("bucket", Make.Value("@Pictures"))),
        UsagePlans = EquatableArray.Of(
            new UsagePlan { Name = "gold", Declaration = Make.At, RateLimit = 50, BurstLimit = 100, Quota = 10_000, QuotaPeriod = QuotaPeriod.Month, ApiKeys = EquatableArray.Of("partner a", "partner-a") },
            new UsagePlan { Name = "open", Declaration = Make.At }),
        Tags = EquatableArray.Of(new Tag("cost", "8")),
    };

    private static RestApi PrivateApi() => new()
    {
        LogicalId = "PrivateApi",
        Declaration = Make.At,
        StageName = "in_side",
        Endpoint = RestEndpoint.Private,
        VpcEndpointIds = EquatableArray.Of(Make.Value("@Endpoint"), Make.Value("vpce-11111111111111111")),
        AccessLogs = false,
        Domain = new DomainSettings { Name = Make.Value("inside.${Domain}"), Certificate = Make.Value("@Certificate"), HostedZone = Make.Value("@Zone") },
        WebAcl = Make.Value("@Firewall"),
    };

    private static RestApi EdgeApi() => new()
    {
        LogicalId = "EdgeApi",
        Declaration = Make.At,
        StageName = "live",
        Endpoint = RestEndpoint.Edge,
        AccessLogs = false,
        Domain = new DomainSettings { Name = Make.Value("edge.${Domain}"), Certificate = Make.Value("arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555") },
        WebAcl = Make.Value("arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/own/11111111-2222-3333-4444-555555555555"),
    };

    private static WebSocketApi ChatApi() => new()
    {
        LogicalId = "ChatApi",
        Declaration = Make.At,
        Name = "chat",
        Description = "Everybody talks",
        StageName = "live",
        RouteSelectionExpression = "$request.body.kind",
        ExecutionLogs = ApiExecutionLogs.Info,
        ThrottleRate = 5,
        ThrottleBurst = 10,
        Authorizers = EquatableArray.Of(Decide),
        StageVariables = EquatableArray.Of(new StageVariable("table", Make.Value("@Items"))),
        Domain = new DomainSettings { Name = Make.Value("chat.${Domain}"), Certificate = Make.Value("@Certificate"), BasePath = "talk", HostedZone = Make.Value("@Zone") },
        Tags = EquatableArray.Of(new Tag("cost", "9")),
    };

    private static WebSocketApi NewsApi() => new()
    {
        LogicalId = "NewsApi",
        Declaration = Make.At,
        StageName = "live",
        AccessLogs = false,
        Domain = new DomainSettings { Name = Make.Value("chat.${Domain}"), Certificate = Make.Value("@Certificate"), BasePath = "news" },
    };

    private static CorsSettings Cors() => new(
        EquatableArray.Of("https://a.example"), EquatableArray.Of("GET"), EquatableArray.Of("content-type"), EquatableArray.Of("etag"), 600, true);

    private static ParameterMapping Map(string target, string source) => new(target, Make.Value(source));
}
