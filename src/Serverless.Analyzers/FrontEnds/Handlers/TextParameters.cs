using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Parameters that are parsed from text: route variables, query, headers, cookies, claims, stage variables.</summary>
internal static class TextParameters
{
    /// <param name="parameter">The parameter, or the member of a bound record.</param>
    /// <param name="type">Its type.</param>
    /// <param name="source">Where the text is.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="handler">The handler that is read.</param>
    /// <param name="owner">The method's parameter when <paramref name="parameter"/> is a member of it.</param>
    public static HandlerParameter? Read(ISymbol parameter, ITypeSymbol type, ParameterSource source, string name, HandlerReading handler, ISymbol? owner = null)
    {
        var place = owner ?? parameter;
        if (source == ParameterSource.Route)
            handler.UsedVariables.Add(name);
        var form = ParameterForm.Value;
        var element = type;
        if (ValueTypes.Parser(type) is null)
        {
            element = ValueTypes.ListElement(type, out form);
            if (element is null || source is ParameterSource.Route)
            {
                handler.Report(RuleIds.UnbindableParameter, place, parameter.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), Place(source));
                return null;
            }
        }

        var isOptional = IsNullable(type);
        var @default = DefaultOf(parameter, type);
        if (source == ParameterSource.Route && !isOptional && @default is null && IsMissingSomewhere(name, handler))
        {
            handler.Report(RuleIds.RouteVariableMismatch, place, name, "not every route of the method has it: make the parameter nullable or give it a default");
            return null;
        }

        var checks = ValidationReader.Read(parameter, type, handler.Reading, handler.At.AtParameter(place.Name));
        var value = CSharpNames.Underlying(element!);
        return new HandlerParameter
        {
            Name = CSharpNames.Identifier(parameter.Name),
            Type = CSharpNames.Declared(type),
            Source = source,
            WireName = name,
            Form = form,
            IsNullable = isOptional,
            IsNullableValue = CSharpNames.IsNullableValue(type),
            IsValueType = type.IsValueType,
            ValueType = CSharpNames.NotNull(value),
            Parser = ValueTypes.Parser(element!)!,
            Default = @default,
            MustBeGiven = isOptional && ValidationReader.IsRequired(parameter),
            Checks = checks,
            Schema = Schema(value, handler.Reading) with { IsNullable = false },
            AllowedTexts = AllowedTexts(value),
            Constraints = ValidationReader.Constraints(checks).And(new SchemaConstraints { Default = DefaultText(parameter, type) }),
            Description = ParameterDocumentation.Of(parameter, handler),
        };
    }

    /// <summary>Nullable, or declared where nullability is not said.</summary>
    public static bool IsNullable(ITypeSymbol type) =>
        CSharpNames.IsNullableValue(type) || (type.IsReferenceType && type.NullableAnnotation != NullableAnnotation.NotAnnotated);

    /// <summary>The default as an expression; null when there is none.</summary>
    private static string? DefaultOf(ISymbol parameter, ITypeSymbol type) =>
        parameter is IParameterSymbol { HasExplicitDefaultValue: true } optional ? CSharpNames.Constant(optional.ExplicitDefaultValue, type) : null;

    /// <summary>What the text is parsed into; a type that parses itself, and an enum, which is parsed by name, are text.</summary>
    private static JsonTypeRef Schema(ITypeSymbol value, Reading reading) =>
        reading.JsonTypes.Read(JsonScalars.Find(value) is null ? reading.Compilation.GetSpecialType(SpecialType.System_String) : value);

    private static EquatableArray<string> AllowedTexts(ITypeSymbol value) =>
        value is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration && !enumeration.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, "System.FlagsAttribute"))
            ? JsonEnums.Members(enumeration).Select(static m => m.Name).ToEquatableArray()
            : default;

    private static string? DefaultText(ISymbol parameter, ITypeSymbol type)
    {
        if (parameter is not IParameterSymbol { HasExplicitDefaultValue: true, ExplicitDefaultValue: { } value })
            return null;
        return CSharpNames.Underlying(type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration
            ? JsonEnums.Members(enumeration).FirstOrDefault(m => Equals(m.ConstantValue, value)) is { } member ? JsonConstants.Quoted(member.Name) : null
            : JsonConstants.Text(value, type);
    }

    private static bool IsMissingSomewhere(string variable, HandlerReading handler) =>
        handler.Routes.Any(r => !RouteVariables.Of(r).Contains(variable, StringComparer.Ordinal));

    private static string Place(ParameterSource source) => source switch
    {
        ParameterSource.Route => "a route variable",
        ParameterSource.Query => "the query",
        ParameterSource.Header => "a header",
        ParameterSource.Cookie => "a cookie",
        ParameterSource.Form => "a form",
        ParameterSource.Claim => "a claim",
        ParameterSource.StageVariable => "a stage variable",
        _ => "the authorizer's context",
    };
}
