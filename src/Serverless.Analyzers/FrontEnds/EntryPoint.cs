using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// The program's own `Main`, and whether anything in the program starts the functions. A `Main` that does neither exits at
/// once, which shows on Lambda as `Runtime.ExitError` without a reason.
/// </summary>
internal static class EntryPoint
{
    /// <summary>Types whose methods start functions: our loop, our host, and Amazon's loops.</summary>
    private static readonly HashSet<string> Starters = new(StringComparer.Ordinal)
    {
        "Serverless.Runtime.ServerlessRuntime",
        "Serverless.Hosting.ServerlessHost",
        "Amazon.Lambda.RuntimeSupport.LambdaBootstrap",
        "Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder",
    };

    /// <summary>The entry point that the user wrote; null in a library and where one is to be generated.</summary>
    public static IMethodSymbol? Own(Compilation compilation, CancellationToken cancellationToken) =>
        compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication
            ? compilation.GetEntryPoint(cancellationToken)
            : null;

    /// <summary>
    /// True when some method of the program uses a type that starts functions. Everywhere is looked, because a `Main` may call
    /// a helper; only trees that hold one of the names are bound.
    /// </summary>
    public static bool StartsFunctions(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
            {
                if (node is not IdentifierNameSyntax { Identifier.ValueText: var name } identifier || !IsStarterName(name))
                    continue;
                model ??= compilation.ModelOf(tree);
                if (model?.GetSymbolInfo(identifier, cancellationToken).Symbol is INamedTypeSymbol type && Starters.Contains(type.ToDisplayString()))
                    return true;
            }
        }

        return false;
    }

    private static bool IsStarterName(string name) =>
        name is "ServerlessRuntime" or "ServerlessHost" or "LambdaBootstrap" or "LambdaBootstrapBuilder";
}
