using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// Does code that reads an environment variable expect that there is none? A default, a null test, a nullable place that it goes to. `?? throw` expects the opposite.
/// What only becomes part of a text is taken for optional too: most of it is logging.
/// </summary>
internal static class OptionalVariables
{
    public static bool CanBeNull(IInvocationOperation read, CancellationToken cancellationToken)
    {
        IOperation child = read;
        var parent = read.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
            (child, parent) = (parent, parent.Parent);
        switch (parent)
        {
            case ICoalesceOperation coalesce when coalesce.Value == child:
                return coalesce.WhenNull.Unwrap() is not IThrowOperation;
            case ICoalesceOperation or IConditionalAccessOperation or IIsPatternOperation or IBinaryOperation or IInterpolationOperation
                or ISwitchOperation or ISwitchExpressionOperation or IExpressionStatementOperation or IConditionalOperation:
                return true;
            case IArgumentOperation { Parameter: { } parameter }:
                return parameter.Type.NullableAnnotation == NullableAnnotation.Annotated || parameter.ContainingSymbol.Name.StartsWith("IsNullOr", StringComparison.Ordinal);
            case IReturnOperation:
                return IsNullableResult(read);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return IsTested(declarator.Symbol, read, cancellationToken);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local }:
                return IsTested(local.Local, read, cancellationToken);
            case ISimpleAssignmentOperation { Target: { } target }:
                return target.Type?.NullableAnnotation == NullableAnnotation.Annotated || target is IDiscardOperation;
            case IFieldInitializerOperation { InitializedFields: [var field, ..] }:
                return field.Type.NullableAnnotation == NullableAnnotation.Annotated;
            case IPropertyInitializerOperation { InitializedProperties: [var property, ..] }:
                return property.Type.NullableAnnotation == NullableAnnotation.Annotated;
            default:
                return false;
        }
    }

    /// <summary>`string? Name => GetEnvironmentVariable(…)`: whoever asks decides.</summary>
    private static bool IsNullableResult(IInvocationOperation read)
    {
        for (var at = read.Syntax.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case MethodDeclarationSyntax method: return IsNullable(method.ReturnType);
                case LocalFunctionStatementSyntax function: return IsNullable(function.ReturnType);
                case PropertyDeclarationSyntax property: return IsNullable(property.Type);
                case IndexerDeclarationSyntax indexer: return IsNullable(indexer.Type);
                case AnonymousFunctionExpressionSyntax: return true;
            }
        }

        return false;
    }

    private static bool IsNullable(TypeSyntax type) => type is NullableTypeSyntax || type.ToString().EndsWith("?>", StringComparison.Ordinal);

    private static bool IsTested(ILocalSymbol local, IInvocationOperation read, CancellationToken cancellationToken)
    {
        if (read.SemanticModel is not { } model)
            return true;
        foreach (var use in VariableUses.Of(local, VariableUses.ScopeOf(local, read.Syntax), model, cancellationToken))
        {
            SyntaxNode at = use;
            while (at.Parent is ParenthesizedExpressionSyntax)
                at = at.Parent;
            switch (at.Parent)
            {
                case IsPatternExpressionSyntax or ConditionalAccessExpressionSyntax or InterpolationSyntax or SwitchStatementSyntax or SwitchExpressionSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression or (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.IsExpression or (int)SyntaxKind.AddExpression }:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression }:
                    return true;
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax invocation } } argument:
                    if (TakesNull(invocation, argument, model, cancellationToken))
                        return true;
                    break;
            }
        }

        return false;
    }

    private static bool TakesNull(InvocationExpressionSyntax invocation, ArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetOperation(argument, cancellationToken) is IArgumentOperation { Parameter: { } parameter }
            ? parameter.Type.NullableAnnotation == NullableAnnotation.Annotated
            : invocation.Expression.ToString().Contains("IsNullOr");
}
