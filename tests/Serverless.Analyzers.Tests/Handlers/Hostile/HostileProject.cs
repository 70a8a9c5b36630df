using System.Text;
using System.Text.Json.Nodes;
using Serverless.Analyzers.Tests.Handlers.Formats;

namespace Serverless.Analyzers.Tests.Handlers.Hostile;

/// <summary>
/// Handlers with every form of binding, and intact events for them from every front door. The handlers answer with numbers alone, so that
/// nothing of what was sent has a right to stand in an answer.
/// </summary>
internal static class HostileProject
{
    /// <summary>Stands in everything a client sends but the path, which problem documents name.</summary>
    public const string Canary = "cAnArY";

    private const string Source = """
        using Serverless;
        using Serverless.Http;
        using System.ComponentModel.DataAnnotations;
        using System.Numerics;
        using System.Security.Claims;
        using System.Text.Json.Serialization;

        namespace Fortress;

        public enum Size { Small, Medium, Large }
        [Flags] public enum Extras { None = 0, Milk = 1, Sugar = 2 }

        public readonly record struct Sku(string Text) : IParsable<Sku>
        {
            public static Sku Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var sku) ? sku : throw new FormatException();
            public static bool TryParse(string? s, IFormatProvider? provider, out Sku result) { result = new(s ?? ""); return s is { Length: 3 }; }
        }

        public sealed record Line([property: StringLength(20, MinimumLength = 1)] string Sku, [property: Range(1, 100)] int Quantity, decimal Price, Size Size, List<string>? Tags = null);
        public sealed record Address(string Street, string? Zip = null, Address? Former = null);
        public sealed record NewOrder(
            [property: MinLength(1), MaxLength(50)] Line[] Lines, [property: EmailAddress] string Email, Guid Key, DateTimeOffset At, DateOnly Day, TimeSpan? Wait, Address ShipTo,
            Dictionary<string, Line>? More = null, double Weight = 1, long Number = 0, byte[]? Blob = null, bool Gift = false, Uri? Link = null, int[][]? Grid = null, Extras Extras = Extras.None);
        public sealed record Period(DateOnly From, DateOnly To) : IValidatableObject
        {
            public IEnumerable<ValidationResult> Validate(ValidationContext context)
            {
                if (To < From)
                    yield return new ValidationResult("must not be before from", new[] { nameof(To) });
            }
        }
        public sealed record Page(int Skip, int Take = 20, [property: BindHeader("X-Tenant")] string? Tenant = null, [property: RegularExpression("[a-z]{1,20}")] string? Word = null);
        public sealed record Message(string Action, string Text, int[]? Numbers = null);

        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
        [JsonSerializable(typeof(NewOrder)), JsonSerializable(typeof(Period)), JsonSerializable(typeof(Page)), JsonSerializable(typeof(Message))]
        [JsonSerializable(typeof(List<Line>)), JsonSerializable(typeof(int)), JsonSerializable(typeof(string))]
        internal sealed partial class FortressJson : JsonSerializerContext;

        public sealed class Gate
        {
            [HttpRoute("GET /typed/{id}/{rest+}")]
            public static int Get(
                Guid id, string rest, int take, Size? size, DateOnly? day, decimal price = 1.5m, DateTimeOffset? at = null, DateTime? when = null, TimeOnly? hour = null, Sku? sku = null,
                bool loud = false, char? mark = null, TimeSpan? wait = null, Uri? link = null, string? text = null, int[]? ids = null, List<Size>? sizes = null, double? ratio = null,
                byte small = 1, ulong big = 0, BigInteger? huge = null, [StringLength(40)] string? word = null, [RegularExpression("[a-z]+")] string? pattern = null,
                [BindHeader("X-Key")] string? key = null, [BindHeader("x-tags")] string[]? tags = null, [BindHeader("x-numbers")] List<int>? numbers = null,
                [BindCookie] string? session = null, [BindCookie("many")] int? many = null, [BindClaim("sub")] string? who = null, [BindStageVariable] string? color = null, [BindAuthorizer("tier")] int? tier = null) =>
                rest.Length + (ids?.Length ?? 0) + (sizes?.Count ?? 0) + (tags?.Length ?? 0);

            [HttpRoute("GET /all/{id}")]
            public static int All(RouteRequest request, ClaimsPrincipal user, string id) =>
                id.Length + request.Method.Length + request.Path.Length + (request.SourceIp ?? "").Length + (request.UserAgent ?? "").Length + (request.RequestId ?? "").Length + (request.Stage ?? "").Length
                + request.Query("a").Count + (request.Header("x-key") ?? "").Length + request.Headers("x-tags").Count + (request.Cookie("session") ?? "").Length
                + (request.RouteValue("id") ?? "").Length + (request.StageVariable("color") ?? "").Length + user.Claims.Count() + (user.Identity!.Name ?? "").Length + (user.IsInRole("staff") ? 1 : 0);

            [HttpRoute("PUT /pages/{skip}")]
            public static int Paged([BindQuery] Page page, Period? body) => page.Take;

            [HttpRoute("POST /orders", StatusCode = 201)]
            public static int Post(NewOrder order) => order.Lines.Length + (order.More?.Count ?? 0);

            [HttpRoute("POST /lines")]
            public static int Lines(List<Line>? lines, [BindHeader("X-Key")] string? key = null) => lines?.Count ?? -1;

            [HttpRoute("POST /period")]
            public static int SavePeriod(Period period) => 1;

            [HttpRoute("POST /text")]
            public static int Text([BindBody] string? text) => text?.Length ?? -1;

            [HttpRoute("POST /bytes")]
            public static int Bytes(byte[] body) => body.Length;

            [HttpRoute("POST /stream")]
            public static long Raw(Stream body) => body.Length;

            [HttpRoute("POST /form")]
            public static int Form([BindForm] string name, [BindForm("how-many")] int count, [BindForm] int[]? ids, UploadedFile? photo, UploadedFile[]? more, [BindForm] bool agreed = false) =>
                (ids?.Length ?? 0) + (photo?.Length ?? 0) + (more?.Length ?? 0);

            [HttpRoute("POST /streamed/{id}", Streaming = true), LambdaUrl(Auth = LambdaUrlAuth.None, Streaming = true)]
            public static HttpReply Streamed(int id, Line line, int take = 1) => HttpReply.Stream(static (stream, _) => { stream.Write("1,2"u8); return Task.CompletedTask; }, "text/csv");
        }

        [ServerlessFunction("Router")]
        public sealed class Routed
        {
            [HttpRoute("GET /things")] public static int List(int page = 1) => 1;
            [HttpRoute("GET /things/{id}")] public static int One(int id) => 2;
            [HttpRoute("POST /things")] public static int Add(Line line) => 3;
            [HttpRoute("ANY /files/{path+}")] public static int File(string path) => path.Length;
        }

        [ServerlessWebSocketApi]
        public sealed class Chat
        {
            [WebSocketRoute("$connect")] public static int Connect(string? token, [BindHeader("X-Key")] string? key = null) => 200;
            [WebSocketRoute("send")] public static int Send(Message message) => message.Text.Length;
            [WebSocketRoute("$default")] public static void Other() { }
            [LambdaAuthorizer] public static bool May([BindHeader("X-Key")] string key, [BindQuery] string? shop, int level = 1) => key.Length == level;
        }
        """;

