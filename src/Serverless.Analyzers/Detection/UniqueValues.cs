using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Values that are meant to differ from process to process or from moment to moment: identifiers, random numbers, the clock, the machine.</summary>
internal static class UniqueValues
{
    /// <summary>What such a value comes from, by name, or null. Lambdas run later; a method of this project is followed to what it returns, once.</summary>
    public static string? SourceOf(IOperation value, Compilation compilation, CancellationToken cancellationToken) => SourceOf(value, compilation, depth: 0, cancellationToken);

    private static string? SourceOf(IOperation value, Compilation compilation, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // The generator itself is another rule's; so is what is thrown away in a comparison.
        if (value is IAnonymousFunctionOperation or IObjectCreationOperation { Type: { Name: "Random", ContainingNamespace.Name: "System" } })
            return null;
        if (NameOf(value) is { } name)
            return name;
        if (depth == 0 && value is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences: [var declaration], MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction, IsAbstract: false } })
        {
            foreach (var returned in Returned(declaration.GetSyntax(cancellationToken), compilation, cancellationToken))
            {
                if (SourceOf(returned, compilation, depth + 1, cancellationToken) is { } source)
                    return source;
            }
        }

        foreach (var child in value.ChildOperations)
        {
            if (SourceOf(child, compilation, depth, cancellationToken) is { } source)
                return source;
        }

        return null;
    }

    private static IEnumerable<IOperation> Returned(SyntaxNode method, Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.ModelOf(method)?.GetOperation(method, cancellationToken) is not { } body)
            yield break;
        foreach (var inner in body.Descendants())
        {
            if (inner is IReturnOperation { ReturnedValue: { } value })
                yield return value;
        }
    }

    private static string? NameOf(IOperation value) => value switch
    {
        IInvocationOperation call => NameOf(call.TargetMethod),
        IPropertyReferenceOperation property => NameOf(property.Property),
        _ => null,
    };

    private static string? NameOf(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type || !type.ContainingNamespace.IsUnder("System"))
            return null;
        var matches = type.Name switch
        {
            "Guid" => method.Name is "NewGuid" or "CreateVersion7",
            "TimeProvider" => method.Name is "GetUtcNow" or "GetLocalNow" or "GetTimestamp",
            "Stopwatch" => method.Name is "StartNew" or "GetTimestamp",
            "RandomNumberGenerator" => method.Name is "GetBytes" or "GetInt32" or "GetHexString" or "GetString" or "GetItems" or "GetNonZeroBytes",
            "Random" => method.Name.StartsWith("Next", StringComparison.Ordinal) || method.Name is "GetItems",
            "Path" => method.Name == "GetRandomFileName",
            _ => false,
        };
        return matches ? type.Name + "." + method.Name : null;
    }

    private static string? NameOf(IPropertySymbol property)
    {
        if (property.ContainingType is not { } type || !type.ContainingNamespace.IsUnder("System"))
            return null;
        var matches = type.Name switch
        {
            "DateTime" => property.Name is "Now" or "UtcNow" or "Today",
            "DateTimeOffset" => property.Name is "Now" or "UtcNow",
            "Environment" => property.Name is "TickCount" or "TickCount64" or "MachineName" or "ProcessId",
            "Process" => property.Name is "Id" or "StartTime",
            "Activity" => property.Name is "TraceId" or "SpanId",
            _ => false,
        };
        return matches ? type.Name + "." + property.Name : null;
    }
}
