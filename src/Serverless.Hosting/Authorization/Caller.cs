using System.Globalization;
using System.Text.Json;

namespace Serverless.Hosting.Authorization;

/// <summary>Who was let in, as events say it.</summary>
internal abstract class Caller
{
    /// <summary>The signer, where the route asks for one; else null.</summary>
    public virtual LocalCaller? Iam => null;

    /// <summary>False when payload 1.0 says it elsewhere.</summary>
    public virtual bool HasFormat1 => true;

    /// <summary>The API key an authorizer chose; null = none.</summary>
    public virtual string? UsageKey => null;

    /// <summary>Members of `authorizer` in payload 2.0.</summary>
    public abstract void WriteFormat2(Utf8JsonWriter json);

    /// <summary>Members of `authorizer` in payload 1.0, REST and WebSocket events.</summary>
    public abstract void WriteFormat1(Utf8JsonWriter json, bool isRest);

    /// <summary>`$context.authorizer.{name}`.</summary>
    public abstract string? Value(string name);
}

/// <summary>The holder of a token.</summary>
internal sealed class TokenCaller(LocalCaller identity) : Caller
{
    public override void WriteFormat2(Utf8JsonWriter json)
    {
        json.WriteStartObject("jwt"u8);
        WriteClaims(json);
        WriteScopes(json);
        json.WriteEndObject();
    }

    public override void WriteFormat1(Utf8JsonWriter json, bool isRest)
    {
        WriteClaims(json);
        if (!isRest)
            WriteScopes(json);
    }

    public override string? Value(string name)
    {
        const string Claims = "claims.";
        return identity.Claims.GetValueOrDefault(name.StartsWith(Claims, StringComparison.Ordinal) ? name[Claims.Length..] : name);
    }

    private void WriteClaims(Utf8JsonWriter json)
    {
        json.WriteStartObject("claims"u8);
        foreach (var (name, value) in identity.Claims)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private void WriteScopes(Utf8JsonWriter json)
    {
        if (identity.Scopes.Count == 0)
        {
            json.WriteNull("scopes"u8);
            return;
        }

        json.WriteStartArray("scopes"u8);
        foreach (var scope in identity.Scopes)
            json.WriteStringValue(scope);
        json.WriteEndArray();
    }
}

/// <summary>The signer of a request.</summary>
internal sealed class IamCaller(LocalCaller identity) : Caller
{
    public override LocalCaller Iam => identity;

    public override bool HasFormat1 => false;

    public override void WriteFormat2(Utf8JsonWriter json)
    {
        json.WriteStartObject("iam"u8);
        json.WriteString("accessKey"u8, identity.AccessKey);
        json.WriteString("accountId"u8, identity.AccountId);
        json.WriteString("callerId"u8, identity.UserId);
        json.WriteNull("cognitoIdentity"u8);
        json.WriteNull("principalOrgId"u8);
        json.WriteString("userArn"u8, identity.UserArn);
        json.WriteString("userId"u8, identity.UserId);
        json.WriteEndObject();
    }

    public override void WriteFormat1(Utf8JsonWriter json, bool isRest)
    {
    }

    public override string? Value(string name) => null;
}

/// <summary>Whom a Lambda authorizer let in, with what it said of him.</summary>
internal sealed class AuthorizedCaller(string? principal, JsonElement context, string? usageKey) : Caller
{
    public override string? UsageKey => usageKey;

    public override void WriteFormat2(Utf8JsonWriter json)
    {
        json.WritePropertyName("lambda"u8);
        if (context.ValueKind == JsonValueKind.Object)
            context.WriteTo(json);
        else
            json.WriteNullValue();
    }

    /// <summary>A REST API turns every value into text.</summary>
    public override void WriteFormat1(Utf8JsonWriter json, bool isRest)
    {
        if (principal is not null)
            json.WriteString("principalId"u8, principal);
        json.WriteNumber("integrationLatency"u8, 0);
        if (context.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in context.EnumerateObject())
        {
            if (isRest)
                json.WriteString(member.Name, Text(member.Value));
            else
                member.WriteTo(json);
        }
    }

    public override string? Value(string name) =>
        name == "principalId" ? principal
        : context.ValueKind == JsonValueKind.Object && context.TryGetProperty(name, out var value) ? Text(value)
        : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        _ => value.GetRawText(),
    };
}
