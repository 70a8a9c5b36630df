using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Serverless.Analyzers.Tests.Handlers;

/// <summary>An event of an HTTP API as the service sends it (payload format 2.0).</summary>
internal sealed class RouteCall
{
    private readonly JsonObject _event;

    private RouteCall(string method, string path)
    {
        _event = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = method + " " + path,
            ["rawPath"] = path,
            ["rawQueryString"] = "",
            ["headers"] = new JsonObject { ["accept"] = "*/*", ["host"] = "api.example" },
            ["requestContext"] = new JsonObject
            {
                ["accountId"] = "123456789012",
                ["apiId"] = "api",
                ["http"] = new JsonObject { ["method"] = method, ["path"] = path, ["protocol"] = "HTTP/1.1", ["sourceIp"] = "192.0.2.1", ["userAgent"] = "test" },
                ["requestId"] = "request-1",
                ["stage"] = "$default",
            },
            ["isBase64Encoded"] = false,
        };
    }

    public byte[] Utf8 => Encoding.UTF8.GetBytes(_event.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

    public static RouteCall Get(string path, string query = "") => new RouteCall("GET", path).With("rawQueryString", query);

    public static RouteCall Of(string method, string path, string query = "") => new RouteCall(method, path).With("rawQueryString", query);

    public static RouteCall Post(string path, string body, string contentType = "application/json") =>
        new RouteCall("POST", path).With("body", body).Header("content-type", contentType);

    public static RouteCall PostBytes(string path, byte[] body, string contentType = "application/json") =>
        Post(path, Convert.ToBase64String(body), contentType).With("isBase64Encoded", true);

    public RouteCall Route(string name, string value) => Member("pathParameters", name, value);

    public RouteCall Header(string name, string value) => Member("headers", name, value);

    public RouteCall StageVariable(string name, string value) => Member("stageVariables", name, value);

    public RouteCall Cookies(params string[] cookies) => With("cookies", new JsonArray([.. cookies.Select(static c => (JsonNode)c!)]));

    public RouteCall Authorizer(JsonNode authorizer)
    {
        ((JsonObject)_event["requestContext"]!)["authorizer"] = authorizer;
        return this;
    }

    public RouteCall Context(string name, JsonNode? value)
    {
        ((JsonObject)_event["requestContext"]!)[name] = value;
        return this;
    }

    public RouteCall With(string name, JsonNode? value)
    {
        _event[name] = value;
        return this;
    }

    private RouteCall Member(string part, string name, string value)
    {
        if (_event[part] is not JsonObject members)
            _event[part] = members = [];
        members[name] = value;
        return this;
    }
}
