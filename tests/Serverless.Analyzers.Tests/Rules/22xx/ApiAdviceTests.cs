using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Tests.Harness;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>SVLS0901, SVLS0906 and SVLS0907 on our own attributes, SVLS2204 and SVLS2505.</summary>
public sealed class ApiAdviceTests
{
    [Fact]
    public Task An_API_that_nobody_protects_is_said_once() => DeclarationFaults.VerifyAdvice("""
        using Serverless;
        [assembly: {|SVLS0906:ServerlessHttpApi|}]
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; [HttpRoute("GET /b")] public string B() => "b"; }
        [{|SVLS0906:ServerlessWebSocketApi|}] public sealed class Chat { [WebSocketRoute("$connect")] public void Connect() { } [WebSocketRoute("send")] public void Send() { } }
        [{|SVLS0906:ServerlessWebSocketApi|}] public sealed class Feed { [WebSocketRoute("send")] public void Send() { } }
        public sealed class Hook { [LambdaUrl(Auth = {|SVLS0906:LambdaUrlAuth.None|})] public void A() { } [LambdaUrl] public void B() { } }
        """);

    [Fact]
    public Task An_implicit_API_is_said_at_its_first_route() => DeclarationFaults.VerifyAdvice("""
        using Serverless;
        namespace Shop;
        public sealed class Orders { [{|SVLS0906:HttpRoute("GET /a")|}] public string A() => "a"; [HttpRoute("GET /b")] public string B() => "b"; }
        """);

    [Fact]
    public Task Whoever_wrote_something_has_thought_of_it() => DeclarationFaults.VerifyAdvice("""
        using Serverless;
        [assembly: ServerlessHttpApi(Authorizer = Authorizers.None)]
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; }
        [ServerlessHttpApi] public sealed class Admin { [HttpRoute("GET /a", Authorizer = Authorizers.Iam)] public string A() => "a"; [HttpRoute("GET /b", Authorizer = Authorizers.None)] public string B() => "b"; }
        [ServerlessHttpApi(DomainName = "a.example", CertificateArn = "arn:aws:acm:eu-west-1:1:certificate/1", MutualTlsTruststore = "s3://b/k")] public sealed class Partners { [HttpRoute("GET /a")] public string A() => "a"; }
        [ServerlessRestApi(Endpoint = RestEndpoint.Private, VpcEndpointIds = ["vpce-1"])] public sealed class Inside { [HttpRoute("GET /a")] public string A() => "a"; }
        [ServerlessWebSocketApi] public sealed class Chat { [WebSocketRoute("$connect", Authorizer = Authorizers.Iam)] public void Connect() { } [WebSocketRoute("send")] public void Send() { } }
        [ServerlessHttpApi] public sealed class Empty;
        """);

    [Fact]
    public async Task It_is_information() => Assert.Equal(
        (DiagnosticSeverity.Info, "The HTTP API 'ShopApi' can be called by anyone on the internet: name an authorizer, or write Authorizer = Authorizers.None if that is meant"),
        await Only("using Serverless; [assembly: ServerlessHttpApi] namespace Shop; public sealed class Orders { [HttpRoute(\"GET /a\")] public string A() => \"a\"; }"));

    [Fact]
    public Task A_timeout_beyond_the_front_door_is_said_where_it_is_written() => DeclarationFaults.VerifyAdvice("""
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
        namespace Shop;
        public sealed class Orders
        {
            [ServerlessFunction(Timeout = {|SVLS0901:31|}), HttpRoute("GET /a")] public string A() => "a";
            [ServerlessFunction(Timeout = 30), HttpRoute("GET /b")] public string B() => "b";
            [ServerlessFunction(Timeout = {|SVLS0901:3|}), HttpRoute("GET /c", TimeoutMilliseconds = 1500)] public string C() => "c";
            [ServerlessFunction(Timeout = 60), HttpRoute("GET /d"), LambdaUrl] public string D() => "d";
            [ServerlessFunction(Timeout = 60)] public string E() => "e";
            [HttpRoute("GET /f")] public string F() => "f";
        }
        [ServerlessRestApi(Authorizer = Authorizers.Iam, WebAcl = "managed"), FunctionDefaults(Timeout = {|SVLS0901:60|})] public sealed class Rest
        {
            [HttpRoute("GET /a")] public string A() => "a";
            [HttpRoute("GET /b", Streaming = true)] public string B() => "b";
        }
        [ServerlessWebSocketApi(Authorizer = Authorizers.Iam)] public sealed class Chat
        {
            [WebSocketRoute("$connect")] public void Connect() { }
            [ServerlessFunction(Timeout = {|SVLS0901:30|}), WebSocketRoute("send")] public void Send() { }
        }
        """);

    [Theory]
    [InlineData(30, "GET /a", "ServerlessRestApi(Authorizer = Authorizers.Iam, WebAcl = \"managed\")", DiagnosticSeverity.Info, "The function may run 30 seconds, but the REST API turns the caller away after 29 seconds: the work goes on, is paid for, and nobody hears of its result; set a timeout below 29 seconds")]
    [InlineData(60, "GET /a", "ServerlessHttpApi(Authorizer = Authorizers.Iam)", DiagnosticSeverity.Warning, "The function may run 60 seconds, but the HTTP API turns the caller away after 30 seconds: the work goes on, is paid for, and nobody hears of its result; set a timeout below 30 seconds")]
    public async Task One_second_too_many_is_information(int timeout, string route, string api, DiagnosticSeverity severity, string message) => Assert.Equal(
        (severity, message),
        await Only($"using Serverless; [assembly: {api}] namespace Shop; public sealed class Orders {{ [ServerlessFunction(Timeout = {timeout}), HttpRoute(\"{route}\")] public string A() => \"a\"; }}"));

