using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Serverless.Hosting.Gateway;

/// <summary>
/// Writes payload 1.0, the event of REST APIs and of HTTP API routes that ask for it: names as sent, one map of last values and one of
/// all, null for what a request does not have. Only the HTTP API says a `version`.
/// </summary>
internal static class ProxyEvent
{
    /// <summary>Facts about the caller that a REST event always names, null when unknown, in API Gateway's order.</summary>
    private static readonly string[] IdentityBeforeAddress = ["cognitoIdentityPoolId", "accountId", "cognitoIdentityId", "caller"];

    public static void Write(IBufferWriter<byte> output, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        using var json = new Utf8JsonWriter(output, EventParts.Options);
        json.WriteStartObject();
        if (request.Api.Door != FrontDoor.RestApi)
            json.WriteString("version"u8, "1.0"u8);
        WriteRequest(json, request, body.Length);
        WriteBody(json, request, body);
        json.WriteEndObject();
    }

    /// <summary>What a Lambda authorizer of a REST API is asked with: the request without its body.</summary>
    public static void WriteForAuthorizer(Utf8JsonWriter json, GatewayRequest request) => WriteRequest(json, request, null);

    private static void WriteRequest(Utf8JsonWriter json, GatewayRequest request, int? bodyLength)
    {
        json.WriteString("resource"u8, EventParts.Resource(request.Route));
        json.WriteString("path"u8, request.Api.Door == FrontDoor.RestApi ? request.DecodedPath : request.PathWithStage);
        json.WriteString("httpMethod"u8, request.Http.Request.Method);
        EventParts.WriteHeaderMaps(json, request.Http, bodyLength);
        EventParts.WriteQueryMaps(json, request.Query);
        EventParts.WriteStringsOrNull(json, "pathParameters", request.Variables);
        EventParts.WriteStringsOrNull(json, "stageVariables", request.Api.StageVariables);
        WriteContext(json, request);
    }

    private static void WriteContext(Utf8JsonWriter json, GatewayRequest request)
    {
        var http = request.Http.Request;
        json.WriteStartObject("requestContext"u8);
        json.WriteString("resourceId"u8, "local"u8);
        if (request.Caller is { } caller && caller.HasFormat1)
        {
            json.WriteStartObject("authorizer"u8);
            caller.WriteFormat1(json, request.Api.Door == FrontDoor.RestApi);
            json.WriteEndObject();
        }

        json.WriteString("resourcePath"u8, EventParts.Resource(request.Route));
        json.WriteString("httpMethod"u8, http.Method);
        json.WriteString("extendedRequestId"u8, request.ExtendedRequestId);
        json.WriteString("requestTime"u8, EventParts.Time(request.Time));
        json.WriteString("path"u8, request.PathWithStage);
        json.WriteString("accountId"u8, EventParts.Account);
        json.WriteString("protocol"u8, http.Protocol);
        json.WriteString("stage"u8, request.Api.Stage);
        json.WriteString("domainPrefix"u8, http.Host.Host.Split('.')[0]);
        json.WriteNumber("requestTimeEpoch"u8, request.Time.ToUnixTimeMilliseconds());
        json.WriteString("requestId"u8, request.RequestId);
        WriteIdentity(json, request);
        json.WriteString("domainName"u8, http.Host.Host);
        json.WriteString("apiId"u8, request.Api.Id);
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, GatewayRequest request)
    {
        var iam = request.Caller?.Iam;
        json.WriteStartObject("identity"u8);
        foreach (var name in IdentityBeforeAddress)
            json.WriteString(name, iam is null ? null : name switch { "accountId" => iam.AccountId, "caller" => iam.UserId, _ => null });
        if (request.ApiKey is { } key)
        {
            json.WriteString("apiKey"u8, key);
            json.WriteString("apiKeyId"u8, "local"u8);
        }

        json.WriteString("sourceIp"u8, request.SourceIp);
        json.WriteNull("principalOrgId"u8);
        json.WriteString("accessKey"u8, iam?.AccessKey);
        json.WriteNull("cognitoAuthenticationType"u8);
        json.WriteNull("cognitoAuthenticationProvider"u8);
        json.WriteString("userArn"u8, iam?.UserArn);
        json.WriteString("userAgent"u8, request.Header("User-Agent"));
        json.WriteString("user"u8, iam?.UserId);
        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, GatewayRequest request, ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            json.WriteNull("body"u8);
            json.WriteBoolean("isBase64Encoded"u8, false);
            return;
        }

        var isBase64 = request.Api.Door == FrontDoor.RestApi
            ? MediaTypes.Contains(request.Api.Description.BinaryMediaTypes, MediaTypes.Of(request.Http.Request.ContentType ?? "application/json"))
            : !EventParts.IsText(request.Http.Request, body);
        // What a REST API takes for text it passes on as text, even where the bytes are none.
        if (isBase64)
            json.WriteBase64String("body"u8, body);
        else
            json.WriteString("body"u8, Encoding.UTF8.GetString(body));
        json.WriteBoolean("isBase64Encoded"u8, isBase64);
    }
}
