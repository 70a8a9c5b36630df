using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>Who may call a route: what stands at the route, else at its class in ASP.NET's words, else the API's default.</summary>
internal sealed class RouteAuthorizationReader(AuthorizerTable authorizers, Reading reading)
{
    /// <summary>Reads the API's own `Authorizer`.</summary>
    public void ResolveDefault(ApiDraft api)
    {
        if (api.Scope is { } scope && scope.Attribute.String("Authorizer") is { } name)
            api.DefaultAuthorization = Resolve(name, api, scope.IsOnAssembly ? null : scope.Owner.Symbol, scope.At("Authorizer"));
    }

    /// <summary>Authorization of a route of an API.</summary>
    /// <param name="route">Its attribute.</param>
    /// <param name="api">Its API.</param>
    /// <param name="foreign">What ASP.NET's attributes say, when the route is a method.</param>
    public RouteAuthorization Read(ApiScope route, ApiDraft api, ForeignAuthorization foreign)
    {
        var written = route.Attribute.String("Authorizer");
        var near = route.Owner.Symbol is IMethodSymbol method ? method.ContainingType : route.Owner.Symbol;
        var found = written is not null ? Resolve(written, api, near, route.At("Authorizer"))
            : foreign == ForeignAuthorization.Anonymous ? new RouteAuthorization(AuthorizationKind.Public, "", default, IsWritten: true)
            : api.DefaultAuthorization;
        return WithScopes(route, found, api);
    }

    private static RouteAuthorization WithScopes(ApiScope route, RouteAuthorization found, ApiDraft api)
    {
        if (route.Attribute.StringArray("Scopes") is not { Count: > 0 } scopes)
            return found;
        if (found.Kind == AuthorizationKind.Authorizer && !api.IsLambda(found.Name))
            return found with { Scopes = scopes.ToEquatableArray() };
        route.ReportExcluded("Scopes", found.Kind == AuthorizationKind.Authorizer ? $"the Lambda authorizer '{found.Name}'" : "a route without JWT or Cognito authorizer", "only tokens have scopes");
        return found;
    }

    private RouteAuthorization Resolve(string name, ApiDraft api, ISymbol? near, DeclarationRef at)
    {
        switch (name)
        {
            case DeclaredAuthorizerReader.Names.Iam:
                return new RouteAuthorization(AuthorizationKind.Iam, "", default, IsWritten: true);
            case DeclaredAuthorizerReader.Names.None:
                return new RouteAuthorization(AuthorizationKind.Public, "", default, IsWritten: true);
        }

        if (authorizers.Find(name, api, near, out var problem, out var nearest) is not { } authorizer)
        {
            var properties = nearest is null ? default : EquatableArray.Of(FixProperties.Replacement + "=" + nearest);
            reading.Report(new Fault(RuleIds.UnknownAuthorizer, at, EquatableArray.Of("'" + name + "'", problem), properties));
        }
        else if (AuthorizerProblem(authorizer, api) is { } fault)
        {
            reading.Report(RuleIds.AuthorizerIncomplete, at, name, fault);
        }
        else if (!api.Use(authorizer))
        {
            reading.Report(RuleIds.UnknownAuthorizer, at, "'" + name + "'", $"'{api.LogicalId}' has another authorizer of that name");
        }
        else
        {
            return new RouteAuthorization(AuthorizationKind.Authorizer, name, authorizer.Scopes, IsWritten: true);
        }

        // Written and wrong is an error; it must not count as a route that nobody protects.
        return new RouteAuthorization(AuthorizationKind.Public, "", default, IsWritten: true);
    }

    private static string? AuthorizerProblem(Authorizer authorizer, ApiDraft api) => (authorizer.Kind, api.Kind) switch
    {
        (AuthorizerKind.Jwt, ApiKind.Rest) => "REST APIs do not check JSON Web Tokens by themselves; use a Cognito or a Lambda authorizer, or an HTTP API",
        (AuthorizerKind.Jwt or AuthorizerKind.Cognito, ApiKind.WebSocket) => "WebSocket APIs have IAM and Lambda authorizers only",
        (AuthorizerKind.Cognito, ApiKind.Http) when authorizer.Audience.Count == 0 => "an HTTP API checks the tokens as JSON Web Tokens and needs Clients, the ids of the app clients",
        (AuthorizerKind.Lambda, ApiKind.WebSocket) when authorizer.ResultTtl > 0 => "WebSocket APIs do not keep decisions; ResultTtl must be 0",
        _ => null,
    };
}
