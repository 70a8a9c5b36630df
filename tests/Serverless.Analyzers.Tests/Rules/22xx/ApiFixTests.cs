using Serverless.Analyzers.CodeFixes;
using Serverless.Analyzers.Rules.Declarations;

namespace Serverless.Analyzers.Tests.Rules;

/// <summary>Fixes of SVLS0901, SVLS0906, SVLS0907, SVLS2106, SVLS2109, SVLS2204, SVLS2205 and SVLS2505 on our own attributes.</summary>
public sealed class ApiFixTests
{
    [Fact]
    public Task An_HTTP_API_becomes_a_REST_API_with_its_arguments() => CheckKind(
        """
        [assembly: ServerlessHttpApi("Main", Name = "shop", StageName = "$default", CorsOrigins = ["*"])]
        public sealed class Orders { [HttpRoute("GET /a", ApiKeyRequired = {|SVLS2106:true|})] public string A() => "a"; }
        """,
        """
        [assembly: ServerlessRestApi("Main", Name = "shop", CorsOrigins = ["*"])]
        public sealed class Orders { [HttpRoute("GET /a", ApiKeyRequired = true)] public string A() => "a"; }
        """);

    [Fact]
    public Task The_class_of_the_API_is_found_from_the_route() => CheckKind(
        """
        [Serverless.ServerlessHttpApi] public sealed class Admin;
        public sealed class Orders { [HttpRoute("GET /a", Api = typeof(Admin), Validate = {|SVLS2106:RequestValidation.Body|})] public string A() => "a"; }
        """,
        """
        [Serverless.ServerlessRestApi] public sealed class Admin;
        public sealed class Orders { [HttpRoute("GET /a", Api = typeof(Admin), Validate = RequestValidation.Body)] public string A() => "a"; }
        """);

    [Fact]
    public Task An_implicit_API_gets_an_attribute() => new FixTest<DeclarationAnalyzer, ApiKindFixer>(
        "using Serverless;\n\npublic sealed class Orders { [HttpRoute(\"GET /a\", CacheTtl = {|SVLS2106:0|})] public string A() => \"a\"; }\n",
        "using Serverless;\n\n[assembly: ServerlessRestApi]\n\npublic sealed class Orders { [HttpRoute(\"GET /a\", CacheTtl = 0)] public string A() => \"a\"; }\n")
    {
        CodeActionEquivalenceKey = ApiKindFixer.RestKey,
    }.RunAsync();

    [Fact]
    public Task A_companion_and_a_service_change_the_kind_too() => CheckKind(
        """
        [assembly: ServerlessHttpApi]
        [assembly: {|SVLS2106:UsagePlan("gold")|}]
        """,
        """
        [assembly: ServerlessRestApi]
        [assembly: UsagePlan("gold")]
        """);

    [Fact]
    public Task An_action_that_only_REST_APIs_call_makes_it_one() => CheckKind(
        """
        [assembly: ServerlessHttpApi]
        [assembly: ServiceRoute("GET /a", {|SVLS2205:"polly:synthesizeSpeech"|}, Parameters = ["Text=$request.querystring.text"])]
        """,
        """
        [assembly: ServerlessRestApi]
        [assembly: ServiceRoute("GET /a", "polly:synthesizeSpeech", Parameters = ["Text=$request.querystring.text"])]
        """);

    [Fact]
    public Task A_REST_API_without_need_becomes_an_HTTP_API() => new FixTest<DeclarationAnalyzer, ApiKindFixer>(
        Source("""
            [assembly: {|SVLS2204:ServerlessRestApi(Authorizer = Authorizers.Iam, Endpoint = RestEndpoint.Regional, BinaryMediaTypes = ["image/png"])|}]
            public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; }
            """),
        Source("""
            [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
            public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; }
            """))
    {
        CodeActionEquivalenceKey = ApiKindFixer.HttpKey,
    }.RunAsync();

    [Fact]
    public Task An_answer_that_is_not_unwrapped_wants_a_REST_API() => CheckKind(
        """
        [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
        [Serverless.StepFunctions.StateMachine(Type = Serverless.StepFunctions.WorkflowType.Express), {|SVLS2505:HttpRoute("POST /sum")|}] public sealed class Sum { [Serverless.StepFunctions.TaskState] public int Add(int number) => number; }
        """,
        """
        [assembly: ServerlessRestApi(Authorizer = Authorizers.Iam)]
        [Serverless.StepFunctions.StateMachine(Type = Serverless.StepFunctions.WorkflowType.Express), HttpRoute("POST /sum")] public sealed class Sum { [Serverless.StepFunctions.TaskState] public int Add(int number) => number; }
        """);

    [Fact]
    public Task What_no_kind_of_API_has_is_not_offered()
    {
        const string Code = """
            [assembly: ServerlessWebSocketApi]
            public sealed class Orders { [WebSocketRoute("send", ApiKeyRequired = {|SVLS2106:true|})] public void A() { } }
            """;
        return CheckKind(Code, Code);
    }

