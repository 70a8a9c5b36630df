using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Finds out how a method's result becomes an answer. Null (with SVLS2110) when it cannot.</summary>
internal static class ResultReader
{
    private const string Decision = "Serverless.Http.AuthorizerDecision";
    private const string OnlyDecisions = "an authorizer returns bool or AuthorizerDecision";

    public static HandlerResult? Read(HandlerReading handler)
    {
        var declared = handler.Method.ReturnType;
        var type = Awaited(declared, out var isAwaited);
        if (handler.Kind == HandlerKind.Authorizer && type is null)
            return Unsupported(declared, OnlyDecisions, handler);
        if (type is null)
        {
            if (!isAwaited && handler.Method.IsAsync)
                return Unsupported(declared, "an async void method is not awaited: return Task", handler);
            return new HandlerResult { Type = "void", IsAwaited = isAwaited, Form = ResultForm.Nothing };
        }

        var form = Form(type, handler, out var json);
        if (Problem(type, form, handler) is { } problem)
            return Unsupported(type, problem, handler);
        if (form is ResultForm.Text && !handler.IsRoute)
            (form, json) = (ResultForm.Json, type);
        if (form is ResultForm.Bytes && !handler.IsRoute)
            (form, json) = (ResultForm.Json, type);
        if (json is not null)
            handler.RequireJson(json, handler.At, JsonUse.Write);
        return new HandlerResult
        {
            Type = CSharpNames.Declared(type),
            IsAwaited = isAwaited,
            Form = form,
            JsonType = json is null ? "" : CSharpNames.NotNull(json),
            CanBeNull = type.IsReferenceType || CSharpNames.IsNullableValue(type),
            Schema = json is null || form == ResultForm.RawReply ? null : handler.Reading.JsonTypes.Read(json),
        };
    }

    /// <summary>The type inside Task or ValueTask; null for void and the plain ones.</summary>
    private static ITypeSymbol? Awaited(ITypeSymbol type, out bool isAwaited)
    {
        isAwaited = TypeNames.FullName(type) is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask";
        if (isAwaited)
            return type is INamedTypeSymbol { TypeArguments: [var inner] } ? inner : null;
        return type.SpecialType == SpecialType.System_Void ? null : type;
    }

    private static ResultForm Form(ITypeSymbol type, HandlerReading handler, out ITypeSymbol? json)
    {
        json = null;
        if (handler.Kind == HandlerKind.Authorizer && (type.SpecialType == SpecialType.System_Boolean || TypeNames.Is(type, Decision)))
            return ResultForm.Decision;
        if (type.SpecialType == SpecialType.System_String)
            return ResultForm.Text;
        if (BodyParameters.RawForm(type) is ParameterForm.Bytes)
            return ResultForm.Bytes;
        if (TypeNames.DerivesFrom(type, "System.IO.Stream"))
            return ResultForm.Stream;
        switch (TypeNames.FullName(type))
        {
            case "Serverless.Http.HttpReply":
                json = type is INamedTypeSymbol { TypeArguments: [var body] } ? body : null;
                return json is null ? ResultForm.Reply : ResultForm.TypedReply;
            case "System.Collections.Generic.IAsyncEnumerable":
                json = ((INamedTypeSymbol)type).TypeArguments[0];
                return ResultForm.Sequence;
            default:
                json = type;
                return RawEvents.IsAnswer(type) ? ResultForm.RawReply : ResultForm.Json;
        }
    }

    private static string? Problem(ITypeSymbol type, ResultForm form, HandlerReading handler)
    {
        if (handler.Kind == HandlerKind.Authorizer)
            return form is ResultForm.Decision or ResultForm.RawReply ? null : OnlyDecisions;
        if (handler.Kind == HandlerKind.WebSocketRoute && !handler.TakesMessages && type.SpecialType == SpecialType.System_Boolean)
            return "a status accepts or refuses a connection, false would accept it: return HttpReply";
        if (!handler.IsRoute && form is ResultForm.Reply or ResultForm.TypedReply or ResultForm.RawReply or ResultForm.Sequence && !handler.IsRoute)
            return "only a route answers so; an invoked function returns the value";
        if (TypeNames.Is(type, "Microsoft.AspNetCore.Http.IResult") || TypeNames.Implements(type, "Microsoft.AspNetCore.Http.IResult") || TypeNames.DerivesFrom(type, "Microsoft.AspNetCore.Mvc.ActionResult") || TypeNames.Implements(type, "Microsoft.AspNetCore.Mvc.IActionResult"))
            return "it writes to an ASP.NET response, and there is none: return HttpReply";
        if (type.TypeKind is TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error || type.IsRefLikeType)
            return "it cannot be serialised";
        if (TypeNames.FullName(type) is "System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask")
            return "a task inside a task is not awaited";
        return null;
    }

    private static HandlerResult? Unsupported(ITypeSymbol type, string problem, HandlerReading handler)
    {
        handler.Reading.Report(RuleIds.UnsupportedResult, handler.At, handler.Method.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), problem);
        return null;
    }
}
