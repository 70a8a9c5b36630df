using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// Builds the graph of objects that handlers need at compile time: AWS clients by their interfaces, a few types of the base
/// class library, concrete classes by their constructors. Unresolvable things are SVLS2010 where they are asked for.
/// </summary>
internal sealed class ServiceGraphReader(Reading reading)
{
    private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);
    private readonly List<ServiceNode> _nodes = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _needs = new(StringComparer.Ordinal);
    private string? _creating;
    private bool _hasLogger;

    public ServiceGraph Graph => new(_nodes.ToEquatableArray()) { Container = Container?.Container, HasLogger = _hasLogger };

    /// <summary>Set when the project fills a container; null = everything is built at compile time.</summary>
    public ContainerServices? Container { get; private set; }

    public void Use(ServiceContainer? container) => Container = container is null ? null : new ContainerServices(container, this, reading);

    /// <summary>Reads what a class needs that the container creates, so that <see cref="Reaches(ITypeSymbol, string)"/> knows.</summary>
    public T Within<T>(ITypeSymbol type, Func<T> read)
    {
        var key = CSharpNames.Bare(type);
        if (!_needs.ContainsKey(key))
            _needs.Add(key, new HashSet<string>(StringComparer.Ordinal));
        var outer = _creating;
        _creating = key;
        var result = read();
        _creating = outer;
        return result;
    }

    /// <summary>The field of something that generated code makes without a constructor of the user's; null for anything else.</summary>
    public string? BuiltIn(ITypeSymbol type)
    {
        var problem = "";
        return _fields.ContainsKey(CSharpNames.Bare(type)) || type.TypeKind == TypeKind.Interface || TypeNames.FullName(type) is "System.TimeProvider" or "System.Net.Http.HttpClient"
            ? Resolve(type, out problem)
            : null;
    }

    /// <summary>Expression of a service for a parameter, with what must be looked for in init; null when it cannot be created.</summary>
    public string? Expression(IParameterSymbol parameter, out ServiceNeed? need, out string problem)
    {
        need = null;
        problem = "";
        if (Container is not null)
            return Container.Expression(parameter, "scope.Provider", out need);
        return Resolve(parameter.Type, out problem) is { } field ? $"{ServiceGraphNames.Qualified(reading.Project)}.{field}.Value" : null;
    }

    /// <summary>Expression of a filter, made once; null when it cannot be created.</summary>
    public string? Filter(INamedTypeSymbol type, out string problem) =>
        Container is not null ? Container.Filter(type, out problem) :
        Resolve(type, out problem) is { } field ? $"{ServiceGraphNames.Qualified(reading.Project)}.{field}.Value" : null;

    /// <summary>The field that holds an object of this type; null when it cannot be created, and <paramref name="problem"/> says why.</summary>
    public string? Resolve(ITypeSymbol type, out string problem)
    {
        var key = CSharpNames.Bare(type);
        problem = "";
        if (_creating is { } asker)
            _needs[asker].Add(key);
        if (_fields.TryGetValue(key, out var known))
        {
            problem = known is null ? (_problems.TryGetValue(key, out var why) ? why : $"'{type.Name}' needs itself") : "";
            return known;
        }

        // Not resolved while it is being resolved: a circle then ends here.
        _fields.Add(key, null);
        _needs.Add(key, new HashSet<string>(StringComparer.Ordinal));
        var outer = _creating;
        _creating = key;
        var creation = Creation(type, ref problem);
        _creating = outer;
        if (creation is null)
        {
            _problems[key] = problem;
            return null;
        }

        var field = FieldName(type);
        _fields[key] = field;
        _nodes.Add(new ServiceNode(key, field, creation));
        return field;
    }

    /// <summary>True when creating an object of this type creates one of the other on the way, however deep.</summary>
    /// <param name="type">What was resolved; a type that was not reaches nothing.</param>
    /// <param name="service">Fully qualified, with `global::`.</param>
    public bool Reaches(ITypeSymbol type, string service) => Reaches(CSharpNames.Bare(type), service, new HashSet<string>(StringComparer.Ordinal));

    private bool Reaches(string key, string service, HashSet<string> seen)
    {
        if (!_needs.TryGetValue(key, out var needs) || !seen.Add(key))
            return false;
        return key == service || needs.Any(need => Reaches(need, service, seen));
    }

    private string? Creation(ITypeSymbol type, ref string problem)
    {
        switch (TypeNames.FullName(type))
        {
            case "Serverless.Http.IWebSocketConnections":
                return "global::Serverless.Runtime.WebSocketConnections." + (reading.Json.ContextName is { } context ? $"Using({context}.Default)" : "Reflecting()");
            case KnownTypeNames.Logger when reading.Project.HasLogging && type is INamedTypeSymbol { TypeArguments: [var category] }:
                _hasLogger = true;
                return $"new {ServiceGraphNames.QualifiedIn(reading.Project, ServiceGraphNames.Logger)}<{CSharpNames.Bare(category)}>()";
            case "System.TimeProvider":
                return "global::System.TimeProvider.System";
            case "System.Net.Http.HttpClient":
                // Its own limit is 100 s: longer than most functions live.
                return "new global::System.Net.Http.HttpClient { Timeout = global::System.TimeSpan.FromSeconds(10) }";
        }

        if (type is not INamedTypeSymbol named)
        {
            problem = $"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is not a class";
            return null;
        }

        if (type.TypeKind == TypeKind.Interface)
            return ClientOf(named, ref problem);
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || ValueTypes.Parser(type) is not null || type.SpecialType != SpecialType.None)
        {
            problem = $"'{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' is not a class that can be created";
            return null;
        }

        return Construct(named, ref problem);
    }

    /// <summary>`Amazon.DynamoDBv2.IAmazonDynamoDB` is made by `AmazonDynamoDBClient` beside it; its region and credentials come from the environment.</summary>
    private string? ClientOf(INamedTypeSymbol type, ref string problem)
    {
        var space = type.ContainingNamespace.ToDisplayString();
        if (space.StartsWith("Amazon.", StringComparison.Ordinal) && type.Name.StartsWith("I", StringComparison.Ordinal)
            && reading.Types[space + "." + type.Name.Substring(1) + "Client"] is { } client
            && client.InstanceConstructors.Any(static c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public))
        {
            return $"new {CSharpNames.Bare(client)}()";
        }

        problem = $"nothing says which class implements '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";
        return null;
    }

    private string? Construct(INamedTypeSymbol type, ref string problem)
    {
        var constructors = type.InstanceConstructors.Where(c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && !IsCopy(c, type)).ToList();
        if (type.InstanceConstructors.Any(static c => c is { IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public }))
            constructors.RemoveAll(static c => c.DeclaredAccessibility != Accessibility.Public);
        if (constructors.Count == 0 || !reading.Compilation.IsSymbolAccessibleWithin(type, reading.Compilation.Assembly))
        {
            problem = $"'{type.Name}' has no constructor that generated code can call";
            return null;
        }

        // The richest constructor that can be satisfied, as containers do; its problem is reported when none can.
        constructors.Sort(static (a, b) => b.Parameters.Length.CompareTo(a.Parameters.Length));
        string? first = null;
        foreach (var constructor in constructors)
        {
            if (Arguments(constructor, ref problem) is { } arguments)
                return $"new {CSharpNames.Bare(type)}({string.Join(", ", arguments)})";
            first ??= problem;
        }

        problem = first ?? "";
        return null;
    }

    private List<string>? Arguments(IMethodSymbol constructor, ref string problem)
    {
        var arguments = new List<string>();
        foreach (var parameter in constructor.Parameters)
        {
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                problem = $"'{parameter.Name}' is passed by reference";
                return null;
            }

            if (Resolve(parameter.Type, out var inner) is { } field)
            {
                arguments.Add(ServiceGraphNames.Qualified(reading.Project) + "." + field + ".Value");
            }
            else if (parameter.HasExplicitDefaultValue)
            {
                arguments.Add(CSharpNames.Constant(parameter.ExplicitDefaultValue, parameter.Type));
            }
            else
            {
                problem = $"parameter '{parameter.Name}' of '{constructor.ContainingType.Name}': {inner}";
                return null;
            }
        }

        return arguments;
    }

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private string FieldName(ITypeSymbol type)
    {
        var name = type.Name;
        for (var number = 2; !_names.Add(name); number++)
            name = type.Name + number.ToString(CultureInfo.InvariantCulture);
        return name;
    }
}