    private const string Order = """
        {"lines":[{"sku":"cAnArY-1","quantity":2,"price":1.5,"size":"Small","tags":["cAnArY","b"]},{"sku":"b2","quantity":3,"price":20,"size":"Large"}],"email":"cAnArY@example.com",
        "key":"0f8fad5b-d9cb-469f-a165-70867728950e","at":"2026-01-31T12:00:00Z","day":"2026-01-31","wait":"01:00:00","shipTo":{"street":"cAnArY street","zip":"1","former":{"street":"x"}},
        "more":{"cAnArYkey":{"sku":"c3","quantity":1,"price":1,"size":"Medium"}},"weight":1.25e2,"number":9007199254740993,"blob":"AAEC","gift":true,"link":"https://example.com/cAnArY","grid":[[1,2],[3]],"extras":"Milk, Sugar","cAnArYunknown":"cAnArY"}
        """;

    private const string Multipart =
        "preamble\r\n--X y\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\ncAnArY\r\n--X y\r\nContent-Disposition: form-data; name=\"how-many\"\r\n\r\n3\r\n--X y\r\n"
        + "content-disposition: form-data; name=\"photo\"; filename=\"..\\cAnArY.png\"\r\nContent-Type: image/png\r\n\r\n\r\n--Xcanary\r\n--X y  \r\nContent-Disposition: form-data; name=more; filename=\"a\"\r\n\r\nb\r\n--X y--\r\n";

