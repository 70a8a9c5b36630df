using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

internal enum FileLife
{
    /// <summary>Nothing in sight deletes it.</summary>
    Kept,

    /// <summary>Deleted, but a return or an exception can come first.</summary>
    EndsOnSomePaths,

    /// <summary>Deleted, meant to stay, or handed to somebody else.</summary>
    Ended,
}

/// <summary>What becomes of a file in /tmp, as far as the member (or, for a field's path, the type) that writes it shows.</summary>
internal static class TemporaryFiles
{
    public static FileLife LifeOf(IOperation writer, IOperation path, CancellationToken cancellationToken)
    {
        if (writer.SemanticModel is not { } model || DeletesItself(writer))
            return FileLife.Ended;
        var variable = path.Symbol() ?? (path == writer ? writer.ReceivingVariable() : null);
        var constant = path.Unwrap().ConstantValue is { HasValue: true, Value: string text } ? text : null;
        var scope = variable is null ? VariableUses.MemberAround(writer.Syntax) : VariableUses.ScopeOf(variable, writer.Syntax);
        var life = FileLife.Kept;
        foreach (var call in scope.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delete" or "Exists" or "Move" or "Add" or "AddFile" } || model.GetOperation(call, cancellationToken) is not IInvocationOperation operation)
                continue;
            if (!Concerns(operation, variable, constant, path, model))
                continue;
            switch (operation.TargetMethod.Name)
            {
                case "Exists" when call.SpanStart < writer.Syntax.SpanStart:
                    return FileLife.Ended;
                case "Move" or "Add" or "AddFile" when operation.TargetMethod.ContainingType.Name is "File" or "TempFileCollection" && operation.Syntax != writer.Syntax:
                    return FileLife.Ended;
                case "Delete" when operation.TargetMethod.ContainingType.Name is "File" or "Directory" or "FileInfo" or "DirectoryInfo":
                    if (IsOnEveryPath(writer.Syntax, call, variable))
                        return FileLife.Ended;
                    life = FileLife.EndsOnSomePaths;
                    break;
            }
        }

        return (variable is not null && Escapes(variable, scope, model, cancellationToken)) || IsReturned(path) ? FileLife.Ended : life;
    }

    private static bool DeletesItself(IOperation writer)
    {
        foreach (var inner in writer.Descendants())
        {
            if (inner is IFieldReferenceOperation { Field: { Name: "DeleteOnClose", ContainingType: { Name: "FileOptions", ContainingNamespace.Name: "IO" } } })
                return true;
        }

        return false;
    }

    /// <summary>The call's path is the same variable, constant or expression, or a folder that the path was made from.</summary>
    private static bool Concerns(IInvocationOperation call, ISymbol? variable, string? constant, IOperation path, SemanticModel model)
    {
        foreach (var argument in call.Arguments)
        {
            if (IsSame(argument.Value, variable, constant, path) || (call.TargetMethod.ContainingType.Name == "Directory" && variable is ILocalSymbol && IsMadeFrom(path, argument.Value.Symbol(), model)))
                return true;
        }

        return call.Instance?.Unwrap() is IObjectCreationOperation { Arguments: [var first, ..] } && IsSame(first.Value, variable, constant, path);
    }

    private static bool IsSame(IOperation value, ISymbol? variable, string? constant, IOperation path)
    {
        if (variable is not null)
            return SymbolEqualityComparer.Default.Equals(value.Symbol(), variable);
        if (constant is not null)
            return value.Unwrap().ConstantValue is { HasValue: true, Value: string other } && other == constant;
        return SyntaxFactory.AreEquivalent(value.Syntax, path.Syntax);
    }

    private static bool IsMadeFrom(IOperation path, ISymbol? folder, SemanticModel model) =>
        folder is not null && path.Unwrap() is ILocalReferenceOperation local && OneTimeInitialisation.InitialValue(local) is { } initial
        && initial.DescendantsAndSelf().Any(inner => SymbolEqualityComparer.Default.Equals(inner.Symbol(), folder));

    /// <summary>In a `finally`, or after the write with no way out between.</summary>
    private static bool IsOnEveryPath(SyntaxNode writer, SyntaxNode delete, ISymbol? variable)
    {
        if (delete.FirstAncestorOrSelf<FinallyClauseSyntax>() is not null || variable is IFieldSymbol)
            return true;
        if (delete.SpanStart < writer.Span.End)
            return false;
        return !VariableUses.MemberAround(writer).DescendantNodes().Any(node =>
            node is ReturnStatementSyntax or ThrowStatementSyntax && node.SpanStart > writer.Span.End && node.Span.End < delete.SpanStart);
    }

    /// <summary>Returned, or assigned to something that outlives the method: then the caller deletes it.</summary>
    private static bool Escapes(ISymbol variable, SyntaxNode scope, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var use in VariableUses.Of(variable, scope, model, cancellationToken))
        {
            var value = use.Parent;
            while (value is ParenthesizedExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax } or TupleExpressionSyntax)
                value = value.Parent;
            // `return new Result { Path = path }`: the caller gets it in an object.
            if (value is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax { Parent: { } receiver } } } part && part.Right.Span.Contains(use.Span))
                value = receiver;
            if (value is ReturnStatementSyntax or ArrowExpressionClauseSyntax or YieldStatementSyntax)
                return true;
            // A request's property names the file for one call; a field or property of one's own keeps it.
            if (value is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } assignment && assignment.Right.Span.Contains(use.Span) && model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol is not (ILocalSymbol or IDiscardSymbol))
                return true;
        }

        return false;
    }

    private static bool IsReturned(IOperation path)
    {
        var at = path.Parent;
        while (at is IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        return at is IReturnOperation or ISimpleAssignmentOperation { Target: IParameterReferenceOperation or IMemberReferenceOperation, Parent: not IObjectOrCollectionInitializerOperation };
    }
}
