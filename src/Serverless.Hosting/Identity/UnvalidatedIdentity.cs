using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Serverless.Runtime;

namespace Serverless.Hosting;

/// <summary>
/// Believes what a request says of itself: claims of any token, signed or not, and any access key or `X-Local-User`. Expiry, issuer and
/// audience are compared where the token names them, so that the usual mistakes show; nothing is proved by that.
/// </summary>
internal sealed class UnvalidatedIdentity(TimeProvider time) : ILocalIdentity
{
    /// <summary>Names an IAM user where nobody signs requests.</summary>
    public const string UserHeader = "X-Local-User";

    public ValueTask<LocalCaller?> IdentifyAsync(LocalIdentityRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult(request.Kind == LocalIdentityKind.Iam ? Signer(request) : Bearer(request));

    private static LocalCaller? Signer(LocalIdentityRequest request)
    {
        var headers = request.Context.Request.Headers;
        if (headers[UserHeader] is [{ Length: > 0 } user, ..])
            return new LocalCaller { UserArn = "arn:aws:iam::000000000000:user/" + user, UserId = user, AccessKey = "local" };
        var key = AccessKey(headers.Authorization.ToString()) ?? AccessKeyOfQuery(request.Context.Request.Query["X-Amz-Credential"].ToString());
        return key is null ? null : new LocalCaller { UserArn = "arn:aws:iam::000000000000:user/" + key, UserId = key, AccessKey = key };
    }

    /// <summary>`AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/execute-api/aws4_request, …`.</summary>
    private static string? AccessKey(string authorization)
    {
        const string Start = "Credential=";
        var at = authorization.StartsWith("AWS4-", StringComparison.Ordinal) ? authorization.IndexOf(Start, StringComparison.Ordinal) : -1;
        return at < 0 ? null : AccessKeyOfQuery(authorization[(at + Start.Length)..]);
    }

    private static string? AccessKeyOfQuery(string credential)
    {
        var slash = credential.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 ? credential[..slash] : null;
    }

    private LocalCaller? Bearer(LocalIdentityRequest request)
    {
        if (request.Token is not { Length: > 0 } token)
            return null;
        if (Payload(token) is not { } payload)
            return Refuse(request, "it is no JSON Web Token");
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (Number(payload, "exp") is { } expires && expires <= now)
            return Refuse(request, "it has expired");
        if (Number(payload, "nbf") is { } begins && begins > now)
            return Refuse(request, "it is not valid yet");
        if (request.Issuer is { } issuer && IsKnown(issuer) && Text(payload, "iss") is { } tokenIssuer && tokenIssuer.TrimEnd('/') != issuer.TrimEnd('/'))
            return Refuse(request, $"its issuer is '{tokenIssuer}', not '{issuer}'");
        if (Audiences(payload) is { Count: > 0 } audiences && request.Audience.Count > 0 && request.Audience.All(IsKnown) && !audiences.Any(a => request.Audience.Contains(a, StringComparer.Ordinal)))
            return Refuse(request, $"its audience is '{string.Join(' ', audiences)}', not '{string.Join("' or '", request.Audience)}'");
        return new LocalCaller { Claims = Claims(payload), Scopes = Scopes(payload) };
    }

    /// <summary>A reference to another resource has its value in a deployment only.</summary>
    private static bool IsKnown(string value) => !value.StartsWith('@') && !value.Contains("${", StringComparison.Ordinal);

    private static LocalCaller? Refuse(LocalIdentityRequest request, string why)
    {
        FunctionLog.Write(FunctionLogLevel.Warning, $"The token for authorizer {request.Authorizer} is refused: {why}");
        return null;
    }

    private static JsonElement? Payload(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
            return null;
        var text = parts[1].Replace('-', '+').Replace('_', '/');
        text = text.PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[text.Length];
        if (Base64.DecodeFromUtf8(Encoding.UTF8.GetBytes(text), bytes, out _, out var length) != System.Buffers.OperationStatus.Done)
            return null;
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static double? Number(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> Audiences(JsonElement payload)
    {
        var audiences = new List<string>();
        if (payload.TryGetProperty("aud", out var aud))
            audiences.AddRange(Texts(aud));
        if (Text(payload, "client_id") is { } client)
            audiences.Add(client);
        return audiences;
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().Where(static v => v.ValueKind == JsonValueKind.String).Select(static v => v.GetString()!),
        _ => [],
    };

    private static string[] Scopes(JsonElement payload)
    {
        if (!payload.TryGetProperty("scope", out var scope) && !payload.TryGetProperty("scp", out scope))
            return [];
        return [.. Texts(scope).SelectMany(static s => s.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    /// <summary>API Gateway passes every claim as text: numbers in digits, lists as `[a b]`.</summary>
    private static Dictionary<string, string> Claims(JsonElement payload)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in payload.EnumerateObject())
        {
            claims[claim.Name] = claim.Value.ValueKind switch
            {
                JsonValueKind.String => claim.Value.GetString()!,
                JsonValueKind.Array => "[" + string.Join(' ', claim.Value.EnumerateArray().Select(static v => v.ValueKind == JsonValueKind.String ? v.GetString() : v.GetRawText())) + "]",
                _ => claim.Value.GetRawText(),
            };
        }

        return claims;
    }
}
