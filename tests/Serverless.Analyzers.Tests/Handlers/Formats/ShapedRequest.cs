using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.Analyzers.Tests.Handlers.Formats;

/// <summary>
/// One request of a client, and the event that each front door makes of it: members, their names and what is decoded follow the
/// documentation of each service.
/// </summary>
internal sealed record ShapedRequest(string Method, string Route, string Path)
{
    /// <summary>As the client wrote it.</summary>
    public string Query { get; init; } = "";

    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>`a=1`.</summary>
    public string[] Cookies { get; init; } = [];

    public (string Name, string Value)[] Variables { get; init; } = [];

    public string? Body { get; init; }

    public bool IsBase64 { get; init; }

    public (string Name, string Value)[] StageVariables { get; init; } = [];

    /// <summary>Claims of a token: an HTTP API and a REST API keep them in different places.</summary>
    public (string Name, string Value)[] Claims { get; init; } = [];

    /// <summary>What a Lambda authorizer said.</summary>
    public (string Name, JsonNode Value)[] AuthorizerContext { get; init; } = [];

    public byte[] As(EventShape shape)
    {
        var json = shape switch
        {
            EventShape.Http2 => Version2(Route == "$default" ? Route : Method + " " + Route),
            EventShape.FunctionUrl => Version2("$default"),
            EventShape.LoadBalancer or EventShape.LoadBalancerMulti => LoadBalancer(shape == EventShape.LoadBalancerMulti),
            _ => Version1(shape == EventShape.Http1),
        };
        return Encoding.UTF8.GetBytes(json.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    private JsonObject Version2(string routeKey)
    {
        var headers = new JsonObject();
        foreach (var group in Headers.GroupBy(static h => h.Name.ToLowerInvariant()))
            headers[group.Key] = string.Join(",", group.Select(static h => h.Value));
        var context = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["apiId"] = "api",
            ["http"] = new JsonObject { ["method"] = Method, ["path"] = Path, ["protocol"] = "HTTP/1.1", ["sourceIp"] = "192.0.2.1", ["userAgent"] = "agent" },
            ["requestId"] = "request-1",
            ["routeKey"] = routeKey,
            ["stage"] = "$default",
        };
        if (Claims.Length > 0)
            context["authorizer"] = new JsonObject { ["jwt"] = new JsonObject { ["claims"] = Texts(Claims), ["scopes"] = null } };
        if (AuthorizerContext.Length > 0)
            context["authorizer"] = new JsonObject { ["lambda"] = Values() };
        var json = new JsonObject { ["version"] = "2.0", ["routeKey"] = routeKey, ["rawPath"] = Path, ["rawQueryString"] = Query };
        if (Cookies.Length > 0)
            json["cookies"] = new JsonArray([.. Cookies.Select(static c => (JsonNode)c!)]);
        json["headers"] = headers;
        if (Query.Length > 0)
            json["queryStringParameters"] = new JsonObject(Pairs(decode: true).Select(static g => KeyValuePair.Create(g.Key, (JsonNode?)string.Join(",", g))));
        json["requestContext"] = context;
        if (Variables.Length > 0 && routeKey != "$default")
            json["pathParameters"] = Texts(Variables);
        if (StageVariables.Length > 0)
            json["stageVariables"] = Texts(StageVariables);
        if (Body is not null)
            json["body"] = Body;
        json["isBase64Encoded"] = IsBase64;
        return json;
    }

    private JsonObject Version1(bool isHttpApi)
    {
        var headers = Cookies.Length == 0 ? Headers : [.. Headers, ("Cookie", string.Join("; ", Cookies))];
        var context = new JsonObject
        {
            ["accountId"] = "123456789012",
            ["apiId"] = "api",
            ["httpMethod"] = Method,
            ["identity"] = new JsonObject { ["accessKey"] = null, ["apiKeyId"] = isHttpApi ? null : "key-1", ["sourceIp"] = "192.0.2.1", ["user"] = null, ["userAgent"] = "agent", ["userArn"] = null },
            ["path"] = isHttpApi ? Path : "/live" + Path,
            ["protocol"] = "HTTP/1.1",
            ["requestId"] = "request-1",
            ["resourcePath"] = Route,
            ["stage"] = isHttpApi ? "$default" : "live",
        };
        if (isHttpApi)
            context["authorizer"] = new JsonObject { ["claims"] = null, ["scopes"] = null };
        if (Claims.Length > 0)
            context["authorizer"] = new JsonObject { ["claims"] = Texts(Claims) };
        if (AuthorizerContext.Length > 0)
        {
            var values = Values();
            values["principalId"] ??= "someone";
            values["integrationLatency"] = 7;
            context["authorizer"] = values;
        }

        var json = new JsonObject();
        if (isHttpApi)
            json["version"] = "1.0";
        json["resource"] = Route;
        json["path"] = Path;
        json["httpMethod"] = Method;
        json["headers"] = Last(headers);
        json["multiValueHeaders"] = All(headers.GroupBy(static h => h.Name, static h => h.Value));
        json["queryStringParameters"] = Query.Length == 0 ? null : new JsonObject(Pairs(decode: true).Select(static g => KeyValuePair.Create(g.Key, (JsonNode?)g.Last())));
        json["multiValueQueryStringParameters"] = Query.Length == 0 ? null : All(Pairs(decode: true));
        json["requestContext"] = context;
        json["pathParameters"] = Variables.Length == 0 ? null : Texts(Variables);
        json["stageVariables"] = StageVariables.Length == 0 ? null : Texts(StageVariables);
        json["body"] = Body;
        json["isBase64Encoded"] = IsBase64;
        return json;
    }

    private JsonObject LoadBalancer(bool isMulti)
    {
        (string Name, string Value)[] headers =
        [
            .. Headers.Select(static h => (h.Name.ToLowerInvariant(), h.Value)),
            ("user-agent", "agent"),
            ("x-forwarded-for", "203.0.113.9, 192.0.2.1"),
            .. Cookies.Length == 0 ? [] : new[] { ("cookie", string.Join("; ", Cookies)) },
        ];
        var json = new JsonObject
        {
            ["requestContext"] = new JsonObject { ["elb"] = new JsonObject { ["targetGroupArn"] = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/1" } },
            ["httpMethod"] = Method,
            ["path"] = Path,
        };
        if (isMulti)
        {
            json["multiValueQueryStringParameters"] = All(Pairs(decode: false));
            json["multiValueHeaders"] = All(headers.GroupBy(static h => h.Name, static h => h.Value));
        }
        else
        {
            json["queryStringParameters"] = new JsonObject(Pairs(decode: false).Select(static g => KeyValuePair.Create(g.Key, (JsonNode?)g.Last())));
            json["headers"] = Last(headers);
        }

        json["body"] = Body ?? "";
        json["isBase64Encoded"] = IsBase64;
        return json;
    }

    private IEnumerable<IGrouping<string, string>> Pairs(bool decode) => Query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static p => p.Split('=', 2))
        .Select(p => (Key: decode ? Decoded(p[0]) : p[0], Value: decode ? Decoded(p[1]) : p[1]))
        .GroupBy(static p => p.Key, static p => p.Value);

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static JsonObject Last((string Name, string Value)[] values)
    {
        var json = new JsonObject();
        foreach (var (name, value) in values)
            json[name] = value;
        return json;
    }

    private static JsonObject All(IEnumerable<IGrouping<string, string>> groups) =>
        new(groups.Select(static g => KeyValuePair.Create(g.Key, (JsonNode?)new JsonArray([.. g.Select(static v => (JsonNode)v!)]))));

    private static JsonObject Texts((string Name, string Value)[] values) => Last(values);

    private JsonObject Values() => new(AuthorizerContext.Select(static v => KeyValuePair.Create(v.Name, (JsonNode?)v.Value.DeepClone())));
}
