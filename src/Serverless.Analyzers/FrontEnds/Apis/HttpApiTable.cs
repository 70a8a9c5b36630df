using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>The HTTP APIs of the project and the question which of them a route belongs to: its own, its class's, the assembly's, else an implicit one.</summary>
internal sealed class HttpApiTable(Reading reading)
{
    private readonly Dictionary<INamedTypeSymbol, HttpApi> _ofTypes = new(SymbolEqualityComparer.Default);
    private HttpApi? _ofAssembly;
    private HttpApi? _implicit;

    public IEnumerable<HttpApi> All
    {
        get
        {
            foreach (var api in _ofTypes.Values)
                yield return api;
            if (_ofAssembly is not null)
                yield return _ofAssembly;
            if (_implicit is not null)
                yield return _implicit;
        }
    }

    public void Declare(INamedTypeSymbol type, HttpApi api) => _ofTypes[type] = api;

    public void DeclareForAssembly(HttpApi api) => _ofAssembly = api;

    /// <summary>Logical id of the API of a route; null with a fault when it names none.</summary>
    public string? Resolve(RouteTarget route)
    {
        if (route.Api is { } named)
            return Named(named, route.At.Argument is null ? route.At with { Argument = "Api" } : route.At);
        if (_ofTypes.TryGetValue(route.ContainingType, out var own))
            return own.LogicalId;
        if (_ofAssembly is not null)
            return _ofAssembly.LogicalId;
        _implicit ??= new HttpApi { LogicalId = HttpApiReader.AssemblyApiId(reading.Project.AssemblyName), Declaration = route.At, IsImplicit = true };
        return _implicit.LogicalId;
    }

    private string? Named(INamedTypeSymbol type, DeclarationRef at)
    {
        if (_ofTypes.TryGetValue(type, out var api))
            return api.LogicalId;
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, reading.Compilation.Assembly))
            reading.Report(RuleIds.ForeignProject, at, type.Name, type.ContainingAssembly?.Name ?? "");
        else if (!IsOtherApi(type))
            reading.Report(RuleIds.RouteCollision, at, $"'{type.Name}' is no API: put [ServerlessHttpApi] on it");
        return null;
    }

    /// <summary>An API of a kind that is not emitted is reported there.</summary>
    private bool IsOtherApi(INamedTypeSymbol type) =>
        reading.AttributesOf(type) is var attributes && (attributes.Has("ServerlessRestApi") || attributes.Has("ServerlessWebSocketApi"));
}

/// <summary>What decides which API a route belongs to.</summary>
/// <param name="ContainingType">Class of the method.</param>
/// <param name="Api">`Api = typeof(X)`, or null.</param>
/// <param name="At">The route's attribute.</param>
internal readonly record struct RouteTarget(INamedTypeSymbol ContainingType, INamedTypeSymbol? Api, DeclarationRef At);
