using System.Buffers;
using System.Text;
using System.Text.Json;
using Serverless.Http;
using Serverless.Runtime;

namespace Serverless.Tests;

/// <summary>Events of every format with random damage: whatever is read from them, nothing throws and every answer is one JSON object.</summary>
public sealed class DamagedEventTests
{
    private static readonly string[] Events =
    [
        """{"version":"2.0","routeKey":"$default","rawPath":"/a/%7","rawQueryString":"x=1&y=%20","cookies":["a=1"],"headers":{"content-type":"application/x-www-form-urlencoded","a":"b"},"requestContext":{"domainName":"x","authorizer":{"jwt":{"claims":{"sub":"me","g":"[a b]"}}},"http":{"method":"POST","sourceIp":"1"}},"body":"x=1&y=2","isBase64Encoded":false}""",
        """{"resource":"/a/{x}","path":"/a/7","httpMethod":"POST","headers":{"Cookie":"a=1; b=\"2\""},"multiValueHeaders":{"Cookie":["a=1; b=\"2\""],"Content-Type":["multipart/form-data; boundary=b"],"x":["1","2"]},"queryStringParameters":{"x":"1"},"multiValueQueryStringParameters":{"x":["1","2"]},"requestContext":{"path":"/live/a/7","identity":{"sourceIp":"1","userArn":"arn"},"authorizer":{"principalId":"me","x":"1"}},"pathParameters":{"x":"7"},"body":"--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"a\\\"b\"\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b--","isBase64Encoded":false}""",
        """{"requestContext":{"elb":{"targetGroupArn":"arn"}},"httpMethod":"GET","path":"/a/%C3%A9","multiValueQueryStringParameters":{"x%20y":["%31","2"]},"multiValueHeaders":{"x-forwarded-for":["1, 2"],"cookie":["a=1"]},"body":"","isBase64Encoded":false}""",
        """{"requestContext":{"routeKey":"a","eventType":"MESSAGE","connectionId":"abc=","connectedAt":1795860000000,"identity":{"sourceIp":"1"},"authorizer":{"principalId":"me"}},"body":"{\"x\":1}","isBase64Encoded":false}""",
        """{"type":"TOKEN","methodArn":"arn:aws:execute-api:r:1:api/live/GET/a","authorizationToken":"Bearer x"}""",
    ];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_damage_never_throws(int index)
    {
        var random = new Random(4711 + index);
        var intact = Encoding.UTF8.GetBytes(Events[index]);
        for (var i = 0; i < 20_000; i++)
        {
            var damaged = intact.ToArray();
            for (var n = random.Next(0, 5); n > 0; n--)
                damaged[random.Next(damaged.Length)] = random.Next(4) == 0 ? (byte)"{}[]\",:\\;=%&-\r\n"[random.Next(15)] : (byte)random.Next(256);
            var length = random.Next(4) == 0 ? random.Next(damaged.Length) : damaged.Length;
            Read(damaged.AsMemory(0, length));
        }
    }

    private static void Read(ReadOnlyMemory<byte> payload)
    {
        var invocation = new Invocation { RequestId = "r" };
        var response = new ArrayBufferWriter<byte>();
        var request = new RouteEvent(payload);
        if (!request.IsReadable)
        {
            Problems.Write(ReplyTarget.Of(response, payload), payload, invocation, 400);
            Decisions.Write(response, payload, null);
            return;
        }

        if (request.IsUnrouted && !request.TryRoute(["GET /a/{x}", "POST /b/{x+}"]))
            Problems.NotRouted(new ReplyTarget(response, in request), payload, invocation, in request, ["GET /a/{x}", "POST /b/{x+}"]);
        var wrapped = new RouteRequest(in request, invocation);
        _ = (wrapped.Method, wrapped.Path, wrapped.RouteKey, wrapped.SourceIp, wrapped.UserAgent, wrapped.Stage, wrapped.ApiKeyId, wrapped.Body.Length, wrapped.User.Identity!.Name);
        _ = (wrapped.Header("x"), wrapped.Headers("a"), wrapped.Query("x"), wrapped.Query("x y"), wrapped.Cookie("a"), wrapped.Cookie("b"), wrapped.RouteValue("x"), wrapped.StageVariable("x"));
        var connection = new WebSocketConnection(in request, invocation);
        _ = (connection.ConnectionId, connection.EventType, connection.ConnectedAt, connection.DisconnectStatusCode, connection.MessageId);

        var faults = default(RequestFaults);
        var number = Bind.Optional<int, WholeNumberParser<int>>(request.Query("x"), RequestPart.Query, "x", 0, ref faults)
            + Bind.Optional<int, WholeNumberParser<int>>(request.AuthorizerContext("x"), RequestPart.Context, "x", 0, ref faults)
            + Bind.Optional<int, WholeNumberParser<int>>(request.Claim("sub"), RequestPart.Context, "sub", 0, ref faults);
        var form = FormBody.Read(in request, out var refused, ref faults);
        _ = (form.Value("x").Decode(), form.All("x")?.Count, form.File("x")?.FileName, number, refused);
        response.Clear();
        Problems.Refused(new ReplyTarget(response, in request), payload, invocation, in faults);
        using (JsonDocument.Parse(response.WrittenMemory))
            response.Clear();
        Decisions.Write(response, payload, AuthorizerDecision.Allow("me", ("a", "b")));
        JsonDocument.Parse(response.WrittenMemory).Dispose();
    }
}
