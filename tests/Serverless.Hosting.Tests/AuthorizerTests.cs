using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

/// <summary>Who is let in, on each kind of API, and what the function hears of him.</summary>
public sealed class AuthorizerTests
{
    private static readonly AuthorizerDescription Jwt = new("Customers", ApiAuthorizerKind.Jwt)
    {
        Issuer = "https://login.example/",
        Audience = ["shop"],
        IdentitySources = ["$request.header.Authorization"],
    };

    private static FunctionDescription Echo => RunningHost.Function("F", static e => "{\"statusCode\":200,\"body\":" + JsonSerializer.Serialize(e.GetRawText()) + "}");

    private static ApiDescription Http(AuthorizerDescription authorizer, params string[] scopes) => new("ShopApi", ApiProtocol.Http, "$default")
    {
        Authorizers = [authorizer],
        Routes = [new RouteDescription("GET /x", new FunctionTarget("F")) { Access = RouteAccess.Authorizer, Authorizer = authorizer.Name, Scopes = scopes }],
    };

    private static ApiDescription Rest(AuthorizerDescription authorizer, params string[] scopes) => Http(authorizer, scopes) with { Protocol = ApiProtocol.Rest, StageName = "live" };

    private static ApiDescription Iam(ApiProtocol protocol) => new("ShopApi", protocol, "$default")
    {
        Routes = [new RouteDescription("GET /x", new FunctionTarget("F")) { Access = RouteAccess.Iam }],
    };

    [Fact]
    public async Task Claims_of_a_token_reach_the_function_as_text()
    {
        await using var host = await RunningHost.StartAsync([Http(Jwt, "read", "write")], Echo);
        var token = Token("""{"sub":"ann","aud":"shop","iss":"https://login.example/","scope":"read other","age":7,"groups":["a","b"],"vip":true}""");
        var authorizer = (await Event(host, token)).GetProperty("requestContext").GetProperty("authorizer");
        Assert.Equal(
            """{"jwt":{"claims":{"sub":"ann","aud":"shop","iss":"https://login.example/","scope":"read other","age":"7","groups":"[a b]","vip":"true"},"scopes":["read","other"]}}""",
            authorizer.GetRawText());
    }

