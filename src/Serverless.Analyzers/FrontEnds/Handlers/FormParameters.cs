using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Parameters that come from the fields of a form: values, files, and records of both.</summary>
internal static class FormParameters
{
    private const string File = "Serverless.Http.UploadedFile";

    /// <summary>A file, or several of one field.</summary>
    public static bool IsFile(ITypeSymbol type) => FileForm(type) is not null;

    public static HandlerParameter? Read(IParameterSymbol parameter, string? name, HandlerReading handler)
    {
        if (!TakeBody(parameter, handler))
            return null;
        if (IsFile(parameter.Type) || ValueTypes.Parser(parameter.Type) is not null || ValueTypes.ListElement(parameter.Type, out _) is not null)
            return Field(parameter, parameter.Type, name ?? parameter.Name, handler);
        return MemberParameters.Read(parameter, ParameterSource.Form, handler);
    }

    /// <summary>One field, as a parameter or as a member of a record.</summary>
    public static HandlerParameter? Field(ISymbol parameter, ITypeSymbol type, string name, HandlerReading handler, ISymbol? owner = null)
    {
        if (FileForm(type) is not { } form)
            return TextParameters.Read(parameter, type, ParameterSource.Form, name, handler, owner);
        return new HandlerParameter
        {
            Name = CSharpNames.Identifier(parameter.Name),
            Type = CSharpNames.Declared(type),
            Source = ParameterSource.Form,
            WireName = name,
            Form = form,
            IsNullable = TextParameters.IsNullable(type) || parameter is IParameterSymbol { HasExplicitDefaultValue: true },
            ValueType = CSharpNames.NotNull(type),
            Checks = ValidationReader.Read(parameter, type, handler.Reading, handler.At.AtParameter((owner ?? parameter).Name)),
        };
    }

    /// <summary>The form is the body: several parameters may share it, but it is not JSON beside.</summary>
    public static bool TakeBody(IParameterSymbol parameter, HandlerReading handler)
    {
        var problem = handler.Kind == HandlerKind.WebSocketRoute ? "a message is no form" : handler.NoBodyReason ?? (handler.BodyParameter is { } first ? $"'{first}' takes the body already" : null);
        if (problem is null)
        {
            handler.FormParameter ??= parameter.Name;
            return true;
        }

        handler.Report(RuleIds.BodyNotPossible, parameter, parameter.Name, problem);
        return false;
    }

    private static ParameterForm? FileForm(ITypeSymbol type)
    {
        if (TypeNames.Is(type, File))
            return ParameterForm.File;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
            return TypeNames.Is(array.ElementType, File) ? ParameterForm.FileArray : null;
        return ValueTypes.ListArgument(type) is { } element && TypeNames.Is(element, File) ? ParameterForm.FileList : null;
    }
}
