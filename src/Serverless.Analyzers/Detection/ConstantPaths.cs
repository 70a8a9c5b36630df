using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>The text of a path that is the same in every run, `Path.GetTempPath()` read as `/tmp`: so that two ways to write one path are one path.</summary>
internal static class ConstantPaths
{
    private const int DeepestVariable = 4;

    /// <summary>Null when any part of the path is not known.</summary>
    public static string? Of(IOperation path, CancellationToken cancellationToken) => Of(path, 0, cancellationToken);

    private static string? Of(IOperation path, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        path = path.Unwrap();
        if (path.ConstantValue is { HasValue: true, Value: string constant })
            return constant;
        switch (path)
        {
            case IInvocationOperation { TargetMethod: { Name: "GetTempPath", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } } }:
                return "/tmp";
            case IInvocationOperation { TargetMethod: { Name: "Combine" or "Join", ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } } } call:
                return Joined(call, depth, cancellationToken);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Of(sum.LeftOperand, depth, cancellationToken) is { } left && Of(sum.RightOperand, depth, cancellationToken) is { } right ? Sum(sum.LeftOperand, left) + right : null;
            case ILocalReferenceOperation local when depth < DeepestVariable:
                return OneTimeInitialisation.InitialValue(local) is { } initial && !VariableUses.IsReassigned(local.Local, local.Syntax, local.SemanticModel!, cancellationToken)
                    ? Of(initial, depth + 1, cancellationToken)
                    : null;
            case IFieldReferenceOperation { Field: { IsReadOnly: true, DeclaringSyntaxReferences: [var reference] } } field when depth < DeepestVariable && reference.SyntaxTree == field.Syntax.SyntaxTree:
                return reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } && field.SemanticModel?.GetOperation(value, cancellationToken) is { } operation
                    ? Of(operation, depth + 1, cancellationToken)
                    : null;
            default:
                return null;
        }
    }

    /// <summary>`GetTempPath()` ends with a separator, which is left out here where a part follows that needs one.</summary>
    private static string Sum(IOperation left, string text) => left.Unwrap() is IInvocationOperation { TargetMethod.Name: "GetTempPath" } ? text + "/" : text;

    private static string? Joined(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        string? path = null;
        foreach (var part in PathClassification.Parts(call))
        {
            if (Of(part, depth, cancellationToken) is not { } text)
                return null;
            path = path is null || (call.TargetMethod.Name == "Combine" && text.StartsWith("/", StringComparison.Ordinal)) ? text : path.TrimEnd('/') + "/" + text.TrimStart('/');
        }

        return path;
    }
}
