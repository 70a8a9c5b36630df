using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>Describes a member of an object.</summary>
internal sealed class JsonMemberReader(JsonTypeReader types, Reading reading)
{
    private JsonContract Contract => reading.Json;

    public JsonTypeMember Read(JsonMember member)
    {
        var (symbol, parameter) = (member.Symbol, member.Parameter);
        var (type, ownValues) = OwnForm(member);
        var isRequired = ValidationReader.IsRequired(symbol) || (parameter is not null && ValidationReader.IsRequired(parameter));
        var use = type ?? types.Read(member.Type);
        var constraints = ValidationReader.Constraints(symbol, member.Type);
        if (parameter is not null)
            constraints = constraints.And(ValidationReader.Constraints(parameter, member.Type));
        var isText = CSharpNames.Underlying(member.Type) is { SpecialType: SpecialType.System_Char };
        if (isText)
            constraints = constraints.And(new SchemaConstraints { MinLength = 1, MaxLength = 1 });
        return new JsonTypeMember
        {
            Property = CSharpNames.Identifier(symbol.Name),
            JsonName = Contract.NameOf(symbol),
            Type = isRequired ? use with { IsNullable = false } : use,
            IsRequired = member.IsRead && (member.IsRequiredBySerializer || isRequired || IsRequiredByConstructor(member)),
            IsReadOnly = !member.IsRead,
            IsWriteOnly = !member.IsWritten,
            IsAlwaysWritten = member.IsWritten && !IsLeftOut(member),
            HasOwnForm = type is not null || HasOwnNumbers(member),
            Description = Description(member),
            Example = Example(member),
            IsDeprecated = symbol.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "System.ObsoleteAttribute")),
            Constraints = constraints.And(new SchemaConstraints { AllowedValues = ownValues, Default = ownValues.Count == 0 ? Default(member) : null }),
        };
    }

    /// <summary>Without default, and not nullable: generated code looks for its presence.</summary>
    private bool IsRequiredByConstructor(JsonMember member) =>
        member.Parameter is { HasExplicitDefaultValue: false } && (Contract.RequiresConstructorParameters || !TextParameters.IsNullable(member.Type));

    private static bool IsLeftOut(JsonMember member) => member.Ignoring switch
    {
        JsonIgnoring.WhenWritingDefault => true,
        JsonIgnoring.WhenWritingNull => TextParameters.IsNullable(member.Type),
        _ => false,
    };

    /// <summary>What an attribute of the member makes of its value: a use and the values it may have; null when it travels as its type does.</summary>
    private (JsonTypeRef? Type, EquatableArray<string> Values) OwnForm(JsonMember member)
    {
        var isNullable = TextParameters.IsNullable(member.Type);
        if (member.Symbol.Converter() is { } converter)
        {
            if (CSharpNames.Underlying(member.Type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration && JsonEnums.IsText(converter) is { } asText)
            {
                var members = JsonEnums.Members(enumeration);
                return asText
                    ? (Text(isNullable), members.Select(static m => JsonConstants.Quoted(JsonNaming.TextOf(m))).ToEquatableArray())
                    : (types.Read(enumeration.EnumUnderlyingType!) with { IsNullable = isNullable }, members.Select(static m => JsonConstants.Text(m.ConstantValue, m.ContainingType.EnumUnderlyingType!)).OfType<string>().Distinct(StringComparer.Ordinal).ToEquatableArray());
            }

            return (types.Anything, default);
        }

        var numbers = OwnNumbers(member);
        if (numbers is not { } own || (own & JsonNumbers.WriteAsText) == (Contract.Numbers & JsonNumbers.WriteAsText))
            return (null, default);
        if (JsonScalars.IsNumber(CSharpNames.Underlying(member.Type)))
            return (own.HasFlag(JsonNumbers.WriteAsText) ? Text(isNullable) : types.Anything, default);
        return JsonCollections.Find(member.Type) is null ? (null, default) : (types.Anything, default);
    }

    private JsonTypeRef Text(bool isNullable) => types.Read(reading.Compilation.GetSpecialType(SpecialType.System_String)) with { IsNullable = isNullable };

    private static bool HasOwnNumbers(JsonMember member) =>
        OwnNumbers(member) is not null && (JsonScalars.IsNumber(CSharpNames.Underlying(member.Type)) || JsonCollections.Find(member.Type) is not null);

    private static JsonNumbers? OwnNumbers(JsonMember member) =>
        (member.Symbol.Json("JsonNumberHandlingAttribute") ?? member.Symbol.ContainingType.Json("JsonNumberHandlingAttribute"))?.Constructor<int>(0) is { } handling ? (JsonNumbers)handling : null;

    private bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, reading.Compilation.Assembly);

    /// <summary>A positional record says it at the type, by the name of the parameter.</summary>
    private string? Description(JsonMember member)
    {
        if (!IsOwn(member.Symbol))
            return null;
        return Documentation.Element(member.Symbol, "summary", "", reading.CancellationToken)
            ?? (member.Parameter is { } parameter ? Documentation.Element(member.Symbol.ContainingType, "param", parameter.Name, reading.CancellationToken) : null);
    }

    private string? Example(JsonMember member)
    {
        if (!IsOwn(member.Symbol) || Documentation.Example(member.Symbol, reading.CancellationToken) is not { } example)
            return null;
        var kind = types.KindOf(OwnForm(member).Type ?? types.Read(member.Type), out var enumAsText);
        return JsonExamples.Text(example, kind, enumAsText);
    }

    /// <summary>Default of the constructor's parameter, `[DefaultValue]`, or a literal the property starts with.</summary>
    private string? Default(JsonMember member)
    {
        var type = CSharpNames.Underlying(member.Type);
        if (member.Parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value })
            return Constant(value, type);
        foreach (var attribute in member.Symbol.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.ComponentModel.DefaultValueAttribute") && attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Array, Value: { } stated }])
                return Constant(stated, type);
        }

        if (member is not { IsRead: true, Parameter: null } || !IsOwn(member.Symbol))
            return null;
        foreach (var reference in member.Symbol.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(reading.CancellationToken) is PropertyDeclarationSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: { } literal } })
                return Literal(literal, type);
        }

        return null;
    }

    private string? Constant(object value, ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? JsonEnums.Text(value, enumeration, Contract) : Literal(value, type);

    /// <summary>Null when the literal is not of the kind the type is in JSON: `0` of an enum, a number that is written as text.</summary>
    private string? Literal(object value, ITypeSymbol type)
    {
        var kind = types.KindOf(types.Read(type), out _);
        return (kind, value) switch
        {
            (JsonTypeKind.String, string or char) when type.SpecialType is SpecialType.System_String or SpecialType.System_Char => JsonConstants.Text(value, type),
            (JsonTypeKind.Boolean, bool) => JsonConstants.Text(value, type),
            (JsonTypeKind.Integer or JsonTypeKind.Number, not (string or char or bool)) => JsonConstants.Text(value, type),
            _ => null,
        };
    }
}
