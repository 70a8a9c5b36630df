using Serverless.Hosting.Gateway;
using Serverless.Runtime;

namespace Serverless.Hosting.Authorization;

/// <summary>
/// Decides as API Gateway does before it calls anything. Lambda authorizers run; what API Gateway checks itself the identity of the host
/// answers for.
/// </summary>
internal sealed class RouteAuthorizer(ILocalIdentity identity, LambdaAuthorizer functions)
{
    public async ValueTask<Verdict> DecideAsync(GatewayRequest request)
    {
        var route = request.Route.Description;
        switch (route.Access)
        {
            case RouteAccess.Public:
                return Verdict.Public;
            case RouteAccess.Iam:
                var signer = await identity.IdentifyAsync(new LocalIdentityRequest(LocalIdentityKind.Iam, request.Http), request.Http.RequestAborted);
                return signer is null ? new Verdict(VerdictKind.Unsigned) : new Verdict(VerdictKind.Allowed, new IamCaller(signer));
        }

        // An authorizer that is not declared is a fault of the declaration; letting everybody in would be worse.
        if (request.Api.Authorizer(route.Authorizer) is not { } authorizer)
        {
            FunctionLog.Write(FunctionLogLevel.Error, $"{route.RouteKey} names the authorizer {route.Authorizer}, which {request.Api.Id} does not have.");
            return new Verdict(VerdictKind.Failed);
        }

        return authorizer.Kind == ApiAuthorizerKind.Lambda
            ? await functions.DecideAsync(request, authorizer)
            : await ByTokenAsync(request, authorizer);
    }

    private async ValueTask<Verdict> ByTokenAsync(GatewayRequest request, AuthorizerDescription authorizer)
    {
        var scopes = request.Route.Description.Scopes;
        var source = authorizer.IdentitySources is [{ } first, ..] ? first : "$request.header.Authorization";
        var token = WithoutScheme(request.Value(source));
        var asked = new LocalIdentityRequest(authorizer.Kind == ApiAuthorizerKind.Cognito ? LocalIdentityKind.Cognito : LocalIdentityKind.Jwt, request.Http)
        {
            Authorizer = authorizer.Name,
            Token = token,
            Issuer = authorizer.Issuer,
            Audience = authorizer.Audience,
        };
        var isHttpApi = request.Api.Door == FrontDoor.HttpApi;
        if (await identity.IdentifyAsync(asked, request.Http.RequestAborted) is not { } caller)
        {
            var challenge = token is null ? "Bearer" : $"Bearer scope=\"{string.Join(' ', scopes)}\" error=\"invalid_token\"";
            return new Verdict(VerdictKind.Unauthorized, Challenge: isHttpApi ? challenge : null);
        }

        // One of the scopes suffices.
        if (scopes.Count == 0 || scopes.Any(s => caller.Scopes.Contains(s, StringComparer.Ordinal)))
            return new Verdict(VerdictKind.Allowed, new TokenCaller(caller));
        return isHttpApi
            ? new Verdict(VerdictKind.Forbidden, Challenge: $"Bearer scope=\"{string.Join(' ', scopes)}\" error=\"insufficient_scope\"")
            : new Verdict(VerdictKind.Unauthorized);
    }

    private static string? WithoutScheme(string? value)
    {
        const string Scheme = "Bearer";
        var token = value is not null && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && (value.Length == Scheme.Length || value[Scheme.Length] == ' ')
            ? value[Scheme.Length..].Trim()
            : value;
        return string.IsNullOrEmpty(token) ? null : token;
    }
}
