using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// Writes what an authorizer decided in the form that the event asks for: yes or no for the second format of HTTP APIs, an IAM
/// policy for everyone else. Whatever goes wrong is a no.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Decisions
{
    /// <summary>A policy needs a principal; an authorizer that only says yes names none.</summary>
    private const string Someone = "user";

    /// <summary>Yes or no.</summary>
    public static void Write(IBufferWriter<byte> response, ReadOnlyMemory<byte> payload, bool isAllowed) =>
        Write(response, payload, isAllowed ? AuthorizerDecision.Allow(Someone) : null);

    /// <summary>A decision; null is a no.</summary>
    public static void Write(IBufferWriter<byte> response, ReadOnlyMemory<byte> payload, AuthorizerDecision? decision)
    {
        using var json = new Utf8JsonWriter(response);
        json.WriteStartObject();
        if (MethodArn(payload) is { } arn)
            Policy(json, decision, arn);
        else
            Simple(json, decision);
        json.WriteEndObject();
    }

    /// <summary>The request does not have what the authorizer asks for. What is wrong goes to the log, without the values.</summary>
    public static void Refused(IBufferWriter<byte> response, ReadOnlyMemory<byte> payload, Invocation invocation, in RequestFaults faults)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        FunctionLog.Write(FunctionLogLevel.Information, "Denied: " + FaultText.Of(faults), invocation.RequestId);
        Write(response, payload, null);
    }

    /// <summary>The authorizer failed.</summary>
    public static void Failed(IBufferWriter<byte> response, ReadOnlyMemory<byte> payload, Invocation invocation, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        FunctionLog.Write(FunctionLogLevel.Error, "Denied: the authorizer failed.", invocation.RequestId, exception);
        Write(response, payload, null);
    }

    private static void Simple(Utf8JsonWriter json, AuthorizerDecision? decision)
    {
        json.WriteBoolean("isAuthorized"u8, decision is { IsAllowed: true });
        if (decision is not { IsAllowed: true })
            return;

        // A policy has the principal beside the context; here it joins it, so that routes find it in both formats.
        json.WriteStartObject("context"u8);
        json.WriteString("principalId"u8, decision.Principal);
        Members(json, decision);
        json.WriteEndObject();
    }

    private static void Policy(Utf8JsonWriter json, AuthorizerDecision? decision, string methodArn)
    {
        var isAllowed = decision is { IsAllowed: true };
        json.WriteString("principalId"u8, isAllowed ? decision!.Principal : Someone);
        json.WriteStartObject("policyDocument"u8);
        json.WriteString("Version"u8, "2012-10-17"u8);
        json.WriteStartArray("Statement"u8);
        json.WriteStartObject();
        json.WriteString("Action"u8, "execute-api:Invoke"u8);
        json.WriteString("Effect"u8, isAllowed ? "Allow"u8 : "Deny"u8);
        json.WriteString("Resource"u8, WholeStage(methodArn));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        if (!isAllowed)
            return;
        if (decision!.Context.Count > 0)
        {
            json.WriteStartObject("context"u8);
            Members(json, decision);
            json.WriteEndObject();
        }

        if (decision.ApiKey is { } key)
            json.WriteString("usageIdentifierKey"u8, key);
    }

    private static void Members(Utf8JsonWriter json, AuthorizerDecision decision)
    {
        foreach (var (key, value) in decision.Context)
            json.WriteString(key, value);
    }

    /// <summary>
    /// `arn:…:api/stage/GET/orders` with a star after the stage. A policy that is kept answers for other routes too, and one that
    /// names a single route would refuse the rest of them.
    /// </summary>
    private static string WholeStage(string methodArn)
    {
        var api = methodArn.IndexOf('/', StringComparison.Ordinal);
        var stage = api < 0 ? -1 : methodArn.IndexOf('/', api + 1);
        return stage < 0 ? methodArn : methodArn[..(stage + 1)] + "*";
    }

    /// <summary>The second format of HTTP APIs says `routeArn` instead.</summary>
    private static string? MethodArn(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return FlatObject.Find(payload, "methodArn", ignoreCase: false).Decode();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
