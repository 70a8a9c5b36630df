using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>
/// `[ServerlessFunction]` on a class or the assembly: the routed methods below it that have none of their own become one function, with
/// every route, every grant and every variable of theirs.
/// </summary>
internal sealed class SharedFunctions(Reading reading)
{
    private readonly List<Part> _parts = [];

    /// <summary>Where the router is generated; null for a function of one method. No method of a class has the class's own name, so the router can.</summary>
    public static RouterPlace? RouterOf(FunctionScope scope, ProjectFacts project) => scope.Shared switch
    {
        null => null,
        { Symbol: INamedTypeSymbol type } => new RouterPlace(HandlerReader.NamespaceOf(type), HandlerReader.Stem(type), type.Name),
        _ => new RouterPlace(project.RootNamespace, "ServerlessRouter", "Route"),
    };

    public void Add(FunctionScope scope, Function function) => _parts.Add(new Part(scope, function));

    /// <param name="functions">Receives one function for each place.</param>
    /// <param name="types">Types that carry something of ours: a declaration that no method follows is reported.</param>
    public void AddTo(List<Function> functions, List<DeclaredAttributes> types)
    {
        foreach (var group in _parts.GroupBy(static part => part.Scope.Shared!))
            functions.Add(Join([.. group]));
        foreach (var owner in types.Append(reading.Assembly))
        {
            if (owner.Find("ServerlessFunction") is { } attribute && !_parts.Exists(part => part.Scope.Shared == owner))
                ReportEmpty(owner, attribute);
        }
    }

    private void ReportEmpty(DeclaredAttributes owner, AttributeArguments attribute)
    {
        var isAssembly = owner.Symbol is IAssemblySymbol;
        reading.Report(
            RuleIds.SettingsExclude,
            owner.At(attribute),
            isAssembly ? "[assembly: ServerlessFunction]" : "[ServerlessFunction] on a class",
            isAssembly ? "a project in which every routed method has a function" : $"'{owner.Symbol.Name}'",
            "it makes one function of the routed methods below it, and there is none: other methods are functions of their own and carry the attribute themselves");
    }

    private Function Join(List<Part> parts)
    {
        var first = parts[0].Function;
        var entries = new List<HandlerEntry>();
        var routes = new List<HttpRoute>();
        var connections = new List<WebSocketRoute>();
        foreach (var part in parts)
        {
            // A method that cannot be called is a fault already; its routes would lead nowhere.
            if (part.Function.Entry is not { } entry)
                continue;
            routes.AddRange(part.Function.Routes.Select(route => route with { Entry = entries.Count }));
            connections.AddRange(part.Function.WebSocketRoutes.Select(route => route with { Entry = entries.Count }));
            entries.Add(entry);
        }

        ReportAlike(routes, static route => route.Api, static route => route.RouteKey, static route => route.Declaration);
        ReportAlike(connections, static route => route.Api, static route => route.RouteKey, static route => route.Declaration);
        return first with
        {
            Entries = entries.ToEquatableArray(),
            Routes = routes.ToEquatableArray(),
            WebSocketRoutes = connections.ToEquatableArray(),
            Environment = Environment(parts),
            Grants = parts.SelectMany(static part => part.Function.Grants).Distinct().ToEquatableArray(),
            ManagedPolicies = parts.SelectMany(static part => part.Function.ManagedPolicies).Distinct().ToEquatableArray(),
            Tags = parts.SelectMany(static part => part.Function.Tags).GroupBy(static tag => tag.Key, StringComparer.Ordinal).Select(static g => g.Last()).ToEquatableArray(),
            Url = parts.Select(static part => part.Function.Url).FirstOrDefault(static url => url is not null),
            PushesTo = parts.Select(static part => part.Function.PushesTo).FirstOrDefault(static api => api.Length > 0) ?? "",
        };
    }

    /// <summary>Two APIs may name a route alike, but their events do not say which API of the application sent them.</summary>
    private void ReportAlike<T>(List<T> routes, Func<T, string> api, Func<T, string> key, Func<T, DeclarationRef> at)
    {
        foreach (var alike in routes.GroupBy(key, StringComparer.Ordinal))
        {
            var first = alike.First();
            foreach (var other in alike.Where(route => api(route) != api(first)))
                reading.Report(RuleIds.RouteCollision, at(other), $"'{key(other)}' of '{api(other)}' and of '{api(first)}' lead to one function, which cannot tell them apart");
        }
    }

    /// <summary>A function has one value for each variable: methods that ask for different ones need functions of their own.</summary>
    private EquatableArray<EnvironmentVariable> Environment(List<Part> parts)
    {
        var variables = new SortedDictionary<string, EnvironmentVariable>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var variable in part.Function.Environment)
            {
                if (!variables.TryGetValue(variable.Name, out var known))
                    variables.Add(variable.Name, variable);
                else if (known != variable)
                    reading.Report(RuleIds.EnvironmentVariables, At(part, variable.Name), variable.Name, $"another method of the function '{part.Function.LogicalId}' gives it another value");
            }
        }

        return variables.Values.ToEquatableArray();
    }

    private static DeclarationRef At(Part part, string variable)
    {
        var method = part.Scope.Method;
        foreach (var attribute in method.All("EnvironmentVariable"))
        {
            if (attribute.Constructor<string>(0) == variable)
                return method.At(attribute, "name");
        }

        return method.Declaration;
    }

    private sealed record Part(FunctionScope Scope, Function Function);
}
