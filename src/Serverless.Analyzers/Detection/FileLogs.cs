using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Lines that are appended to a file whose name says that it is a log.</summary>
internal static class FileLogs
{
    public static bool IsLog(IOperation writer, string path) =>
        path.EndsWith(".log", StringComparison.OrdinalIgnoreCase)
        && writer is IInvocationOperation { TargetMethod: { ContainingType: { Name: "File", ContainingNamespace.Name: "IO" }, Name: var name } } && name.StartsWith("Append", StringComparison.Ordinal);
}
