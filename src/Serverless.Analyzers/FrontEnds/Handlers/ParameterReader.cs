using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Finds out where one parameter of a route comes from: the first rule that fits, as the reference lists them.</summary>
internal static class ParameterReader
{
    public static HandlerParameter? Read(IParameterSymbol parameter, HandlerReading handler)
    {
        if (BindingAttributes.IsKeyedService(parameter))
            return ServiceParameters.Read(parameter, handler);

        if (BindingAttributes.Find(parameter) is { } written)
            return ReadWritten(parameter, written.Source, written.Name, handler);
        if (InvocationParameters.Read(parameter, handler.Reading) is { } ofInvocation)
            return Misplaced(ofInvocation.Source, handler) is { } place ? Unbindable(parameter, place, handler) : ofInvocation;
        if (RawEvents.Read(parameter, handler) is { } raw)
            return raw;
        if (FormParameters.IsFile(parameter.Type))
            return FormParameters.Read(parameter, null, handler);
        if (handler.Variable(parameter.Name) is { } variable)
            return TextParameters.Read(parameter, parameter.Type, ParameterSource.Route, variable, handler);
        if (!handler.TakesMessages && (ValueTypes.Parser(parameter.Type) is not null || ValueTypes.ListElement(parameter.Type, out _) is not null))
            return TextParameters.Read(parameter, parameter.Type, ParameterSource.Query, parameter.Name, handler);
        if (BodyParameters.RawForm(parameter.Type) is not null)
            return BodyParameters.Read(parameter, handler);
        if (IsService(parameter.Type))
            return ServiceParameters.Read(parameter, handler);
        return BodyParameters.Read(parameter, handler);
    }

    private static HandlerParameter? ReadWritten(IParameterSymbol parameter, ParameterSource source, string? name, HandlerReading handler)
    {
        switch (source)
        {
            case ParameterSource.Body:
                return BodyParameters.Read(parameter, handler);
            case ParameterSource.Service:
                return ServiceParameters.Read(parameter, handler);
            case ParameterSource.Form:
                return FormParameters.Read(parameter, name, handler);
            case ParameterSource.Members:
                return MemberParameters.Read(parameter, ParameterSource.Query, handler);
            case ParameterSource.Query when ValueTypes.Parser(parameter.Type) is null && ValueTypes.ListElement(parameter.Type, out _) is null:
                return MemberParameters.Read(parameter, ParameterSource.Query, handler);
            case ParameterSource.Route when handler.Kind == HandlerKind.Authorizer:
                return TextParameters.Read(parameter, parameter.Type, source, name ?? parameter.Name, handler);
            case ParameterSource.Route:
                if (handler.Variable(name ?? parameter.Name) is { } variable)
                    return TextParameters.Read(parameter, parameter.Type, source, variable, handler);
                handler.Report(RuleIds.RouteVariableMismatch, parameter, name ?? parameter.Name, "no route of the method has such a variable");
                return null;
            default:
                return TextParameters.Read(parameter, parameter.Type, source, name ?? parameter.Name, handler);
        }
    }

    /// <summary>A request has no connection, a message is no request; null when the handler has what is asked for.</summary>
    private static string? Misplaced(ParameterSource source, HandlerReading handler) => source switch
    {
        ParameterSource.Connection when handler.Kind != HandlerKind.WebSocketRoute => "a request, which has no connection",
        ParameterSource.Request when handler.Kind == HandlerKind.WebSocketRoute => "a message, which is no request (take a WebSocketConnection)",
        _ => null,
    };

    private static HandlerParameter? Unbindable(IParameterSymbol parameter, string place, HandlerReading handler)
    {
        handler.Report(RuleIds.UnbindableParameter, parameter, parameter.Name, parameter.Type.Name, place);
        return null;
    }

    private static bool IsService(ITypeSymbol type) =>
        !BodyParameters.IsPolymorphic(type)
        && ((type.TypeKind == TypeKind.Interface && !ValueTypes.IsCollectionInterface(type))
            || type is { TypeKind: TypeKind.Class, IsAbstract: true }
            || TypeNames.FullName(type) is "System.Net.Http.HttpClient");
}
