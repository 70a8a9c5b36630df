using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Shape;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>Joins what the build properties say with what the compilation shows.</summary>
internal static class ProjectFactsReader
{
    public static ProjectFacts Read(Compilation compilation, ProjectOptions options, KnownTypes types, CancellationToken cancellationToken)
    {
        var assemblyName = compilation.AssemblyName ?? "";
        var isExecutable = compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication;
        return new ProjectFacts
        {
            AssemblyName = assemblyName,
            RootNamespace = options.RootNamespace.Length > 0 ? options.RootNamespace : Identifier(assemblyName),
            IsExecutable = isExecutable,
            HasOwnMain = isExecutable && compilation.GetEntryPoint(cancellationToken) is not null,
            TargetFramework = options.TargetFramework,
            RuntimeIdentifier = options.RuntimeIdentifier,
            PublishAot = options.PublishAot,
            SelfContained = options.SelfContained,
            HasLambdaCore = types[KnownTypeNames.LambdaContext] is not null,
            HasHosting = types[KnownTypeNames.ServerlessHost] is not null,
            HasLogging = types[KnownTypeNames.Logger] is not null,
            JsonContext = JsonContext(compilation, types, cancellationToken),
            DirectJson = options.DirectJson,
            ArtifactKinds = options.ArtifactKinds,
        };
    }

    /// <summary>The one the application names, else the only one of the project.</summary>
    private static string? JsonContext(Compilation compilation, KnownTypes types, CancellationToken cancellationToken)
    {
        if (DeclaredAttributes.Of(compilation.Assembly).Find("ServerlessApplication")?.Type("JsonContext") is { } named)
            return Qualified(named);
        if (types[KnownTypeNames.JsonSerializerContext] is not { } context)
            return null;
        INamedTypeSymbol? only = null;
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var node in TreeShape.Of(tree, cancellationToken).JsonContexts)
            {
                if (compilation.GetSemanticModel(tree).GetDeclaredSymbol(node, cancellationToken) is not INamedTypeSymbol type || !SymbolEqualityComparer.Default.Equals(type.BaseType, context))
                    continue;
                if (only is not null && !SymbolEqualityComparer.Default.Equals(only, type))
                    return null;
                only = type;
            }
        }

        return only is null ? null : Qualified(only);
    }

    private static string Qualified(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string Identifier(string assemblyName) =>
        string.Join(".", assemblyName.Split('.').Where(static part => part.Length > 0).Select(static part =>
        {
            var name = new string([.. part.Select(static c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')]);
            return char.IsDigit(name[0]) ? "_" + name : name;
        }));
}
