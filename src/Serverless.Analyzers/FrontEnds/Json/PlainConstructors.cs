using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Finds out how the serialiser makes an object: which constructor it calls, what it sets in the initialiser, what afterwards.</summary>
internal static class PlainConstructors
{
    /// <summary>The type with its assignments; null when it can only be written.</summary>
    public static PlainType? Apply(PlainType plain, INamedTypeSymbol type, List<IPropertySymbol> properties, Reading reading)
    {
        if (Constructor(type) is not { } constructor || !IsCallable(constructor, reading))
            return null;
        var arguments = new List<int>();
        var members = plain.Members.ToList();
        foreach (var parameter in constructor.Parameters)
        {
            var place = properties.FindIndex(p => string.Equals(p.Name, parameter.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(p.Type, parameter.Type));
            if (place < 0 || parameter.RefKind != RefKind.None || PlainProperties.IsRequired(properties[place]) || SerializerAttributes.Any(parameter) || arguments.Contains(place))
                return null;
            arguments.Add(place);
            members[place] = members[place] with
            {
                Assignment = PlainAssignment.Argument,
                Default = parameter.HasExplicitDefaultValue ? CSharpNames.Constant(parameter.ExplicitDefaultValue, parameter.Type) : "",
            };
        }

        // What no code but initialisers sets starts as its declaration says.
        var setsNothing = constructor.IsImplicitlyDeclared || constructor.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(reading.CancellationToken) is TypeDeclarationSyntax;
        for (var i = 0; i < members.Count; i++)
        {
            var property = properties[i];
            if (members[i].Assignment == PlainAssignment.Argument || !PlainProperties.HasOpenSetter(property))
                continue;
            var inInitializer = property.SetMethod!.IsInitOnly || property.IsRequired;
            var isRequired = PlainProperties.IsRequired(property);
            var isDefault = setsNothing && SymbolEqualityComparer.Default.Equals(property.ContainingType, type) && PlainProperties.StartsAsDefault(property, reading.CancellationToken);
            members[i] = members[i] with
            {
                Assignment = inInitializer ? PlainAssignment.Initializer : PlainAssignment.Setter,
                MustBePresent = isRequired || (inInitializer && !isDefault),
            };
        }

        return HasOpenOrder(members, properties, reading) ? null : plain with { Members = members.ToEquatableArray(), Arguments = arguments.ToEquatableArray() };
    }

    /// <summary>
    /// Setters that run code, in an object that can only be made once everything has been read: the serialiser calls them in the order of
    /// the JSON, generated code in that of the declaration.
    /// </summary>
    private static bool HasOpenOrder(List<PlainMember> members, List<IPropertySymbol> properties, Reading reading)
    {
        if (members.TrueForAll(static m => m.Assignment is PlainAssignment.Setter or PlainAssignment.None))
            return false;
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Assignment is PlainAssignment.Setter or PlainAssignment.Initializer && !PlainProperties.IsAutomatic(properties[i], reading.CancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>The marked one, else the one without parameters, else the only public one.</summary>
    private static IMethodSymbol? Constructor(INamedTypeSymbol type)
    {
        var all = type.InstanceConstructors;
        var marked = all.Where(static c => SerializerAttributes.Any(c)).ToList();
        if (marked.Count > 0)
            return marked.Count == 1 && marked[0].DeclaredAccessibility == Accessibility.Public ? marked[0] : null;
        var open = all.Where(static c => c.DeclaredAccessibility == Accessibility.Public).ToList();
        return open.Find(static c => c.Parameters.IsEmpty) ?? (open.Count == 1 ? open[0] : null);
    }

    private static bool IsCallable(IMethodSymbol constructor, Reading reading) =>
        !PlainObjects.IsObsolete(constructor)
        && !constructor.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute"))
        && reading.Compilation.IsSymbolAccessibleWithin(constructor, reading.Compilation.Assembly);
}
