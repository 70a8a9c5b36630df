using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// Where a parameter may come from when there is no body: told to the code fix, which can then offer only what leads to a
/// handler that is bound, not to the next fault.
/// </summary>
internal static class OtherSources
{
    public static EquatableArray<string> Of(ITypeSymbol type)
    {
        var isQuery = IsQuery(type);
        var isService = IsService(type);
        return (isQuery, isService) switch
        {
            (true, true) => EquatableArray.Of(FixProperties.Sources + "=" + FixProperties.Query + " " + FixProperties.Service),
            (true, false) => EquatableArray.Of(FixProperties.Sources + "=" + FixProperties.Query),
            (false, true) => EquatableArray.Of(FixProperties.Sources + "=" + FixProperties.Service),
            _ => default,
        };
    }

    /// <summary>A text, a list of texts, or a type of which every member is one of these or names its own source.</summary>
    private static bool IsQuery(ITypeSymbol type)
    {
        if (IsText(type))
            return true;
        if (CSharpNames.Underlying(type) is not INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } named || MemberParameters.Constructor(named) is not { } constructor)
            return false;
        var members = constructor.Parameters.Select(static p => ((ISymbol)p, p.Type))
            .Concat(named.GetMembers().OfType<IPropertySymbol>().Where(static p => IsSettable(p)).Select(static p => ((ISymbol)p, p.Type)))
            .ToList();
        return members.Count > 0 && members.TrueForAll(static m => IsText(m.Type) || BindingAttributes.Find(m.Item1) is not null);
    }

    /// <summary>A record is data; so is a class that asks for values.</summary>
    private static bool IsService(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: false, IsRecord: false, SpecialType: SpecialType.None } named
        && !IsText(type)
        && named.InstanceConstructors.Any(static c =>
            c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && c.Parameters.All(static p => p.HasExplicitDefaultValue || !IsText(p.Type)));

    private static bool IsText(ITypeSymbol type) => ValueTypes.Parser(type) is not null || ValueTypes.ListElement(type, out _) is not null;

    private static bool IsSettable(IPropertySymbol property) =>
        !property.IsStatic && !property.IsIndexer && property.SetMethod is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal };
}
