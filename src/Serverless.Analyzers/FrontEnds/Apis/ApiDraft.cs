using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>An API while its routes are read: they decide which of the declared authorizers it needs.</summary>
internal sealed class ApiDraft(Api api, ApiScope? scope)
{
    private readonly SortedDictionary<string, Authorizer> _authorizers = new(StringComparer.Ordinal);

    public Api Api { get; } = api;

    public ApiKind Kind => Api.Kind;

    public string LogicalId => Api.LogicalId;

    /// <summary>Its attribute; null when no attribute declares it.</summary>
    public ApiScope? Scope { get; } = scope;

    /// <summary>Who may call a route that does not say otherwise; resolved when the authorizers are known.</summary>
    public RouteAuthorization DefaultAuthorization { get; set; } = RouteAuthorization.Public;

    /// <summary>False when another authorizer of that name is in use already.</summary>
    public bool Use(Authorizer authorizer)
    {
        if (_authorizers.TryGetValue(authorizer.Name, out var known))
            return known == authorizer;
        _authorizers.Add(authorizer.Name, authorizer);
        return true;
    }

    public bool IsLambda(string authorizer) => _authorizers.TryGetValue(authorizer, out var known) && known.Kind == AuthorizerKind.Lambda;

    public T Complete<T>() where T : Api =>
        (T)(Api with { Authorizers = _authorizers.Values.ToEquatableArray(), DefaultAuthorization = DefaultAuthorization });
}
