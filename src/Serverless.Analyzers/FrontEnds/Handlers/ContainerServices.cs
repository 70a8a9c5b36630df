using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// Services in a project with a container. Types are asked for by name, so that trimming sees them; what the container lacks and
/// generated code can make itself (AWS clients, TimeProvider, HttpClient, loggers) it makes.
/// </summary>
internal sealed class ContainerServices(ServiceContainer container, ServiceGraphReader graph, Reading reading)
{
    private const string Activator = "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";
    private const string Keyed = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";

    private readonly Dictionary<string, ContainerRegistration> _registrations = new(StringComparer.Ordinal);

    public ServiceContainer Container => container with { Registrations = _registrations.Values.OrderBy(static r => r.Type, StringComparer.Ordinal).ToEquatableArray() };

    private string Class => ServiceGraphNames.Qualified(reading.Project) + ".Container";

    /// <summary>C# expression of a service for a parameter.</summary>
    /// <param name="parameter">Who asks.</param>
    /// <param name="provider">Expression of the provider.</param>
    /// <param name="need">What is to be looked for in init; null when generated code can make it.</param>
    public string Expression(IParameterSymbol parameter, string provider, out ServiceNeed? need)
    {
        var type = CSharpNames.Bare(parameter.Type);
        var consumer = $"parameter '{parameter.Name}' of '{Owner(parameter.ContainingSymbol)}'";
        if (KeyOf(parameter) is { } key)
        {
            need = new ServiceNeed(type, key, consumer);
            return $"{Class}.Keyed<{type}>({provider}, {key}, {CSharpNames.Literal(consumer)})";
        }

        if (graph.BuiltIn(parameter.Type) is { } field)
        {
            need = null;
            return $"({Class}.Optional<{type}>({provider}) ?? {ServiceGraphNames.Qualified(reading.Project)}.{field}.Value)";
        }

        need = new ServiceNeed(type, "", consumer);
        return $"{Class}.Required<{type}>({provider}, {CSharpNames.Literal(consumer)})";
    }

    /// <summary>Expression of a handler's object in an invocation; null when it cannot be created.</summary>
    public string? Handler(INamedTypeSymbol type, out ServiceNeed need, out string problem)
    {
        need = new ServiceNeed(CSharpNames.Bare(type), "", $"the function's class '{type.Name}'");
        return Register(type, isFilter: false, out problem) ? $"{Class}.Required<{need.Type}>(scope.Provider, {CSharpNames.Literal(need.Consumer)})" : null;
    }

    /// <summary>Expression of a filter, which lives as long as the environment.</summary>
    public string? Filter(INamedTypeSymbol type, out string problem) =>
        Register(type, isFilter: true, out problem) ? $"{Class}.Single<{CSharpNames.Bare(type)}>({CSharpNames.Literal($"the filter '{type.Name}'")})" : null;

    private bool Register(INamedTypeSymbol type, bool isFilter, out string problem)
    {
        problem = "";
        var name = CSharpNames.Bare(type);
        if (_registrations.ContainsKey(name))
            return true;
        if (Constructor(type) is not { } constructor)
        {
            problem = $"'{type.Name}' has no constructor that generated code can call";
            return false;
        }

        var why = "";
        var arguments = graph.Within(type, () => constructor.Parameters.Select(parameter => Argument(parameter, ref why)).ToList());
        problem = why;
        if (arguments.Contains(null))
            return false;

        _registrations.Add(name, new ContainerRegistration(name, $"new {name}({string.Join(", ", arguments)})", isFilter));
        return true;
    }

    private string? Argument(IParameterSymbol parameter, ref string problem)
    {
        if (TypeNames.Is(parameter.Type, "System.IServiceProvider"))
            return "provider";
        var isService = parameter.Type.IsReferenceType && parameter.Type.SpecialType == SpecialType.None && parameter.RefKind is RefKind.None;
        if (isService && !parameter.HasExplicitDefaultValue)
            return Expression(parameter, "provider", out _);
        if (isService && KeyOf(parameter) is null)
            return $"{Class}.Optional<{CSharpNames.Bare(parameter.Type)}>(provider)!";
        if (parameter.HasExplicitDefaultValue)
            return CSharpNames.Constant(parameter.ExplicitDefaultValue, parameter.Type);
        problem = $"parameter '{parameter.Name}' of '{parameter.ContainingType.Name}' is no service";
        return null;
    }

    /// <summary>The one that is marked, else the richest, as containers do.</summary>
    private static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors
            .Where(c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && !(c.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type)))
            .ToList();
        return constructors.Find(static c => c.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, Activator)))
            ?? constructors.OrderByDescending(static c => c.DeclaredAccessibility == Accessibility.Public).ThenByDescending(static c => c.Parameters.Length).FirstOrDefault();
    }

    private static string? KeyOf(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, Keyed) && attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Array } key, ..])
                return key is { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } ? $"typeof({CSharpNames.Bare(type)})" : key.Type is null ? "null" : CSharpNames.Constant(key.Value, key.Type);
        }

        return null;
    }

    private static string Owner(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } ? member.ContainingType.Name : member.ContainingType.Name + "." + member.Name;
}