    private static readonly Lazy<CompiledHandlers> Compiled = new(static () => CompiledHandlers.Of(Source));

    private static readonly (string Name, string Value)[] Headers =
        [("X-Key", "cAnArY"), ("x-tags", "a, cAnArY ,c"), ("x-numbers", "1,2"), ("x-numbers", "3"), ("X-Tenant", "cAnArY"), ("Accept", "*/*"), ("Host", "api.example")];

    public static CompiledHandlers Handlers => Compiled.Value;

    /// <summary>Function and intact event.</summary>
    public static IReadOnlyList<HostileEvent> Events { get; } = [.. All()];

    private static IEnumerable<HostileEvent> All()
    {
        foreach (var shape in Enum.GetValues<EventShape>())
        {
            yield return Http("GateGet", shape, new ShapedRequest("GET", "/typed/{id}/{rest+}", "/typed/0f8fad5b-d9cb-469f-a165-70867728950e/a/b%20c")
            {
                Query = "take=7&size=small&day=2026-01-31&price=12.5&at=2026-01-31T12%3A00%3A00Z&when=2026-01-31&hour=12%3A00&sku=abc&loud=true&mark=x&wait=01%3A00&link=https%3A%2F%2Fa.example%2F"
                    + "&text=cAnArY%C3%A9+x&ids=1&ids=2&sizes=Small&sizes=Large&ratio=1e3&small=255&big=18446744073709551615&huge=123456789012345678901234567890&word=cAnArY&pattern=abc",
                Headers = Headers,
                Cookies = ["session=cAnArY", "many=5", "quoted=\"cAnArY\""],
                Variables = [("id", "0f8fad5b-d9cb-469f-a165-70867728950e"), ("rest", "a/b c")],
                StageVariables = [("color", "cAnArY")],
                Claims = [("sub", "cAnArY"), ("cognito:groups", "[staff cAnArY]")],
            });
            yield return Http("GateAll", shape, new ShapedRequest("GET", "/all/{id}", "/all/7")
            {
                Query = "a=1&a=cAnArY&b=",
                Headers = Headers,
                Cookies = ["session=cAnArY"],
                Variables = [("id", "cAnArY")],
                StageVariables = [("color", "cAnArY")],
                AuthorizerContext = [("tier", 3), ("plan", "cAnArY")],
            });
            yield return Http("GatePaged", shape, new ShapedRequest("PUT", "/pages/{skip}", "/pages/3")
            {
                Query = "take=5&word=abc",
                Headers = [.. Headers, ("Content-Type", "application/json")],
                Variables = [("skip", "3")],
                Body = """{"from":"2026-01-31","to":"2026-02-28"}""",
            });
            yield return Body("GatePost", shape, "/orders", Order, "application/json");
            yield return Body("GatePost", shape, "/orders", Order, "application/vnd.shop+json; charset=utf-8", isBase64: true);
            yield return Body("GateLines", shape, "/lines", """[{"sku":"cAnArY","quantity":2,"price":1.5,"size":"Small"}]""", "application/json");
            yield return Body("GateSavePeriod", shape, "/period", """{"from":"2026-01-31","to":"2026-02-28"}""", "application/json");
            yield return Body("GateText", shape, "/text", "cAnArY tëxt", "text/plain");
            yield return Body("GateBytes", shape, "/bytes", "cAnArY bytes", "application/octet-stream", isBase64: true);
            yield return Body("GateRaw", shape, "/stream", "cAnArY bytes", "application/octet-stream", isBase64: true);
            yield return Body("GateForm", shape, "/form", "name=cAnArY+%C3%A9&how-many=3&ids=1&ids=2&agreed=true", "application/x-www-form-urlencoded");
            yield return Body("GateForm", shape, "/form", Multipart, "multipart/form-data; boundary=\"X y\"", isBase64: true);
            yield return Http("GateStreamed", shape, new ShapedRequest("POST", "/streamed/{id}", "/streamed/7")
            {
                Query = "take=5",
                Headers = [.. Headers, ("Content-Type", "application/json")],
                Variables = [("id", "7")],
                Body = """{"sku":"cAnArY","quantity":2,"price":1.5,"size":"Small"}""",
            });
            yield return Http("Router", shape, new ShapedRequest("GET", "/things/{id}", "/things/7") { Headers = Headers, Variables = [("id", "7")] });
            yield return Http("Router", shape, new ShapedRequest("GET", "/files/{path+}", "/files/a/../b%2Fc") { Headers = Headers, Variables = [("path", "a/../b/c")] });
            yield return Body("Router", shape, "/things", """{"sku":"cAnArY","quantity":2,"price":1.5,"size":"Small"}""", "application/json");
        }

        yield return WebSocket("ChatConnect", "$connect", "CONNECT", null);
        yield return WebSocket("ChatSend", "send", "MESSAGE", """{"action":"send","text":"cAnArY","numbers":[1,2],"cAnArYunknown":1}""");
        yield return WebSocket("ChatOther", "$default", "MESSAGE", "cAnArY");
        yield return Authorizer("""
            {"version":"2.0","type":"REQUEST","routeArn":"arn:aws:execute-api:eu-central-1:123456789012:api/live/GET/orders","identitySource":["cAnArY"],"routeKey":"GET /orders","rawPath":"/orders",
            "rawQueryString":"shop=cAnArY&level=6","headers":{"x-key":"cAnArY"},"queryStringParameters":{"shop":"cAnArY","level":"6"},"requestContext":{"apiId":"api","http":{"method":"GET","path":"/orders","sourceIp":"192.0.2.1"},"requestId":"r","stage":"live"}}
            """);
        yield return Authorizer("""
            {"type":"REQUEST","methodArn":"arn:aws:execute-api:eu-central-1:123456789012:api/live/GET/orders","resource":"/orders","path":"/orders","httpMethod":"GET","headers":{"X-Key":"cAnArY"},"multiValueHeaders":{"X-Key":["cAnArY"]},
            "queryStringParameters":{"shop":"cAnArY","level":"6"},"multiValueQueryStringParameters":{"shop":["cAnArY"],"level":["6"]},"pathParameters":{},"stageVariables":{},"requestContext":{"accountId":"1","apiId":"api","httpMethod":"GET","identity":{"sourceIp":"192.0.2.1"},"path":"/orders","requestId":"r","stage":"live"}}
            """);
        yield return Authorizer("""{"type":"TOKEN","authorizationToken":"cAnArY","methodArn":"arn:aws:execute-api:eu-central-1:123456789012:api/live/GET/orders"}""");
    }

