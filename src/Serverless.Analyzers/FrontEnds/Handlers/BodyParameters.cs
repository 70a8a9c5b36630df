using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>The parameter that takes the body of a request.</summary>
internal static class BodyParameters
{
    /// <summary>How the body is passed without a serialiser; null when it is JSON.</summary>
    public static ParameterForm? RawForm(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => ParameterForm.Bytes,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } when TypeNames.Is(type, "System.ReadOnlyMemory") => ParameterForm.Memory,
        _ when TypeNames.Is(type, "System.IO.Stream") => ParameterForm.Stream,
        _ => null,
    };

    public static HandlerParameter? Read(IParameterSymbol parameter, HandlerReading handler)
    {
        if (handler.NoBodyReason is { } reason)
        {
            handler.Reading.Report(new Fault(
                RuleIds.BodyNotPossible,
                handler.At.AtParameter(parameter.Name),
                EquatableArray.Of(parameter.Name, reason),
                OtherSources.Of(parameter.Type)));
            return null;
        }

        if ((handler.BodyParameter ?? handler.FormParameter) is { } first)
        {
            handler.Report(RuleIds.BodyNotPossible, parameter, parameter.Name, $"'{first}' takes the body already");
            return null;
        }

        handler.BodyParameter = parameter.Name;
        var type = parameter.Type;
        var form = RawForm(type) ?? (type.SpecialType == SpecialType.System_String ? ParameterForm.Text : ParameterForm.Json);
        var at = handler.At.AtParameter(parameter.Name);
        if (form == ParameterForm.Json && !IsReadable(type))
        {
            handler.Report(RuleIds.UnbindableParameter, parameter, parameter.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), "the body");
            return null;
        }

        var shape = "";
        if (form == ParameterForm.Json)
        {
            handler.RequireJson(type, at, JsonUse.Read);
            var shapes = new BodyShapeReader(handler, at);
            shape = shapes.Read(type);
            handler.BodyShapes = shapes.Shapes;
        }

        return new HandlerParameter
        {
            Name = CSharpNames.Identifier(parameter.Name),
            Type = CSharpNames.Declared(type),
            Source = form is ParameterForm.Json ? ParameterSource.Body : ParameterSource.RawBody,
            Form = form,
            IsNullable = TextParameters.IsNullable(type) && !ValidationReader.IsRequired(parameter),
            IsNullableValue = CSharpNames.IsNullableValue(type),
            IsValueType = type.IsValueType,
            ValueType = CSharpNames.NotNull(type),
            Default = parameter.HasExplicitDefaultValue ? CSharpNames.Constant(parameter.ExplicitDefaultValue, type) : null,
            BodyShape = shape,
            Checks = ValidationReader.Read(parameter, type, handler.Reading, at),
            Schema = form == ParameterForm.Json ? handler.Reading.JsonTypes.Read(type) : null,
            Description = ParameterDocumentation.Of(parameter, handler),
        };
    }

    /// <summary>What no serialiser can make: delegates, pointers, tasks, open types.</summary>
    /// <summary>`[JsonDerivedType]`: the body says which of the listed types it is.</summary>
    public static bool IsPolymorphic(ITypeSymbol type) => type.AllJson("JsonDerivedTypeAttribute").Any();

    private static bool IsReadable(ITypeSymbol type) =>
        type.TypeKind is not (TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Dynamic or TypeKind.Error)
        && !type.IsRefLikeType
        && !TypeNames.DerivesFrom(type, "System.Threading.Tasks.Task");
}