    [Theory]
    [InlineData(null, "Bearer")]
    [InlineData("", "Bearer")]
    [InlineData("no.token", "Bearer scope=\"\" error=\"invalid_token\"")]
    [InlineData("a.%%%.c", "Bearer scope=\"\" error=\"invalid_token\"")]
    [InlineData("a.WzFd.c", "Bearer scope=\"\" error=\"invalid_token\"")]
    public async Task Without_a_token_nobody_gets_in(string? token, string challenge)
    {
        await using var host = await RunningHost.StartAsync([Http(Jwt)], Echo);
        using var response = await Get(host, token);
        Assert.Equal(401, (int)response.StatusCode);
        Assert.Equal("""{"message":"Unauthorized"}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(challenge, response.Headers.GetValues("WWW-Authenticate").Single());
    }

    [Theory]
    [InlineData("""{"exp":1000}""", 401)]
    [InlineData("""{"nbf":99999999999}""", 401)]
    [InlineData("""{"iss":"https://other.example/"}""", 401)]
    [InlineData("""{"iss":"https://login.example"}""", 200)]
    [InlineData("""{"aud":"other"}""", 401)]
    [InlineData("""{"aud":["other","shop"]}""", 200)]
    [InlineData("""{"client_id":"shop"}""", 200)]
    [InlineData("""{"sub":"ann"}""", 200)]
    public async Task What_a_token_says_is_compared(string claims, int status)
    {
        await using var host = await RunningHost.StartAsync([Http(Jwt)], Echo);
        using var response = await Get(host, Token(claims));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_token_without_one_of_the_scopes_is_forbidden()
    {
        await using var host = await RunningHost.StartAsync([Http(Jwt, "read", "write")], Echo);
        using var response = await Get(host, Token("""{"scope":"other"}"""));
        Assert.Equal(403, (int)response.StatusCode);
        Assert.Contains("insufficient_scope", response.Headers.GetValues("WWW-Authenticate").Single(), StringComparison.Ordinal);
        using var allowed = await Get(host, Token("""{"scope":"write"}"""));
        Assert.Equal(200, (int)allowed.StatusCode);
    }

    [Fact]
    public async Task A_REST_API_passes_the_claims_of_Cognito()
    {
        var cognito = new AuthorizerDescription("Pool", ApiAuthorizerKind.Cognito) { IdentitySources = ["$request.header.Authorization"] };
        await using var host = await RunningHost.StartAsync([Rest(cognito)], Echo);
        Assert.Equal("""{"claims":{"sub":"ann"}}""", (await Event(host, Token("""{"sub":"ann"}"""))).GetProperty("requestContext").GetProperty("authorizer").GetRawText());
        using var refused = await Get(host, null);
        await RunningHost.AssertProblemAsync(refused, 401, "Unauthorized", "/live/x");
        Assert.False(refused.Headers.Contains("WWW-Authenticate"));
    }

    [Fact]
    public async Task Without_a_signature_IAM_refuses()
    {
        await using var http = await RunningHost.StartAsync([Iam(ApiProtocol.Http)], Echo);
        using var response = await http.Client.GetAsync("/x");
        Assert.Equal((403, """{"message":"Forbidden"}"""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        await using var rest = await RunningHost.StartAsync([Iam(ApiProtocol.Rest) with { StageName = "live" }], Echo);
        using var problem = await rest.Client.GetAsync("/x");
        await RunningHost.AssertProblemAsync(problem, 403, "Forbidden", "/live/x");
    }

    [Fact]
    public async Task A_signer_is_named_in_each_format()
    {
        await using var http = await RunningHost.StartAsync([Iam(ApiProtocol.Http)], Echo);
        using var signed = new HttpRequestMessage(HttpMethod.Get, "/x");
        signed.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-west-1/execute-api/aws4_request, SignedHeaders=host, Signature=00");
        var iam = (await http.EventOfAsync(signed)).GetProperty("requestContext").GetProperty("authorizer").GetProperty("iam");
        Assert.Equal(("AKIDEXAMPLE", "arn:aws:iam::000000000000:user/AKIDEXAMPLE"), (iam.GetProperty("accessKey").GetString(), iam.GetProperty("userArn").GetString()));
        await using var rest = await RunningHost.StartAsync([Iam(ApiProtocol.Rest)], Echo);
        using var named = new HttpRequestMessage(HttpMethod.Get, "/x");
        named.Headers.Add("X-Local-User", "ann");
        var context = (await rest.EventOfAsync(named)).GetProperty("requestContext");
        Assert.Equal("arn:aws:iam::000000000000:user/ann", context.GetProperty("identity").GetProperty("userArn").GetString());
        Assert.False(context.TryGetProperty("authorizer", out _));
    }

    [Fact]
    public async Task Outside_development_unchecked_tokens_are_refused_unless_allowed()
    {
        Func<string, string?> container = static name => name == "DOTNET_RUNNING_IN_CONTAINER" ? "true" : null;
        var safe = ServerlessHostOptions.Read([], null, container);
        await using (var host = await RunningHost.StartAsync(null, [Http(Jwt)], safe, Echo))
        {
            using var response = await Get(host, Token("""{"sub":"ann"}"""));
            Assert.Equal(401, (int)response.StatusCode);
        }

        var trusting = ServerlessHostOptions.Read(["--unvalidated-tokens", "true"], null, container);
        await using (var host = await RunningHost.StartAsync(null, [Http(Jwt)], trusting, Echo))
        {
            using var response = await Get(host, Token("""{"sub":"ann"}"""));
            Assert.Equal(200, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task An_identity_of_ones_own_decides()
    {
        var options = RunningHost.Developer();
        options.Identity = new Fixed();
        await using var host = await RunningHost.StartAsync(null, [Http(Jwt, "admin")], options, Echo);
        Assert.Equal("""{"jwt":{"claims":{"sub":"fixed"},"scopes":["admin"]}}""", (await Event(host, "anything")).GetProperty("requestContext").GetProperty("authorizer").GetRawText());
        using var refused = await Get(host, null);
        Assert.Equal(401, (int)refused.StatusCode);
    }

    private sealed class Fixed : ILocalIdentity
    {
        public ValueTask<LocalCaller?> IdentifyAsync(LocalIdentityRequest request, CancellationToken cancellationToken)
        {
            Assert.Equal((LocalIdentityKind.Jwt, "Customers", "https://login.example/"), (request.Kind, request.Authorizer, request.Issuer));
            return ValueTask.FromResult(request.Token is null ? null : new LocalCaller { Claims = new Dictionary<string, string> { ["sub"] = "fixed" }, Scopes = ["admin"] });
        }
    }

    [Fact]
    public async Task A_Lambda_authorizer_of_an_HTTP_API_gets_format_2_and_answers_simply()
    {
        JsonElement asked = default;
        var decider = RunningHost.Function("Decide", e =>
        {
            asked = e.Clone();
            return """{"isAuthorized":true,"context":{"tenant":"t1","level":3,"roles":["a"]}}""";
        });
        var byKey = new AuthorizerDescription("ByKey", ApiAuthorizerKind.Lambda) { Function = "Decide", IdentitySources = ["$request.header.X-Key", "$request.querystring.tenant"] };
        await using var host = await RunningHost.StartAsync([Http(byKey)], Echo, decider);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x?tenant=t1");
        request.Headers.Add("X-Key", "k");
        var e = await host.EventOfAsync(request);
        Assert.Equal("""{"lambda":{"tenant":"t1","level":3,"roles":["a"]}}""", e.GetProperty("requestContext").GetProperty("authorizer").GetRawText());
        Assert.Equal(
            ["version", "type", "routeArn", "identitySource", "routeKey", "rawPath", "rawQueryString", "headers", "queryStringParameters", "requestContext"],
            asked.EnumerateObject().Select(static m => m.Name));
        Assert.Equal("""["k","t1"]""", asked.GetProperty("identitySource").GetRawText());
        Assert.Equal("arn:aws:execute-api:local:000000000000:ShopApi/$default/GET/x", asked.GetProperty("routeArn").GetString());

        asked = default;
        using var without = await host.Client.GetAsync("/x?tenant=t1");
        Assert.Equal(401, (int)without.StatusCode);
        Assert.Equal(JsonValueKind.Undefined, asked.ValueKind);
    }

    [Theory]
    [InlineData("""{"isAuthorized":false}""", 403, """{"message":"Forbidden"}""")]
    [InlineData("""{"isAuthorized":"yes"}""", 500, """{"message":"Internal Server Error"}""")]
    [InlineData("""{}""", 500, """{"message":"Internal Server Error"}""")]
    [InlineData("nonsense", 500, """{"message":"Internal Server Error"}""")]
    public async Task What_an_HTTP_API_makes_of_other_decisions(string decision, int status, string body)
    {
        var byKey = new AuthorizerDescription("ByKey", ApiAuthorizerKind.Lambda) { Function = "Decide" };
        await using var host = await RunningHost.StartAsync([Http(byKey)], Echo, RunningHost.Function("Decide", _ => decision));
        using var response = await host.Client.GetAsync("/x");
        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("Allow", "arn:aws:execute-api:local:000000000000:ShopApi/live/GET/x", 200)]
    [InlineData("Allow", "arn:aws:execute-api:*:*:ShopApi/*/GET/?", 200)]
    [InlineData("Allow", "arn:aws:execute-api:local:000000000000:ShopApi/live/POST/x", 403)]
    [InlineData("Deny", "*", 403)]
    public async Task A_REST_API_evaluates_the_policy(string effect, string resource, int status)
    {
        await using var host = await RunningHost.StartAsync([Rest(Policy())], Echo, RunningHost.Function("Decide", _ => Decision(effect, resource)));
        using var response = await host.Client.GetAsync("/live/x");
        Assert.Equal(status, (int)response.StatusCode);
        if (status == 200)
        {
            var authorizer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("requestContext").GetProperty("authorizer");
            Assert.Equal(("ann", "3", "true"), (authorizer.GetProperty("principalId").GetString(), authorizer.GetProperty("level").GetString(), authorizer.GetProperty("vip").GetString()));
        }
    }

    [Fact]
    public async Task A_denial_beats_a_permission_and_a_nested_context_is_a_failure()
    {
        const string Both = """{"principalId":"ann","policyDocument":{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"execute-api:invoke","Resource":["x","*/GET/x"]}]}}""";
        const string Nested = """{"principalId":"ann","policyDocument":{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}},"context":{"a":{}}}""";
        foreach (var (decision, status) in new[] { (Both, 403), (Nested, 500), ("""{"isAuthorized":true}""", 500) })
            await AssertStatus(decision, status);

        static async Task AssertStatus(string decision, int status)
        {
            await using var host = await RunningHost.StartAsync([Rest(Policy())], Echo, RunningHost.Function("Decide", _ => decision));
            using var response = await host.Client.GetAsync("/x");
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task A_decision_is_kept_for_equal_identity_sources_and_its_policy_still_decides_by_route()
    {
        var calls = 0;
        var decider = RunningHost.Function("Decide", _ =>
        {
            calls++;
            return Decision("Allow", "arn:aws:execute-api:*:*:ShopApi/live/GET/x");
        });
        var policy = Policy() with { ResultTtlSeconds = 60, IdentitySources = ["$request.header.X-Key"] };
        var api = Rest(policy);
        api = api with { Routes = [.. api.Routes, api.Routes[0] with { RouteKey = "GET /other" }] };
        await using var host = await RunningHost.StartAsync([api], Echo, decider);
        Assert.Equal((200, 200, 403, 200), (await Status("/x", "a"), await Status("/x", "a"), await Status("/other", "a"), await Status("/x", "b")));
        Assert.Equal(2, calls);

        async Task<int> Status(string path, string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Key", key);
            using var response = await host.Client.SendAsync(request);
            return (int)response.StatusCode;
        }
    }

    [Fact]
    public async Task An_authorizer_that_throws_Unauthorized_refuses_and_any_other_failure_is_500()
    {
        foreach (var (message, status) in new[] { ("Unauthorized", 401), ("broken", 500) })
            await AssertStatus(message, status);

        static async Task AssertStatus(string message, int status)
        {
            await using var host = await RunningHost.StartAsync([Rest(Policy())], Echo, RunningHost.Function("Decide", _ => throw new InvalidOperationException(message)));
            using var response = await host.Client.GetAsync("/x");
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task The_API_key_may_be_the_authorizers_choice()
    {
        var decision = Decision("Allow", "*");
        var api = Rest(Policy()) with { ApiKeyFromAuthorizer = true };
        api = api with { Routes = [api.Routes[0] with { ApiKeyRequired = true }] };
        foreach (var (answer, status) in new[] { (decision, 403), (decision[..^1] + ",\"usageIdentifierKey\":\"k1\"}", 200) })
        {
            await using var host = await RunningHost.StartAsync([api], Echo, RunningHost.Function("Decide", _ => answer));
            using var response = await host.Client.GetAsync("/x");
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task A_route_that_names_an_unknown_authorizer_lets_nobody_in()
    {
        var api = Http(Jwt) with { Authorizers = [] };
        await using var host = await RunningHost.StartAsync([api], Echo);
        using var response = await Get(host, Token("{}"));
        Assert.Equal(500, (int)response.StatusCode);
    }

    private static AuthorizerDescription Policy() => new("ByPolicy", ApiAuthorizerKind.Lambda) { Function = "Decide" };

    private static string Decision(string effect, string resource) =>
        JsonSerializer.Serialize(new
        {
            principalId = "ann",
            policyDocument = new { Version = "2012-10-17", Statement = new[] { new { Action = "execute-api:Invoke", Effect = effect, Resource = resource } } },
            context = new { level = 3, vip = true },
        });

    private static string Token(string claims) => string.Create(CultureInfo.InvariantCulture, $"{Part("""{"alg":"none"}""")}.{Part(claims)}.");

    private static string Part(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static async Task<HttpResponseMessage> Get(RunningHost host, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x");
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await host.Client.SendAsync(request);
    }

    private static async Task<JsonElement> Event(RunningHost host, string token)
    {
        using var response = await Get(host, token);
        Assert.Equal(200, (int)response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
