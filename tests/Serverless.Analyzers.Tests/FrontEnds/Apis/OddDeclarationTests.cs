using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.FrontEnds.Apis;

/// <summary>Whatever stands in an attribute, reading ends with a model: what is wrong is a fault at its place, never an exception.</summary>
public sealed class OddDeclarationTests
{
    private static readonly string[] Values = ["null", "\"\"", "\" \"", "\"@\"", "\"${\"", "\"${}\"", "\"=\"", "\"a=\"", "\"=b\"", "\"{\"", "\"$default\"", "\"GET /{\"", "\"GET /{}\"", "\"sqs:\"", "\":\"", "\"\\0\"", "\"GET /a\""];

    public static TheoryData<string> Attributes { get; } =
    [
        "ServerlessHttpApi(#)", "ServerlessHttpApi(StageName = #, Authorizer = #, DomainName = #, CertificateArn = #, BasePath = #, MutualTlsTruststore = #)", "ServerlessHttpApi(CorsOrigins = [#, #], CorsCredentials = true)",
        "ServerlessRestApi(ResourcePolicy = #, WebAcl = #, VpcEndpointIds = [#], Endpoint = (RestEndpoint)77, Validate = (RequestValidation)77, ApiKeySource = (ApiKeySource)77, CacheSizeGB = double.NaN, CanaryPercent = double.NaN)",
        "ServerlessRestApi(VpcEndpointIds = null, BinaryMediaTypes = null, CorsOrigins = null, ThrottleRate = double.PositiveInfinity, MinimumCompressionSize = int.MinValue)",
        "ServerlessWebSocketApi(#, RouteSelectionExpression = #, Authorizer = #)", "StageVariable(#, #)", "UsagePlan(#, ApiKeys = [#, #])", "UsagePlan(#, ApiKeys = null, RateLimit = double.NaN)",
        "JwtAuthorizer(#, Issuer = #, Audience = [#], IdentitySource = #)", "JwtAuthorizer(#, Audience = null)", "CognitoAuthorizer(#, #, Clients = [#])",
        "HttpProxy(#, #, Method = #, Parameters = [#, #], VpcLink = #, TlsServerName = #, Api = null)", "HttpProxy(\"GET /p\", #, Parameters = null)",
        "ServiceRoute(#, #, On = #, Parameters = [#, #])", "ServiceRoute(\"GET /s\", #, Parameters = null, CacheKeys = [#])", "ServiceRoute(\"POST /s\", \"sqs:sendMessage\", On = #, Parameters = [#])",
        "MockRoute(#, Body = #, ContentType = #)",
    ];

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Of_the_assembly_or_a_class(string attribute)
    {
        foreach (var written in Values.Select(value => attribute.Replace("#", value, StringComparison.Ordinal)))
        {
            Read($"using Serverless;\n[assembly: {written}]\npublic sealed class Orders {{ [HttpRoute(\"GET /a\")] public string A() => \"a\"; }}");
            Read($"using Serverless;\n[{written}] public sealed class Orders {{ [HttpRoute(\"GET /a\")] public string A() => \"a\"; }}");
            Read($"using Serverless;\n[ServerlessRestApi, {written}] public sealed class Orders {{ [HttpRoute(\"GET /a\")] public string A() => \"a\"; }}");
        }
    }

    [Theory]
    [InlineData("HttpRoute(#, Authorizer = #, Scopes = [#], OperationId = #, PayloadFormatVersion = #, CacheKeys = [#], Api = typeof(System.Collections.Generic.List<>))")]
    [InlineData("HttpRoute(\"GET /a\", Scopes = null, Tags = null, CacheKeys = null, Validate = (RequestValidation)77, StatusCode = int.MinValue, TimeoutMilliseconds = int.MaxValue)")]
    [InlineData("WebSocketRoute(#, Authorizer = #, Api = null)")]
    [InlineData("LambdaAuthorizer(IdentitySources = [#], ResultTtl = 5)")]
    [InlineData("LambdaAuthorizer(IdentitySources = null, Api = typeof(int))")]
    [InlineData("LambdaUrl(Auth = (LambdaUrlAuth)77, CorsOrigins = null, CorsMethods = [#])")]
    public void Of_a_method(string attribute)
    {
        foreach (var written in Values.Select(value => attribute.Replace("#", value, StringComparison.Ordinal)))
        {
            Read($"using Serverless;\npublic sealed class Orders {{ [{written}] public bool A(string id) => true; }}");
            Read($"using Serverless;\n[assembly: ServerlessRestApi]\n[assembly: ServerlessWebSocketApi]\npublic static class Orders {{ [{written}] public static void A() {{ }} }}");
        }
    }

    private static void Read(string source) =>
        Assert.DoesNotContain(GeneratorRun.ReadModel(TestProject.Of(source)).Faults, static fault => fault.RuleId == RuleIds.InternalFault);
}
