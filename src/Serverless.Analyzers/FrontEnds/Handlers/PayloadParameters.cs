using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// Parameters of an invoked function or a task: one takes the payload, several take a member of it each, named as the
/// serialiser would name it.
/// </summary>
internal static class PayloadParameters
{
    public static EquatableArray<HandlerParameter>? Read(HandlerReading handler)
    {
        var parameters = new List<HandlerParameter>();
        var isComplete = true;
        foreach (var parameter in handler.Method.Parameters)
        {
            if (ReadOne(parameter, handler) is { } found)
                parameters.Add(found);
            else
                isComplete = false;
        }

        var data = parameters.Count(static p => p.Source == ParameterSource.Payload);
        if (data == 1)
            parameters = parameters.ConvertAll(static p => p.Source == ParameterSource.Payload ? p with { WireName = "" } : p);
        return isComplete ? parameters.ToEquatableArray() : null;
    }

    private static HandlerParameter? ReadOne(IParameterSymbol parameter, HandlerReading handler)
    {
        if (InvocationParameters.Read(parameter, handler.Reading) is { } ofInvocation)
        {
            if (ofInvocation.Source is not (ParameterSource.Request or ParameterSource.User or ParameterSource.Connection))
                return ofInvocation;
            handler.Report(RuleIds.UnbindableParameter, parameter, parameter.Name, parameter.Type.Name, "an invocation, which is no request");
            return null;
        }

        var isService = BindingAttributes.IsKeyedService(parameter) || BindingAttributes.Find(parameter) is { Source: ParameterSource.Service }
            || (parameter.Type.TypeKind == TypeKind.Interface && !ValueTypes.IsCollectionInterface(parameter.Type))
            || TypeNames.FullName(parameter.Type) is "System.Net.Http.HttpClient" or "System.TimeProvider";
        if (isService)
            return ServiceParameters.Read(parameter, handler);

        var type = parameter.Type;
        var form = Form(type, out var jsonType);
        if (form is ParameterForm.Json or ParameterForm.EventBridgeEvent)
            handler.RequireJson(jsonType, handler.At.AtParameter(parameter.Name), JsonUse.Read);
        return new HandlerParameter
        {
            Name = CSharpNames.Identifier(parameter.Name),
            Type = CSharpNames.Declared(type),
            Source = ParameterSource.Payload,
            WireName = handler.Json.NameOf(parameter.Name),
            Form = form,
            IsNullable = TextParameters.IsNullable(type),
            IsNullableValue = CSharpNames.IsNullableValue(type),
            IsValueType = type.IsValueType,
            ValueType = CSharpNames.NotNull(jsonType),
            Default = parameter.HasExplicitDefaultValue ? CSharpNames.Constant(parameter.ExplicitDefaultValue, type) : null,
            Schema = form is ParameterForm.Json or ParameterForm.EventBridgeEvent ? handler.Reading.JsonTypes.Read(jsonType) : null,
        };
    }

    private static ParameterForm Form(ITypeSymbol type, out ITypeSymbol jsonType)
    {
        jsonType = type;
        switch (TypeNames.FullName(type))
        {
            case "Serverless.S3ObjectEvent":
                return ParameterForm.S3ObjectEvent;
            case "Serverless.StepFunctions.StateError":
                return ParameterForm.StateError;
            case "Serverless.StepFunctions.StateMachineContext":
                return ParameterForm.StateMachineContext;
            case "Serverless.StepFunctions.TaskToken":
                return ParameterForm.TaskToken;
            case "Serverless.EventBridgeEvent":
                jsonType = ((INamedTypeSymbol)type).TypeArguments[0];
                return ParameterForm.EventBridgeEvent;
            default:
                return BodyParameters.RawForm(type) is ParameterForm.Stream ? ParameterForm.Stream : ParameterForm.Json;
        }
    }
}
