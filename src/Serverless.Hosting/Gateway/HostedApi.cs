using Serverless.Hosting.Routing;
using Serverless.Runtime;

namespace Serverless.Hosting.Gateway;

/// <summary>What kind of front door a request came through: it decides event, answer and the words of refusals.</summary>
internal enum FrontDoor
{
    HttpApi,
    RestApi,
    WebSocketApi,
    FunctionUrl,
}

/// <summary>An API or function URL that this host serves.</summary>
internal sealed class HostedApi
{
    private readonly Dictionary<string, AuthorizerDescription> _authorizers;
    private CorsPolicy? _cors;

    public HostedApi(FrontDoor door, ApiDescription description, string stage, IReadOnlyList<KeyValuePair<string, string>> stageVariables)
    {
        Door = door;
        Description = description;
        Stage = stage;
        StageVariables = stageVariables;
        Shown = Routes;
        _authorizers = description.Authorizers.ToDictionary(static a => a.Name, StringComparer.Ordinal);
    }

    public FrontDoor Door { get; }

    public ApiDescription Description { get; }

    public string Id => Description.Id;

    public string Stage { get; }

    /// <summary>True when the stage is a part of every path.</summary>
    public bool HasStageInPath => Stage != "$default";

    public IReadOnlyList<KeyValuePair<string, string>> StageVariables { get; }

    /// <summary>Where it is served: empty for the root, else `/{id}`.</summary>
    public string BasePath { get; set; } = "";

    /// <summary>Its routes; of a WebSocket API empty.</summary>
    public HostedRoutes Tree { get; } = new();

    /// <summary>All routes in the order of declaration.</summary>
    public List<Route> Routes { get; } = [];

    /// <summary>What people are shown: of a function URL, which has one route, those the function tells apart itself.</summary>
    public IReadOnlyList<Route> Shown { get; private set; }

    /// <summary>What it says to browsers of other origins by itself; null = nothing, and for a REST API.</summary>
    public CorsPolicy? Cors => _cors ??= CorsPolicy.Of(this);

    /// <summary>The function behind a URL has routes of its own.</summary>
    public void Show(IReadOnlyList<Route> routes) => Shown = routes;

    public AuthorizerDescription? Authorizer(string name) => _authorizers.GetValueOrDefault(name);
}
