using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Authorizers of an HTTP API whose routes are events: tokens, of any issuer or of a user pool, and signatures of IAM.</summary>
internal static class HttpApiAuthorizers
{
    public static JsonObject? Of(TemplateBuilder template, HttpApi api)
    {
        var auth = new JsonObject();
        if (template.Application.Functions.Any(function => function.Routes.Any(route => route.Api == api.LogicalId && route.Authorization.Kind == AuthorizationKind.Iam)))
            auth.Add("EnableIamAuthorizer", new JsonBoolean(true));
        if (api.Authorizers.Count > 0)
        {
            var authorizers = new JsonObject();
            foreach (var authorizer in api.Authorizers)
                authorizers.Add(authorizer.Name, Token(template, authorizer));
            auth.Add("Authorizers", authorizers);
        }

        return auth.Count == 0 ? null : auth;
    }

    private static JsonObject Token(TemplateBuilder template, Authorizer authorizer) => new()
    {
        {
            "JwtConfiguration", new JsonObject
            {
                { "issuer", TokenIssuer.Of(authorizer, template.Resolver).ToJson() },
                { "audience", template.Values(authorizer.Audience) },
            }
        },
        { "IdentitySource", authorizer.IdentitySources.Count == 0 ? "$request.header.Authorization" : authorizer.IdentitySources[0] },
    };
}
