using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// Where a value comes from: through locals, fields with an initialiser, and the arguments of the calls that lead here from the handler. Followed only within one file,
/// because no other file's meaning is at hand while a place is judged.
/// </summary>
internal static class ValueOrigins
{
    private const int Steps = 12;

    /// <summary>The value is, contains or is made from something that the test accepts.</summary>
    public static bool ComesFrom(IOperation? value, Reached? reached, Func<IOperation, bool> isOrigin, CancellationToken cancellationToken) =>
        value is not null && ComesFrom(value, reached, isOrigin, Steps, cancellationToken);

    private static bool ComesFrom(IOperation value, Reached? reached, Func<IOperation, bool> isOrigin, int steps, CancellationToken cancellationToken)
    {
        if (steps == 0)
            return false;
        foreach (var inner in value.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isOrigin(inner))
                return true;
            var (source, from) = inner switch
            {
                ILocalReferenceOperation local => (OneTimeInitialisation.InitialValue(local), reached),
                IFieldReferenceOperation field => (InitialValue(field, cancellationToken), reached),
                IParameterReferenceOperation parameter when reached is not null => (Argument(parameter, reached, cancellationToken), reached.From),
                _ => default,
            };
            if (source is not null && !source.Syntax.Span.Contains(value.Syntax.Span) && ComesFrom(source, from, isOrigin, steps - 1, cancellationToken))
                return true;
        }

        return false;
    }

    private static IOperation? InitialValue(IFieldReferenceOperation field, CancellationToken cancellationToken) =>
        field.SemanticModel is { } model && field.Field.DeclaringSyntaxReferences is [var declaration] && declaration.SyntaxTree == model.SyntaxTree
        && declaration.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? model.GetOperation(value, cancellationToken)
            : null;

    /// <summary>What the call that leads here passes for a parameter of the method that is reached.</summary>
    private static IOperation? Argument(IParameterReferenceOperation parameter, Reached reached, CancellationToken cancellationToken)
    {
        if (parameter.SemanticModel is not { } model || reached.Site is not { } site || site.SyntaxTree != model.SyntaxTree)
            return null;
        if (model.GetOperation(site.FirstAncestorOrSelf<InvocationExpressionSyntax>() ?? site, cancellationToken) is not IInvocationOperation call)
            return null;
        if (!SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, parameter.Parameter.ContainingSymbol.OriginalDefinition))
            return null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == parameter.Parameter.Ordinal)
                return argument.Value;
        }

        return null;
    }
}