    [Fact]
    public Task The_authorizer_that_was_meant_is_named_everywhere() => new FixTest<DeclarationAnalyzer, AuthorizerFixer>(
        Source("""
            [assembly: ServerlessHttpApi(Authorizer = {|SVLS2109:"Custmers"|})]
            [assembly: JwtAuthorizer("Customers", Issuer = "https://login.example/", Audience = ["shop"])]
            public sealed class Orders
            {
                [HttpRoute("GET /a", Authorizer = {|SVLS2109:"Chek"|})] public string A() => "a";
                [LambdaAuthorizer] public bool Check(string key) => key == "k";
            }
            """),
        Source("""
            [assembly: ServerlessHttpApi(Authorizer = "Customers")]
            [assembly: JwtAuthorizer("Customers", Issuer = "https://login.example/", Audience = ["shop"])]
            public sealed class Orders
            {
                [HttpRoute("GET /a", Authorizer = nameof(Check))] public string A() => "a";
                [LambdaAuthorizer] public bool Check(string key) => key == "k";
            }
            """)).RunAsync();

    [Fact]
    public Task Without_a_similar_authorizer_no_fix_is_offered()
    {
        var source = Source("""
            public sealed class Orders
            {
                [HttpRoute("GET /b", Authorizer = {|SVLS2109:"Nothing like it"|})] public string B() => "b";
                [LambdaAuthorizer] public bool Check(string key) => key == "k";
            }
            """);
        return new FixTest<DeclarationAnalyzer, AuthorizerFixer>(source, source).RunAsync();
    }

    [Fact]
    public Task The_action_and_the_parameter_that_were_meant_are_written() => new FixTest<DeclarationAnalyzer, RouteKeyFixer>(
        Source("""
            [assembly: ServerlessHttpApi]
            [assembly: QueueResource("Q")]
            [assembly: ServiceRoute("POST /a", {|SVLS2205:"sqs:sendMesage"|}, On = "@Q", Parameters = ["MessageBody=$request.body"])]
            [assembly: ServiceRoute("POST /b", "sqs:purgeQueue", On = "@Q", Parameters = [{|SVLS2205:"Regoin=eu-west-1"|}])]
            """),
        Source("""
            [assembly: ServerlessHttpApi]
            [assembly: QueueResource("Q")]
            [assembly: ServiceRoute("POST /a", "sqs:sendMessage", On = "@Q", Parameters = ["MessageBody=$request.body"])]
            [assembly: ServiceRoute("POST /b", "sqs:purgeQueue", On = "@Q", Parameters = ["Region=eu-west-1"])]
            """)).RunAsync();

    [Fact]
    public Task Credentials_are_taken_away_everywhere() => new FixTest<DeclarationAnalyzer, WildcardCorsFixer>(
        Source("""
            [assembly: ServerlessRestApi(CorsOrigins = ["*"], CorsCredentials = {|SVLS0907:true|}, CorsMaxAge = 5)]
            public sealed class Hook { [LambdaUrl(CorsCredentials = {|SVLS0907:true|}, CorsOrigins = ["*"])] public void A() { } }
            """),
        Source("""
            [assembly: ServerlessRestApi(CorsOrigins = ["*"], CorsMaxAge = 5)]
            public sealed class Hook { [LambdaUrl(CorsOrigins = ["*"])] public void A() { } }
            """)).RunAsync();

    [Fact]
    public Task Callers_of_an_API_or_an_address_are_asked_who_they_are() => new FixTest<DeclarationAnalyzer, PublicEndpointFixer>(
        Source("""
            [assembly: {|SVLS0906:ServerlessHttpApi(Name = "shop")|}]
            public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; [LambdaUrl(Auth = {|SVLS0906:LambdaUrlAuth.None|})] public string B() => "b"; }
            """),
        Source("""
            [assembly: ServerlessHttpApi(Name = "shop", Authorizer = Authorizers.Iam)]
            public sealed class Orders { [HttpRoute("GET /a")] public string A() => "a"; [LambdaUrl(Auth = LambdaUrlAuth.AwsIam)] public string B() => "b"; }
            """)).RunAsync();

    [Fact]
    public Task A_timeout_below_the_front_doors_is_written() => new FixTest<DeclarationAnalyzer, FrontDoorTimeoutFixer>(
        Source("""
            [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
            public sealed class Orders { [ServerlessFunction(Timeout = {|SVLS0901:60|}), HttpRoute("GET /a")] public string A() => "a"; }
            """),
        Source("""
            [assembly: ServerlessHttpApi(Authorizer = Authorizers.Iam)]
            public sealed class Orders { [ServerlessFunction(Timeout = 25), HttpRoute("GET /a")] public string A() => "a"; }
            """)).RunAsync();

    private static Task CheckKind(string source, string fixedSource) =>
        new FixTest<DeclarationAnalyzer, ApiKindFixer>(Source(source), Source(fixedSource)) { CodeActionEquivalenceKey = ApiKindFixer.RestKey }.RunAsync();

    private static string Source(string text) => "using Serverless;\n\n" + text;
}
