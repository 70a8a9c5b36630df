using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Serverless.Hosting.Gateway;
using Serverless.Hosting.Invoking;
using Serverless.Runtime;

namespace Serverless.Hosting.Authorization;

/// <summary>
/// Asks the function that decides, with the event API Gateway would send, and keeps its decision as long as declared for equal identity
/// sources. A kept policy is evaluated anew for every call, so that it allows and denies by route as it does there.
/// </summary>
internal sealed class LambdaAuthorizer(FunctionCaller caller, IReadOnlyList<FunctionDescription> functions, TimeProvider time)
{
    private const int MostDecisions = 10_000;

    /// <summary>What API Gateway waits.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, FunctionDescription> _functions = functions.ToDictionary(static f => f.Id, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    private sealed record Kept(JsonElement? Answer, DateTimeOffset Until);

    public async ValueTask<Verdict> DecideAsync(GatewayRequest request, AuthorizerDescription authorizer)
    {
        var values = new string[authorizer.IdentitySources.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (request.Value(authorizer.IdentitySources[i]) is not { Length: > 0 } value)
                return new Verdict(VerdictKind.Unauthorized);
            values[i] = value;
        }

        var arn = MethodArn(request);
        if (authorizer.ResultTtlSeconds == 0)
            return Read(await AskAsync(request, authorizer, values, arn), request, arn);
        var key = Key(request.Api.Id, authorizer.Name, values);
        var now = time.GetUtcNow();
        if (_kept.TryGetValue(key, out var kept) && kept.Until > now)
            return Read(kept.Answer, request, arn);
        var answer = await AskAsync(request, authorizer, values, arn);
        if (answer is not null)
        {
            // Callers choose the keys, so what is kept has an end.
            if (_kept.Count >= MostDecisions)
                _kept.Clear();
            _kept[key] = new Kept(answer, now.AddSeconds(authorizer.ResultTtlSeconds));
        }

        return Read(answer, request, arn);
    }

    /// <summary>`arn:aws:execute-api:{region}:{account}:{api}/{stage}/{METHOD}/{path}`; a WebSocket API has its route key there.</summary>
    private static string MethodArn(GatewayRequest request)
    {
        var call = request.Api.Door == FrontDoor.WebSocketApi ? request.Route.Pattern.Key : request.Http.Request.Method + request.DecodedPath;
        return $"arn:aws:execute-api:local:{EventParts.Account}:{request.Api.Id}/{request.Api.Stage}/{call}";
    }

    /// <summary>Lengths keep apart what only together is equal.</summary>
    private static string Key(string api, string authorizer, string[] values)
    {
        var key = new StringBuilder(api).Append('/').Append(authorizer);
        foreach (var value in values)
            key.Append('/').Append(value.Length).Append(':').Append(value);
        return key.ToString();
    }

    /// <summary>Null when the function failed.</summary>
    private async Task<JsonElement?> AskAsync(GatewayRequest request, AuthorizerDescription authorizer, string[] values, string arn)
    {
        if (!_functions.TryGetValue(authorizer.Function, out var function))
        {
            FunctionLog.Write(FunctionLogLevel.Error, $"The authorizer {authorizer.Name} is the function {authorizer.Function}, which this program does not have.");
            return null;
        }

        var payload = new PooledBuffer();
        var answer = new PooledBuffer();
        WriteEvent(payload, request, values, arn);
        var invocation = new Invocation { RequestId = Guid.NewGuid().ToString(), InvokedFunctionArn = FunctionCaller.Arn(function) };
        var result = await caller.CallAsync(function, payload.Written, invocation, answer, Limit, request.Http.RequestAborted);
        if (result.Outcome == CallOutcome.TimedOut)
            return null;
        try
        {
            if (result.Exception is { Message: "Unauthorized" })
                return Unauthorized;
            if (result.Outcome == CallOutcome.Failed)
                return null;
            using var document = JsonDocument.Parse(answer.Written);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            FunctionLog.Write(FunctionLogLevel.Error, $"The authorizer {authorizer.Name} did not answer with JSON.");
            return null;
        }
        finally
        {
            payload.Dispose();
            answer.Dispose();
        }
    }

    /// <summary>A function that throws exactly this text refuses with 401, on every kind of API.</summary>
    private static JsonElement Unauthorized { get; } = JsonDocument.Parse("\"Unauthorized\"").RootElement;

    private static void WriteEvent(PooledBuffer payload, GatewayRequest request, string[] values, string arn)
    {
        using var json = new Utf8JsonWriter(payload, EventParts.Options);
        json.WriteStartObject();
        if (request.Api.Door is FrontDoor.HttpApi or FrontDoor.FunctionUrl)
        {
            json.WriteString("version"u8, "2.0"u8);
            json.WriteString("type"u8, "REQUEST"u8);
            json.WriteString("routeArn"u8, arn);
            EventParts.WriteArray(json, "identitySource", values);
            json.WriteString("routeKey"u8, request.Route.Pattern.Key);
            HttpApiEvent.WriteForAuthorizer(json, request);
        }
        else
        {
            json.WriteString("type"u8, "REQUEST"u8);
            json.WriteString("methodArn"u8, arn);
            if (request.Api.Door == FrontDoor.WebSocketApi)
                WebSockets.WebSocketEvent.WriteForAuthorizer(json, request);
            else
                ProxyEvent.WriteForAuthorizer(json, request);
        }

        json.WriteEndObject();
    }

    private static Verdict Read(JsonElement? answer, GatewayRequest request, string arn)
    {
        if (answer is { ValueKind: JsonValueKind.String } text && text.GetString() == "Unauthorized")
            return new Verdict(VerdictKind.Unauthorized);
        if (answer is not { ValueKind: JsonValueKind.Object } decision)
            return new Verdict(VerdictKind.Failed);
        decision.TryGetProperty("context", out var context);
        if (decision.TryGetProperty("isAuthorized", out var simple))
        {
            // Only HTTP APIs know the simple answer.
            if (request.Api.Door != FrontDoor.HttpApi || simple.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                return new Verdict(VerdictKind.Failed);
            return simple.ValueKind == JsonValueKind.True ? new Verdict(VerdictKind.Allowed, new AuthorizedCaller(null, context, null)) : new Verdict(VerdictKind.Forbidden);
        }

        if (!decision.TryGetProperty("policyDocument", out var policy) || !decision.TryGetProperty("principalId", out var principal) || principal.ValueKind != JsonValueKind.String || !IsFlat(context))
            return new Verdict(VerdictKind.Failed);
        if (!AccessPolicy.Allows(policy, arn))
            return new Verdict(VerdictKind.Denied);
        var key = decision.TryGetProperty("usageIdentifierKey", out var usage) && usage.ValueKind == JsonValueKind.String ? usage.GetString() : null;
        return new Verdict(VerdictKind.Allowed, new AuthorizedCaller(principal.GetString(), context, key));
    }

    /// <summary>A policy's context may hold text, numbers and booleans; lists and objects make API Gateway fail.</summary>
    private static bool IsFlat(JsonElement context) =>
        context.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (context.ValueKind == JsonValueKind.Object && context.EnumerateObject().All(static m => m.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)));
}
