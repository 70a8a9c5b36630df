using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// A record whose members are parameters of their own: `[BindQuery]` on a class takes its members from the query, and a member
/// may name another place.
/// </summary>
internal static class MemberParameters
{
    public static HandlerParameter? Read(IParameterSymbol parameter, ParameterSource source, HandlerReading handler)
    {
        var members = new List<BoundMember>();
        if (CSharpNames.Underlying(parameter.Type) is not INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class or TypeKind.Struct } type || Constructor(type) is not { } constructor)
        {
            handler.Report(RuleIds.UnbindableParameter, parameter, parameter.Name, parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), source == ParameterSource.Form ? "a form" : "the query");
            return null;
        }

        foreach (var argument in constructor.Parameters)
        {
            var property = type.GetMembers(argument.Name).OfType<IPropertySymbol>().FirstOrDefault();
            if (Member(argument, property, argument.Type, source, handler, parameter) is not { } bound)
                return null;
            members.Add(new BoundMember(true, CSharpNames.Identifier(argument.Name), bound));
        }

        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property.IsStatic || property.IsIndexer || property.SetMethod is not { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
                || constructor.Parameters.Any(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            if (Member(property, null, property.Type, source, handler, parameter) is not { } bound)
                return null;
            members.Add(new BoundMember(false, CSharpNames.Identifier(property.Name), bound));
        }

        return new HandlerParameter
        {
            Name = CSharpNames.Identifier(parameter.Name),
            Type = CSharpNames.Declared(parameter.Type),
            Source = ParameterSource.Members,
            ValueType = CSharpNames.NotNull(type),
            Members = members.ToEquatableArray(),
        };
    }

    private static HandlerParameter? Member(ISymbol member, IPropertySymbol? property, ITypeSymbol type, ParameterSource source, HandlerReading handler, IParameterSymbol owner)
    {
        var written = BindingAttributes.Find(member) ?? (property is null ? null : BindingAttributes.Find(property));
        var from = written?.Source ?? (handler.Variable(member.Name) is null ? source : ParameterSource.Route);
        var name = written?.Name ?? (from == ParameterSource.Route ? member.Name : Camel(member.Name));
        if (from == ParameterSource.Query && FormParameters.IsFile(type))
            from = ParameterSource.Form;
        if (from == ParameterSource.Form && source != ParameterSource.Form && !FormParameters.TakeBody(owner, handler))
            return null;
        if (from is ParameterSource.Body or ParameterSource.Service or ParameterSource.Members)
        {
            handler.Report(RuleIds.UnbindableParameter, owner, owner.Name + "." + member.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "a bound record");
            return null;
        }

        if (from == ParameterSource.Route)
        {
            if (handler.Variable(name) is not { } variable)
            {
                handler.Report(RuleIds.RouteVariableMismatch, owner, name, "no route of the method has such a variable");
                return null;
            }

            name = variable;
        }

        var bound = from == ParameterSource.Form ? FormParameters.Field(member, type, name, handler, owner) : TextParameters.Read(member, type, from, name, handler, owner);
        return bound is null ? null : bound with { Name = CSharpNames.Identifier(owner.Name + "_" + member.Name), Checks = property is null ? bound.Checks : Merge(bound.Checks, ValidationReader.Read(property, type, handler.Reading, handler.At.AtParameter(owner.Name))) };
    }

    private static EquatableArray<ValueCheck> Merge(EquatableArray<ValueCheck> first, EquatableArray<ValueCheck> second) =>
        first.Concat(second).Distinct().ToEquatableArray();

    private static string Camel(string name) => name.Length > 0 ? char.ToLowerInvariant(name[0]) + name.Substring(1) : name;

    /// <summary>The one with most parameters among those that generated code may call; a record's copy constructor is none.</summary>
    public static IMethodSymbol? Constructor(INamedTypeSymbol type) =>
        type.InstanceConstructors
            .Where(c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal && !(c.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(c.Parameters[0].Type, type)))
            .OrderByDescending(static c => c.Parameters.Length)
            .FirstOrDefault();
}
