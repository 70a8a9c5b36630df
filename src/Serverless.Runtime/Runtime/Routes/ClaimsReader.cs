using System.ComponentModel;
using System.Security.Claims;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>The caller as API Gateway's JWT authorizer describes him.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClaimsReader
{
    /// <summary>A principal with the token's claims, or one that is not authenticated.</summary>
    public static ClaimsPrincipal Read(in RouteEvent request)
    {
        var claims = request.Authorizer("jwt", "claims");
        if (claims.IsEmpty)
            return new ClaimsPrincipal(new ClaimsIdentity());
        var identity = new ClaimsIdentity("jwt", "sub", "cognito:groups");
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

    /// <summary>The service writes a claim that is a list as `[a b]`.</summary>
    private static void Add(ClaimsIdentity identity, string name, string value)
    {
        if (value is not ['[', .., ']'])
        {
            identity.AddClaim(new Claim(name, value));
            return;
        }

        foreach (var item in value[1..^1].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            identity.AddClaim(new Claim(name, item));
    }
}
