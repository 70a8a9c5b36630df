using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What the parts of one document share: the API, the types it uses, and how deployed values are written.</summary>
internal sealed class OpenApiDocument
{
    private readonly Dictionary<string, HandlerEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Function> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _placeholders = new(StringComparer.Ordinal);

    public OpenApiDocument(Application application, Api api, ReferenceResolver resolver, OpenApiSpelling spelling)
    {
        Application = application;
        Api = api;
        Resolver = resolver;
        Spelling = spelling;
        Routes = RoutesOf(application, api);
        Templates = new TemplateText(application, resolver);
        Problems = new ProblemResponses(this);
        Schemas = new SchemaRenderer(application, IsRest ? SchemaDialect.Rest : SchemaDialect.Full, BodyTypes(static _ => true), BodyTypes(IsBodyChecked));
    }

    public Application Application { get; }

    public Api Api { get; }

    public RestApi? Rest => Api as RestApi;

    public ReferenceResolver Resolver { get; }

    public OpenApiSpelling Spelling { get; }

    public bool IsRest => Api.Kind == ApiKind.Rest;

    /// <summary>The document is imported, not read: an HTTP API has no words for requests and answers.</summary>
    public bool IsRoutesOnly => Spelling == OpenApiSpelling.Intrinsics && !IsRest;

    /// <summary>Routes of the API, ordered by path and method.</summary>
    public IReadOnlyList<GatewayRoute> Routes { get; }

    public TemplateText Templates { get; }

    public SchemaRenderer Schemas { get; }

    public ProblemResponses Problems { get; }

    /// <summary>The function that answers a route.</summary>
    public Function FunctionOf(HttpRoute route) => _functions[Key(route)];

    /// <summary>The method that answers a route; null when another front end wrote the handler, or no function answers.</summary>
    public HandlerEntry? EntryOf(GatewayRoute route) => _entries.TryGetValue(Key(route), out var entry) ? entry : null;

    /// <summary>What the document leaves to whoever deploys, so far.</summary>
    public IEnumerable<string> Placeholders => _placeholders;

    /// <summary>A value as this document spells it.</summary>
    public JsonNode Spell(DeployedValue value)
    {
        if (Spelling == OpenApiSpelling.Intrinsics)
            return value.ToJson();
        _placeholders.UnionWith(value.Placeholders());
        return value.ToPlaceholderText();
    }

    public JsonNode Spell(AwsValue value, ReferenceForm form = ReferenceForm.Ref, string? service = null) => Spell(Resolver.Resolve(value, form, service));

    /// <summary>A value inside a text that is spelt as a whole. What is an ARN says so in a file.</summary>
    public string Pattern(DeployedValue value) =>
        Spelling == OpenApiSpelling.Placeholders && value is { Kind: DeployedValueKind.Ref, Attribute: { } attribute } ? "${" + value.Text + "." + attribute + "}" : value.ToPattern();

    /// <summary>What the API checks of the requests of a route.</summary>
    public RequestValidation ValidationOf(GatewayRoute route) => route.Rest.Validate ?? Rest?.Validate ?? RequestValidation.None;

    private List<GatewayRoute> RoutesOf(Application application, Api api)
    {
        var routes = new List<GatewayRoute>();
        foreach (var function in application.Functions)
        {
            foreach (var route in function.Routes)
            {
                // Two routes of one key are a fault of the declarations: the first one stands.
                if (route.Api != api.LogicalId || _functions.ContainsKey(Key(route)))
                    continue;
                routes.Add(route);
                _functions.Add(Key(route), function);
                if (function.EntryOf(route) is { } entry)
                    _entries.Add(Key(route), entry);
            }
        }

        routes.AddRange(application.IntegrationRoutes.Where(route => route.Api == api.LogicalId && !_functions.ContainsKey(Key(route))));
        routes.Sort(static (left, right) => string.CompareOrdinal(left.Path, right.Path) is var byPath and not 0 ? byPath : string.CompareOrdinal(left.Method, right.Method));
        return routes;
    }

    private bool IsBodyChecked(GatewayRoute route) => ValidationOf(route) is RequestValidation.Body or RequestValidation.All;

    private IEnumerable<JsonTypeRef> BodyTypes(Func<GatewayRoute, bool> where)
    {
        foreach (var route in Routes)
        {
            if (!where(route) || EntryOf(route) is not { } entry)
                continue;
            foreach (var parameter in entry.Parameters)
            {
                if (parameter is { Source: ParameterSource.Body, Schema: { } body })
                    yield return body;
            }
        }
    }

    private static string Key(GatewayRoute route) => route.RouteKey;
}
