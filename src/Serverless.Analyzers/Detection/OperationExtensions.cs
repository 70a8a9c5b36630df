using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Questions about operations that several rules ask.</summary>
internal static class OperationExtensions
{
    /// <summary>The outermost operation around this one: the member's body, its initialiser, or a top-level statement.</summary>
    public static IOperation Outermost(this IOperation operation)
    {
        var at = operation;
        while (at.Parent is { } parent)
            at = parent;
        return at;
    }

    /// <summary>The value without conversions and parentheses.</summary>
    public static IOperation Unwrap(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IDelegateCreationOperation creation: operation = creation.Target; break;
                default: return operation;
            }
        }
    }

    /// <summary>What stands before the `?.` that the placeholder is about.</summary>
    public static IOperation? Receiver(this IConditionalAccessInstanceOperation instance)
    {
        for (var at = instance.Parent; at is not null; at = at.Parent)
        {
            if (at is IConditionalAccessOperation access && access.Operation.Syntax == instance.Syntax)
                return access.Operation;
        }

        return null;
    }

    /// <summary>The local, parameter, field or property that a value is, or null for a computed one.</summary>
    public static ISymbol? Symbol(this IOperation operation) => operation.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    /// <summary>The variable that receives the value: `var x = value`, a field's initialiser, `x = value`; null when it goes elsewhere.</summary>
    public static ISymbol? ReceivingVariable(this IOperation value)
    {
        var at = value.Parent;
        while (at is IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        return at switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IFieldInitializerOperation { InitializedFields: [var field, ..] } => field,
            IPropertyInitializerOperation { InitializedProperties: [var property, ..] } => property,
            IAssignmentOperation assignment => assignment.Target.Symbol(),
            _ => null,
        };
    }

    public static IArgumentOperation? Argument(this IEnumerable<IArgumentOperation> arguments, string parameter)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == parameter)
                return argument;
        }

        return null;
    }

    public static bool Is(this IMethodSymbol method, string type, string name) => method.Name == name && method.ContainingType?.Name == type;

    /// <summary>An initialiser sets the property: `new X { Name = … }`; the value set, or null.</summary>
    public static IOperation? Initialised(this IObjectCreationOperation creation, string property)
    {
        if (creation.Initializer is not { } initializer)
            return null;
        foreach (var part in initializer.Initializers)
        {
            if (part is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name } } assignment && name == property)
                return assignment.Value;
        }

        return null;
    }
}
