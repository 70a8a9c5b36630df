using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>Metadata names of everything that is recognised. Front ends match by these, never by `typeof`: no package is required.</summary>
internal static class KnownTypeNames
{
    public const string LambdaContext = "Amazon.Lambda.Core.ILambdaContext";
    public const string JsonSerializerContext = "System.Text.Json.Serialization.JsonSerializerContext";
    public const string ServerlessHost = "Serverless.Hosting.ServerlessHost";
    public const string Logger = "Microsoft.Extensions.Logging.ILogger";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string State = "Serverless.StepFunctions.State";
}

/// <summary>Types of one compilation, looked up once each. Null when the compilation does not have them.</summary>
internal sealed class KnownTypes(Compilation compilation)
{
    private readonly Dictionary<string, INamedTypeSymbol?> _found = new(StringComparer.Ordinal);

    public Compilation Compilation { get; } = compilation;

    public INamedTypeSymbol? this[string metadataName]
    {
        get
        {
            lock (_found)
            {
                if (!_found.TryGetValue(metadataName, out var type))
                    _found.Add(metadataName, type = Find(metadataName));
                return type;
            }
        }
    }

    /// <summary>The compilation's own type first, then the first reference that has it: two assemblies with one type must not hide both.</summary>
    private INamedTypeSymbol? Find(string metadataName)
    {
        if (Compilation.Assembly.GetTypeByMetadataName(metadataName) is { } own)
            return own;
        foreach (var type in Compilation.GetTypesByMetadataName(metadataName))
        {
            if (type.DeclaredAccessibility == Accessibility.Public)
                return type;
        }

        return null;
    }
}
