using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Deployment;

/// <summary>The code behind a function of a template, where it is in this compilation.</summary>
internal static class DeployedHandlers
{
    private const string Bootstrap = "bootstrap";

    /// <summary>The methods of this name where the runtime looks for them: in the type itself, then in one base type after the other. Base types of other assemblies count.</summary>
    public static IReadOnlyList<IMethodSymbol> Named(INamedTypeSymbol type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            var found = at.GetMembers(name).OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary).ToList();
            if (found.Count > 0)
                return found;
        }

        return [];
    }

    /// <summary>Null when the handler is elsewhere, when several methods may be meant, or when a generator stands in between.</summary>
    public static IMethodSymbol? MethodOf(DeployedFunction function, Compilation compilation, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (function.Parts is not { } parts)
            return function.Handler is { } executable && (executable == compilation.AssemblyName || executable == Bootstrap) ? OnlyBootstrap(executable, compilation, model, cancellationToken) : null;
        if (parts.Wrapped is not null || HandlerString.Resolve(function.Handler, compilation) is not { } handler)
            return null;
        if (parts.HasSignature && handler.Methods.Count == 1)
            return handler.Methods[0];
        return Named(handler.Type, parts.Method) is [var only] ? only : null;
    }

    /// <summary>An executable runs one handler, unless several functions share it.</summary>
    private static IMethodSymbol? OnlyBootstrap(string executable, Compilation compilation, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (model.Deployment(cancellationToken).Functions.Count(function => function.Handler == executable) != 1)
            return null;
        var roots = model.Handlers(cancellationToken).Roots;
        if (roots is not [{ Form: HandlerForm.Bootstrap } root])
            return null;
        return root.Method ?? compilation.ModelOf(root.Body)?.GetSymbolInfo(root.Body, cancellationToken).Symbol as IMethodSymbol;
    }
}
