using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>Calls and constructors that write to a file system, and the argument that says where.</summary>
internal static class FileWriters
{
    private const int Open = 3;

    /// <summary>Names of the methods that <see cref="PathOf(IOperation)"/> knows.</summary>
    public static readonly string[] Methods =
    [
        "WriteAllText", "WriteAllTextAsync", "WriteAllBytes", "WriteAllBytesAsync", "WriteAllLines", "WriteAllLinesAsync", "AppendAllText", "AppendAllTextAsync", "AppendAllLines",
        "AppendAllLinesAsync", "AppendAllBytes", "AppendAllBytesAsync", "AppendText", "Create", "CreateText", "OpenWrite", "Open", "Move", "Copy", "CreateDirectory", "CreateFromDirectory",
        "CreateFromDirectoryAsync", "ExtractToDirectory", "ExtractToDirectoryAsync", "Download", "DownloadAsync", "DownloadDirectory", "DownloadDirectoryAsync", "DownloadWithResponseAsync",
        "WriteResponseStreamToFile", "WriteResponseStreamToFileAsync",
    ];

    /// <summary>Names of the types that <see cref="PathOf(IOperation)"/> knows.</summary>
    public static readonly string[] Types = ["FileStream", "StreamWriter"];

    /// <summary>The path, or null when the operation does not write.</summary>
    public static IOperation? PathOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => PathOf(call)?.Value ?? PathOfRequest(call),
        IObjectCreationOperation { Type: INamedTypeSymbol type } creation => PathOf(type, creation)?.Value,
        _ => null,
    };

    /// <summary>`DownloadAsync(new TransferUtilityDownloadRequest { FilePath = … })`: the path is handed over in an object.</summary>
    private static IOperation? PathOfRequest(IInvocationOperation call)
    {
        if (call.TargetMethod.ContainingType?.Name is not ("TransferUtility" or "ITransferUtility") || !call.TargetMethod.Name.StartsWith("Download", StringComparison.Ordinal) || call.Arguments.IsEmpty)
            return null;
        var request = call.Arguments[0].Value.Unwrap();
        if (request is ILocalReferenceOperation local)
            request = OneTimeInitialisation.InitialValue(local)?.Unwrap();
        return request is IObjectCreationOperation creation ? creation.Initialised("FilePath") ?? creation.Initialised("LocalDirectory") : null;
    }

    /// <summary>Makes a folder: harmless where it may be made, and nothing to clean up after.</summary>
    public static bool MakesFolder(IOperation operation) => operation is IInvocationOperation { TargetMethod: { Name: "CreateDirectory" or "ExtractToDirectory" } };

    private static IArgumentOperation? PathOf(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.ContainingType?.Name)
        {
            case "File" when IsIn(method, "IO"):
                return method.Name switch
                {
                    "WriteAllText" or "WriteAllTextAsync" or "WriteAllBytes" or "WriteAllBytesAsync" or "WriteAllLines" or "WriteAllLinesAsync"
                        or "AppendAllText" or "AppendAllTextAsync" or "AppendAllLines" or "AppendAllLinesAsync" or "AppendAllBytes" or "AppendAllBytesAsync" or "AppendText"
                        or "Create" or "CreateText" or "OpenWrite" => call.Arguments.Argument("path"),
                    "Open" => Writes(call.Arguments) ? call.Arguments.Argument("path") : null,
                    "Move" or "Copy" => call.Arguments.Argument("destFileName"),
                    _ => null,
                };
            case "Directory" when IsIn(method, "IO"):
                return method.Name == "CreateDirectory" ? call.Arguments.Argument("path") : null;
            case "ZipFile":
                return method.Name switch
                {
                    "CreateFromDirectory" or "CreateFromDirectoryAsync" => call.Arguments.Argument("destinationArchiveFileName"),
                    "ExtractToDirectory" or "ExtractToDirectoryAsync" => call.Arguments.Argument("destinationDirectoryName"),
                    _ => null,
                };
            case "TransferUtility" or "ITransferUtility" when method.Name.StartsWith("Download", StringComparison.Ordinal):
                return call.Arguments.Argument("filePath") ?? call.Arguments.Argument("localDirectory");
            case "GetObjectResponse" when method.Name.StartsWith("WriteResponseStreamToFile", StringComparison.Ordinal):
                return call.Arguments.Argument("filePath");
            default:
                return null;
        }
    }

    private static IArgumentOperation? PathOf(INamedTypeSymbol type, IObjectCreationOperation creation)
    {
        if (type.ContainingNamespace is not { Name: "IO" } || creation.Arguments.Argument("path") is not { Parameter.Type.SpecialType: SpecialType.System_String } path)
            return null;
        return type.Name switch
        {
            "FileStream" when Writes(creation.Arguments) => path,
            "StreamWriter" => path,
            _ => null,
        };
    }

    /// <summary>A mode that creates or changes; what is not constant is not claimed.</summary>
    private static bool Writes(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.Argument("access")?.Value.Unwrap().ConstantValue is { HasValue: true, Value: int access } && !arguments.Argument("access")!.IsImplicit)
            return (access & 2) != 0;
        return arguments.Argument("mode")?.Value.Unwrap().ConstantValue is { HasValue: true, Value: int mode } && mode != Open;
    }

    private static bool IsIn(IMethodSymbol method, string @namespace) => method.ContainingNamespace?.Name == @namespace;
}
