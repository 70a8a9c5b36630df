using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Calls and constructors that read a file, and the argument that says which.</summary>
internal static class FileReaders
{
    private const int Open = 3;

    /// <summary>Names of the methods that <see cref="PathOf"/> knows.</summary>
    public static readonly string[] Methods =
    [
        "ReadAllText", "ReadAllTextAsync", "ReadAllBytes", "ReadAllBytesAsync", "ReadAllLines", "ReadAllLinesAsync", "ReadLines", "ReadLinesAsync", "OpenRead", "OpenText", "Open",
        "GetFiles", "EnumerateFiles",
    ];

    /// <summary>Names of the types that <see cref="PathOf"/> knows.</summary>
    public static readonly string[] Types = ["StreamReader", "FileStream"];

    /// <summary>The path, or null when the operation does not read.</summary>
    public static IOperation? PathOf(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { ContainingType: { Name: "File", ContainingNamespace.Name: "IO" }, Name: var name } } call:
                return name.StartsWith("Read", StringComparison.Ordinal) || name is "OpenRead" or "OpenText" || (name == "Open" && IsOpen(call.Arguments.Argument("mode"))) ? call.Arguments.Argument("path")?.Value : null;
            case IInvocationOperation { TargetMethod: { ContainingType: { Name: "Directory", ContainingNamespace.Name: "IO" }, Name: "GetFiles" or "EnumerateFiles" } } call:
                return call.Arguments.Argument("path")?.Value;
            case IObjectCreationOperation { Type: { ContainingNamespace.Name: "IO", Name: "StreamReader" or "FileStream" } type } creation when creation.Arguments.Argument("path") is { Parameter.Type.SpecialType: SpecialType.System_String } path:
                return type.Name == "StreamReader" || IsOpen(creation.Arguments.Argument("mode")) ? path.Value : null;
            default:
                return null;
        }
    }

    private static bool IsOpen(IArgumentOperation? mode) => mode?.Value.Unwrap().ConstantValue is { HasValue: true, Value: Open };
}
