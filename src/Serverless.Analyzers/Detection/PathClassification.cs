using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Classifies a path by what its beginning says: constants, concatenation, interpolation, `Path.Combine`, well-known folders, and variables with one value.</summary>
internal static class PathClassification
{
    private const int DeepestVariable = 4;

    public static PathClass Of(IOperation path, CancellationToken cancellationToken) => Of(path, 0, cancellationToken);

    private static PathClass Of(IOperation path, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        path = path.Unwrap();
        if (path.ConstantValue is { HasValue: true, Value: string constant })
            return OfText(constant);
        return path switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => Of(sum.LeftOperand, depth, cancellationToken),
            IInterpolatedStringOperation { Parts: [var first, ..] } => OfPart(first, depth, cancellationToken),
            IInvocationOperation call => OfCall(call, depth, cancellationToken),
            IPropertyReferenceOperation { Property: { Name: "BaseDirectory", ContainingType: { Name: "AppContext" or "AppDomain", ContainingNamespace.Name: "System" } } } => PathClass.Task,
            IPropertyReferenceOperation { Property: { Name: "CurrentDirectory", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } } } => PathClass.Task,
            ILocalReferenceOperation local when depth < DeepestVariable => OfLocal(local, depth, cancellationToken),
            IFieldReferenceOperation { Field.IsReadOnly: true } field when depth < DeepestVariable => OfField(field, depth, cancellationToken),
            _ => PathClass.Unknown,
        };
    }

    public static PathClass OfText(string path)
    {
        if (path.Length == 0)
            return PathClass.Unknown;
        if (IsUnder(path, "/tmp"))
            return PathClass.Tmp;
        if (IsUnder(path, "/var/task"))
            return PathClass.Task;
        if (IsUnder(path, "/mnt"))
            return PathClass.Mounted;
        if (IsUnder(path, "/dev") || IsUnder(path, "/proc"))
            return PathClass.Device;
        if (path[0] is '/' or '\\' || (path.Length > 2 && path[1] == ':' && path[2] is '\\' or '/'))
            return PathClass.OtherAbsolute;
        return PathClass.Relative;
    }

    private static bool IsUnder(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');

    private static PathClass OfPart(IInterpolatedStringContentOperation part, int depth, CancellationToken cancellationToken) => part switch
    {
        IInterpolatedStringTextOperation { Text: { } text } => Of(text, depth, cancellationToken),
        IInterpolationOperation { Expression: { } expression } => Of(expression, depth, cancellationToken),
        _ => PathClass.Unknown,
    };

    private static PathClass OfCall(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        var method = call.TargetMethod;
        switch (method.ContainingType?.Name, method.Name)
        {
            case ("Path", "Combine" or "Join"):
                return OfFirst(call, depth, cancellationToken);
            case ("Path", "GetTempPath" or "GetTempFileName"):
                return PathClass.Tmp;
            case ("Path", "GetRandomFileName" or "GetFileName" or "GetFileNameWithoutExtension"):
                return PathClass.Relative;
            case ("Path", "GetFullPath" or "ChangeExtension" or "GetDirectoryName") when call.Arguments.Length > 0:
                return Of(call.Arguments[0].Value, depth, cancellationToken);
            case ("Directory", "GetCurrentDirectory"):
                return PathClass.Task;
            case ("Environment", "GetEnvironmentVariable") when call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string name } }, ..]:
                return name switch { "LAMBDA_TASK_ROOT" => PathClass.Task, "TMPDIR" => PathClass.Tmp, _ => PathClass.Unknown };
            default:
                return PathClass.Unknown;
        }
    }

    /// <summary>A later rooted constant wins in `Combine`; otherwise the first part decides.</summary>
    private static PathClass OfFirst(IInvocationOperation call, int depth, CancellationToken cancellationToken)
    {
        var parts = Parts(call);
        if (call.TargetMethod.Name == "Combine")
        {
            for (var i = parts.Count - 1; i > 0; i--)
            {
                if (parts[i].Unwrap().ConstantValue is { HasValue: true, Value: string { Length: > 0 } text } && text[0] == '/')
                    return OfText(text);
            }
        }

        return parts.Count == 0 ? PathClass.Unknown : Of(parts[0], depth, cancellationToken);
    }

    public static List<IOperation> Parts(IInvocationOperation call)
    {
        var parts = new List<IOperation>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is IArrayCreationOperation { Initializer: { } elements })
                parts.AddRange(elements.ElementValues);
            else
                parts.Add(argument.Value);
        }

        return parts;
    }

    private static PathClass OfLocal(ILocalReferenceOperation local, int depth, CancellationToken cancellationToken)
    {
        if (OneTimeInitialisation.InitialValue(local) is not { } initial || VariableUses.IsReassigned(local.Local, local.Syntax, local.SemanticModel!, cancellationToken))
            return PathClass.Unknown;
        return Of(initial, depth + 1, cancellationToken);
    }

    private static PathClass OfField(IFieldReferenceOperation field, int depth, CancellationToken cancellationToken)
    {
        foreach (var reference in field.Field.DeclaringSyntaxReferences)
        {
            if (reference.SyntaxTree == field.Syntax.SyntaxTree && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                && field.SemanticModel?.GetOperation(value, cancellationToken) is { } operation)
            {
                return Of(operation, depth + 1, cancellationToken);
            }
        }

        return PathClass.Unknown;
    }
}