    private static HostileEvent Http(string function, EventShape shape, ShapedRequest request) => new(function, shape.ToString(), request.As(shape), request.Body is { } body && !request.IsBase64 ? body : null);

    private static HostileEvent Body(string function, EventShape shape, string path, string body, string contentType, bool isBase64 = false) =>
        Http(function, shape, new ShapedRequest("POST", path, path)
        {
            Headers = [.. Headers, ("Content-Type", contentType)],
            Body = isBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(body)) : body,
            IsBase64 = isBase64,
        }) with { Inner = body };

    private static HostileEvent WebSocket(string function, string routeKey, string eventType, string? body)
    {
        var context = new JsonObject
        {
            ["routeKey"] = routeKey, ["eventType"] = eventType, ["connectionId"] = "c1", ["connectedAt"] = 1583348638390, ["requestId"] = "r", ["extendedRequestId"] = "x",
            ["domainName"] = "x.example", ["stage"] = "live", ["apiId"] = "api", ["messageDirection"] = "IN", ["identity"] = new JsonObject { ["sourceIp"] = "192.0.2.1" },
        };
        var json = new JsonObject { ["requestContext"] = context, ["isBase64Encoded"] = false };
        if (body is not null)
        {
            context["messageId"] = "m1";
            json["body"] = body;
        }
        else
        {
            json["headers"] = new JsonObject { ["X-Key"] = Canary };
            json["multiValueHeaders"] = new JsonObject { ["X-Key"] = new JsonArray(Canary) };
            json["queryStringParameters"] = new JsonObject { ["token"] = Canary };
            json["multiValueQueryStringParameters"] = new JsonObject { ["token"] = new JsonArray(Canary) };
        }

        return new(function, "WebSocket", Encoding.UTF8.GetBytes(json.ToJsonString()), body);
    }

    private static HostileEvent Authorizer(string json) => new("ChatMay", "Authorizer", Encoding.UTF8.GetBytes(json), null);
}

/// <summary>An intact event.</summary>
/// <param name="Function">Who is asked.</param>
/// <param name="Shape">The front door.</param>
/// <param name="Utf8">The event.</param>
/// <param name="Inner">The body before it was escaped or encoded; null when there is none.</param>
internal sealed record HostileEvent(string Function, string Shape, byte[] Utf8, string? Inner);
