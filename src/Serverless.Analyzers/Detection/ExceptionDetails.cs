using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>What of an exception tells a stranger about the inside: stack traces and whole texts always, messages when nobody knows whose they are.</summary>
internal static class ExceptionDetails
{
    public static bool IsException(ITypeSymbol? type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }

    /// <summary>`Message` of an exception that may be any: one of a type that the code names was written by somebody who knew who would read it.</summary>
    public static bool IsRevealing(IPropertyReferenceOperation property) => property.Property.Name switch
    {
        "StackTrace" => IsException(property.Property.ContainingType),
        "Message" => property.Instance is { Type: { Name: "Exception" or "SystemException" or "ApplicationException" or "AggregateException" } type } instance && IsException(type) && !IsFiltered(instance),
        _ => false,
    };

    /// <summary>`catch (Exception ex) when (…)`: the filter knows more than the type says.</summary>
    private static bool IsFiltered(IOperation exception)
    {
        var variable = exception.Unwrap().Symbol();
        for (var at = exception.Parent; at is not null; at = at.Parent)
        {
            if (at is ICatchClauseOperation { Filter: not null } handler && handler.Locals.Contains(variable, SymbolEqualityComparer.Default))
                return true;
        }

        return false;
    }
}
