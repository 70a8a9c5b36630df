using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Reads the C# side of a function: where each argument comes from and how the result travels.</summary>
internal static class HandlerReader
{
    private const string Connections = "global::Serverless.Http.IWebSocketConnections";

    /// <summary>Null when the method cannot be a handler; faults say why.</summary>
    /// <param name="method">The user's method.</param>
    /// <param name="kind">What calls it.</param>
    /// <param name="routes">Its routes, empty for an invocation.</param>
    /// <param name="reading">Shared state of the read.</param>
    /// <param name="socketRoutes">Its routes of WebSocket APIs.</param>
    public static HandlerEntry? Read(IMethodSymbol method, HandlerKind kind, EquatableArray<HttpRoute> routes, Reading reading, EquatableArray<WebSocketRoute> socketRoutes = default)
    {
        var handler = new HandlerReading(method, kind, routes, socketRoutes, reading, reading.Json);
        var parameters = handler.IsRequest ? ReadRoute(handler) : PayloadParameters.Read(handler);
        var result = ResultReader.Read(handler);
        var maps = handler.IsRoute ? ExceptionMapReader.Read(method, reading) : default;
        var instance = "";
        var scoped = "";
        var problem = "";
        if (!method.IsStatic)
        {
            if (reading.Services.Container is { } container)
            {
                scoped = container.Handler(method.ContainingType, out var need, out problem) ?? "";
                handler.Needs.Add(need);
            }
            else
            {
                instance = reading.Services.Resolve(method.ContainingType, out problem) ?? "";
            }

            if (instance.Length == 0 && scoped.Length == 0)
                reading.Report(RuleIds.UnresolvableDependency, Reading.Of(method.ContainingType), method.ContainingType.Name, problem);
        }

        if (parameters is null || result is null || (instance.Length == 0 && scoped.Length == 0 && !method.IsStatic))
            return null;
        return new HandlerEntry
        {
            Kind = kind,
            Namespace = NamespaceOf(method.ContainingType),
            ClassStem = Stem(method.ContainingType),
            GeneratedMethod = GeneratedName(method),
            DeclaringType = CSharpNames.Bare(method.ContainingType),
            MethodName = CSharpNames.Identifier(method.Name),
            IsStatic = method.IsStatic,
            InstanceField = instance,
            ScopedInstance = scoped,
            Needs = handler.Needs.ToEquatableArray(),
            HasScope = reading.Services.Container is not null && (scoped.Length > 0 || parameters.Value.Any(static p => p.Source == ParameterSource.Service)),
            Parameters = parameters.Value,
            Result = result,
            StatusCode = routes.Count == 0 ? 200 : routes[0].StatusCode,
            NullStatusCode = routes.Count == 0 ? 200 : routes[0].NullStatusCode,
            ExceptionMaps = maps,
            BodyShapes = handler.BodyShapes,
            IgnoresJsonCase = reading.Json.IgnoreCase,
            Pushes = Pushes(method, reading.Services),
            Documentation = kind == HandlerKind.HttpRoute ? ReadDocumentation(method, reading.CancellationToken) : HandlerDocumentation.None,
        };
    }

    private static HandlerDocumentation ReadDocumentation(IMethodSymbol method, CancellationToken cancellationToken)
    {
        string? Text(string element) => Documentation.Element(method, element, "", cancellationToken);
        var responses = new SortedDictionary<int, string>();
        foreach (var (code, text) in Documentation.ElementsBy(method, "response", "code", cancellationToken))
        {
            if (int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599)
                responses[status] = text;
        }

        return new HandlerDocumentation
        {
            Summary = Text("summary"),
            Remarks = Text("remarks"),
            Returns = Text("returns"),
            Responses = responses.Select(static r => new ResponseDescription(r.Key, r.Value)).ToEquatableArray(),
        };
    }

    /// <summary>Empty for the global namespace.</summary>
    public static string NamespaceOf(INamedTypeSymbol type) => type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();

    private static bool Pushes(IMethodSymbol method, ServiceGraphReader services) =>
        (!method.IsStatic && services.Reaches(method.ContainingType, Connections)) || method.Parameters.Any(p => services.Reaches(p.Type, Connections));

    private static EquatableArray<HandlerParameter>? ReadRoute(HandlerReading handler)
    {
        var parameters = new List<HandlerParameter>();
        foreach (var parameter in handler.Method.Parameters)
        {
            if (ParameterReader.Read(parameter, handler) is { } found)
                parameters.Add(found);
        }

        var isComplete = parameters.Count == handler.Method.Parameters.Length;
        var readsRequest = parameters.Any(static p => p.Source == ParameterSource.Request);
        foreach (var route in handler.Routes)
        {
            foreach (var variable in RouteVariables.Of(route))
            {
                if (isComplete && !readsRequest && !handler.UsedVariables.Contains(variable))
                    handler.Reading.Report(new Fault(
                        RuleIds.RouteVariableMismatch,
                        route.Declaration,
                        EquatableArray.Of(variable, $"'{handler.Method.Name}' has no parameter of that name"),
                        UnreadVariables.FixOf(variable, parameters, handler)));
            }
        }

        return isComplete ? parameters.ToEquatableArray() : null;
    }

    /// <summary>`Outer_Inner` for a nested class; a class that is really called so keeps the name to itself.</summary>
    public static string Stem(INamedTypeSymbol type)
    {
        if (type.ContainingType is null)
            return type.Name;
        var stem = Stem(type.ContainingType) + "_" + type.Name;
        return type.ContainingNamespace.GetTypeMembers(stem).IsEmpty ? stem : stem + "_";
    }

    /// <summary>The runtime finds a method by its name alone, so the second overload of a name gets a number.</summary>
    private static string GeneratedName(IMethodSymbol method)
    {
        var overloads = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Where(static m => m.MethodKind == MethodKind.Ordinary).ToList();
        var place = overloads.FindIndex(m => SymbolEqualityComparer.Default.Equals(m, method));
        var name = method.Name == Stem(method.ContainingType) + "_Handlers" ? method.Name + "_" : method.Name;
        for (var number = place + 1; place > 0; number++)
        {
            var numbered = name + "_" + number.ToString(CultureInfo.InvariantCulture);
            if (method.ContainingType.GetMembers(numbered).IsEmpty)
                return numbered;
        }

        return name;
    }
}
