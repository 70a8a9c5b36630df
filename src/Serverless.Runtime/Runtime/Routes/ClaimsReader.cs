using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>The caller as the API's authorizer describes him: a token's claims, the context of a Lambda authorizer, or IAM credentials.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClaimsReader
{
    private const string Groups = "cognito:groups";

    /// <summary>A principal with what is known, or one that is not authenticated.</summary>
    public static ClaimsPrincipal Read(in RouteEvent request)
    {
        if (request.Claims is { IsEmpty: false } claims)
            return Principal(claims, new ClaimsIdentity("jwt", "sub", Groups));
        if (FlatObject.Find(request.IamIdentity, "userArn", ignoreCase: false).IsPresent)
            return Principal(request.IamIdentity, new ClaimsIdentity("iam", "userArn", Groups));

        // Format 1.0 has an object even where nobody authorized: only what a Lambda authorizer says has a principal.
        var values = request.AuthorizerValues;
        return values.Length > 0 && (request.Format == EventFormat.Version2 || FlatObject.Find(values, "principalId", ignoreCase: false).IsPresent)
            ? Principal(values, new ClaimsIdentity("lambda", "principalId", Groups))
            : new ClaimsPrincipal(new ClaimsIdentity());
    }

    /// <summary>Each member that is a text, a number or a boolean is a claim.</summary>
    private static ClaimsPrincipal Principal(ReadOnlyMemory<byte> claims, ClaimsIdentity identity)
    {
        var reader = new Utf8JsonReader(claims.Span);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = new EventText(claims.Slice((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length), reader.ValueIsEscaped ? EventTextEncoding.JsonEscaped : EventTextEncoding.Plain).Decode();
            reader.Read();
            if (name is not null && FlatObject.Text(ref reader, claims).Decode() is { } value)
                Add(identity, name, value);
            reader.TrySkip();
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>HTTP APIs write a claim that is a list as `[a b]`, REST APIs the groups of a user pool as `a,b`.</summary>
    private static void Add(ClaimsIdentity identity, string name, string value)
    {
        if (value is not ['[', .., ']'] && name != Groups)
        {
            identity.AddClaim(new Claim(name, value));
            return;
        }

        foreach (var item in value.Trim('[', ']').Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            identity.AddClaim(new Claim(name, item));
    }
}
