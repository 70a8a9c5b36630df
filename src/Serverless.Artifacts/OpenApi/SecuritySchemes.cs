using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Who may call: authorizers, IAM, API keys, as schemes and as what each operation requires of them.</summary>
internal static class SecuritySchemes
{
    private const string Iam = "AWS_IAM";
    private const string ApiKey = "api_key";
    private const string AuthorizerExtension = "x-amazon-apigateway-authorizer";
    private const string AuthTypeExtension = "x-amazon-apigateway-authtype";

    /// <summary>Null when everything is public.</summary>
    public static JsonObject? Render(OpenApiDocument document)
    {
        var schemes = new JsonObject();
        foreach (var authorizer in document.Api.Authorizers.OrderBy(static a => a.Name, StringComparer.Ordinal))
            schemes.Add(authorizer.Name, Scheme(document, authorizer));
        if (document.Routes.Any(static route => route.Authorization.Kind == AuthorizationKind.Iam))
        {
            var signature = Key("Authorization", "header");
            signature.Add(AuthTypeExtension, "awsSigv4");
            schemes.Add(Iam, signature);
        }

        if (document.IsRest && document.Routes.Any(static route => route.Rest.ApiKeyRequired))
            schemes.Add(ApiKey, Key("x-api-key", "header"));
        return schemes.Count == 0 ? null : schemes;
    }

    /// <summary>Null for a public operation. API Gateway exports a key as a requirement of its own, and reads it so.</summary>
    public static JsonArray? Requirements(OpenApiDocument document, GatewayRoute route)
    {
        var requirements = new JsonArray();
        switch (route.Authorization.Kind)
        {
            case AuthorizationKind.Iam:
                requirements.Add(new JsonObject { { Iam, new JsonArray() } });
                break;
            case AuthorizationKind.Authorizer:
                requirements.Add(new JsonObject { { route.Authorization.Name, Scopes(document, route) } });
                break;
        }

        if (document.IsRest && route.Rest.ApiKeyRequired)
            requirements.Add(new JsonObject { { ApiKey, new JsonArray() } });
        return requirements.Count == 0 ? null : requirements;
    }

    /// <summary>Only tokens have scopes.</summary>
    private static JsonArray Scopes(OpenApiDocument document, GatewayRoute route) =>
        document.Api.Authorizers.Any(a => a.Name == route.Authorization.Name && a.Kind != AuthorizerKind.Lambda)
            ? new JsonArray(route.Authorization.Scopes.Select(static scope => new JsonString(scope)))
            : [];

    private static JsonObject Scheme(OpenApiDocument document, Authorizer authorizer)
    {
        if (authorizer.Kind == AuthorizerKind.Lambda)
            return document.IsRest ? RestFunction(document, authorizer) : HttpFunction(document, authorizer);
        return document.IsRest ? RestPool(document, authorizer) : Token(document, authorizer);
    }

    /// <summary>HTTP API: tokens of an issuer, a user pool among them.</summary>
    private static JsonObject Token(OpenApiDocument document, Authorizer authorizer) => new()
    {
        { "type", "oauth2" },

        // Where tokens come from is the issuer's business, and its addresses are of an environment.
        { "flows", new JsonObject() },
        {
            AuthorizerExtension, new JsonObject
            {
                { "type", "jwt" },
                { "identitySource", authorizer.IdentitySources.Count == 0 ? "$request.header.Authorization" : authorizer.IdentitySources[0] },
                {
                    "jwtConfiguration", new JsonObject
                    {
                        { "issuer", document.Spell(TokenIssuer.Of(authorizer, document.Resolver)) },
                        { "audience", new JsonArray(authorizer.Audience.Select(audience => document.Spell(audience))) },
                    }
                },
            }
        },
    };

    private static JsonObject HttpFunction(OpenApiDocument document, Authorizer authorizer)
    {
        var scheme = Key(authorizer);
        scheme.Add(AuthorizerExtension, new JsonObject
        {
            { "type", "request" },
            { "identitySource", authorizer.IdentitySources.Count == 0 ? null : new JsonString(string.Join(", ", authorizer.IdentitySources)) },
            { "authorizerUri", document.Spell(ApiArns.Invocation(authorizer.Function)) },
            { "authorizerPayloadFormatVersion", "2.0" },
            { "enableSimpleResponses", new JsonBoolean(true) },
            { "authorizerResultTtlInSeconds", authorizer.ResultTtl },
        });
        return scheme;
    }

    private static JsonObject RestFunction(OpenApiDocument document, Authorizer authorizer)
    {
        var scheme = Key(authorizer);
        scheme.Add(AuthTypeExtension, "custom");
        scheme.Add(AuthorizerExtension, new JsonObject
        {
            { "type", "request" },
            { "identitySource", authorizer.IdentitySources.Count == 0 ? null : new JsonString(string.Join(", ", authorizer.IdentitySources.Select(AuthorizerPlaces.RestSource))) },
            { "authorizerUri", document.Spell(ApiArns.Invocation(authorizer.Function)) },
            { "authorizerResultTtlInSeconds", authorizer.ResultTtl },
        });
        return scheme;
    }

    /// <summary>REST API: it knows user pools itself.</summary>
    private static JsonObject RestPool(OpenApiDocument document, Authorizer authorizer)
    {
        var scheme = Key(authorizer);
        scheme.Add(AuthTypeExtension, "cognito_user_pools");
        scheme.Add(AuthorizerExtension, new JsonObject
        {
            { "type", "cognito_user_pools" },
            { "providerARNs", new JsonArray { document.Spell(AuthorizerPlaces.PoolArn(authorizer, document.Resolver)) } },
        });
        return scheme;
    }

    /// <summary>Where a caller puts what identifies him, as far as it is one header or one parameter of the query.</summary>
    private static JsonObject Key(Authorizer authorizer)
    {
        foreach (var source in authorizer.IdentitySources)
        {
            if (AuthorizerPlaces.Name(source, "$request.header.") is { } header)
                return Key(header, "header");
            if (AuthorizerPlaces.Name(source, "$request.querystring.") is { } query)
                return Key(query, "query");
        }

        return Key(authorizer.Kind == AuthorizerKind.Lambda ? "Unused" : "Authorization", "header");
    }

    private static JsonObject Key(string name, string place) => new() { { "type", "apiKey" }, { "name", name }, { "in", place } };
}