    [Fact]
    public Task Credentials_for_every_origin_are_a_warning_where_they_can_be_deployed() => DeclarationFaults.VerifyAdvice("""
        using Serverless;
        namespace Shop;
        [ServerlessRestApi(CorsOrigins = ["*"], CorsCredentials = {|SVLS0907:true|})] public sealed class Rest;
        [ServerlessHttpApi(CorsOrigins = ["*"], CorsCredentials = {|SVLS2002:true|})] public sealed class Http;
        [ServerlessRestApi(CorsOrigins = ["*"], CorsCredentials = false)] public sealed class Other;
        public sealed class Hook { [LambdaUrl(CorsOrigins = ["https://a.example", "*"], CorsCredentials = {|SVLS0907:true|})] public void A() { } [LambdaUrl(CorsOrigins = ["https://a.example"], CorsCredentials = true)] public void B() { } }
        """);

    [Fact]
    public Task A_REST_API_without_a_REST_feature_is_said_once() => DeclarationFaults.VerifyAdvice("""
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: {|SVLS2204:ServerlessRestApi(Authorizer = Authorizers.Iam, Endpoint = RestEndpoint.Regional, CorsOrigins = ["*"])|}]
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; [HttpRoute("GET /b")] public string B() => "b"; }
        [{|SVLS2204:ServerlessRestApi(Authorizer = Authorizers.Iam)|}, HttpProxy("GET /a", "https://a.example"), ServiceRoute("POST /b", "sqs:sendMessage", On = "arn:aws:sqs:eu-west-1:1:q", Parameters = ["QueueUrl=https://sqs.eu-west-1.amazonaws.com/1/q", "MessageBody=$request.body"])] public sealed class Proxy;
        [ServerlessRestApi(Authorizer = Authorizers.Iam)] public sealed class Empty;
        """);

    [Theory]
    [InlineData("Validate = RequestValidation.All", "")]
    [InlineData("WebAcl = \"managed\"", "")]
    [InlineData("CanaryPercent = 10", "")]
    [InlineData("ExecutionLogs = ApiExecutionLogs.Error", "")]
    [InlineData("Tracing = true", "")]
    [InlineData("MinimumCompressionSize = 1000", "")]
    [InlineData("Endpoint = RestEndpoint.Edge", "")]
    [InlineData("ApiKeySource = ApiKeySource.Authorizer", "")]
    [InlineData("ResourcePolicy = \"\"\"{ \"Statement\": { \"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\" } }\"\"\"", "")]
    [InlineData("DisableExecuteApiEndpoint = false", ", ApiKeyRequired = true")]
    [InlineData("DisableExecuteApiEndpoint = false", ", Streaming = true")]
    [InlineData("DisableExecuteApiEndpoint = false", ", ResponseTemplate = \"{}\"")]
    [InlineData("DisableExecuteApiEndpoint = false", ", Validate = RequestValidation.Body")]
    public Task What_only_REST_APIs_have_is_reason_enough(string setting, string routeSetting) => DeclarationFaults.VerifyAdvice($$"""
        using Serverless;
        [assembly: ServerlessRestApi(Authorizer = Authorizers.Iam, {{setting}})]
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a"{{routeSetting}})] public string A() => "a"; }
        """);

    [Theory]
    [InlineData("MockRoute(\"GET /b\")")]
    [InlineData("ServiceRoute(\"GET /b\", \"dynamodb:scan\", On = \"arn:aws:dynamodb:eu-west-1:1:table/t\", Parameters = [\"TableName=t\"])")]
    [InlineData("UsagePlan(\"gold\")")]
    [InlineData("CognitoAuthorizer(\"Pool\", \"arn:aws:cognito-idp:eu-west-1:1:userpool/p\")")]
    public Task So_is_a_route_or_a_companion_that_only_REST_APIs_have(string attribute) => DeclarationFaults.VerifyAdvice($$"""
        using Serverless;
        [assembly: ServerlessRestApi(Authorizer = Authorizers.Iam)]
        [assembly: {{attribute}}]
        namespace Shop;
        public sealed class Orders { [HttpRoute("GET /a"{{(attribute.StartsWith("Cognito", StringComparison.Ordinal) ? ", Authorizer = \"Pool\"" : "")}})] public string A() => "a"; }
        """);

    [Fact]
    public Task What_costs_by_the_hour_and_what_is_not_unwrapped_is_worth_knowing() => DeclarationFaults.VerifyAdvice("""
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
        namespace Shop;
        [ServerlessRestApi(CacheSizeGB = {|SVLS2505:0.5|}, Authorizer = Authorizers.Iam), HttpProxy("GET /a", "https://a.example")] public sealed class Rest;
        [StateMachine(Type = WorkflowType.Express), {|SVLS2505:HttpRoute("POST /sum")|}, HttpRoute("POST /other", Api = typeof(Rest))] public sealed class Sum { [TaskState] public int Add(int number) => number; }
        [StateMachine, HttpRoute("POST /long")] public sealed class Long { [TaskState] public int Add(int number) => number; }
        """);

    private static async Task<(DiagnosticSeverity Severity, string Message)> Only(string source)
    {
        var only = Assert.Single(await DeclarationFaults.Analyze(TestProject.Of(source)));
        return (only.Severity, only.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
