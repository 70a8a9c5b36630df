using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// A handler that the managed runtime itself loads: it finds the method by reflection, makes the object and serialises what goes in and out, and refuses what it cannot
/// call when the environment starts. Generated handlers, delegates given to a bootstrap and ASP.NET Core actions are called by code that fits them.
/// </summary>
/// <param name="Method">With the type arguments of a generic base class filled in.</param>
/// <param name="IsCertain">A deployment file names the method, or it carries an attribute that only the runtime reads; otherwise its shape alone says so.</param>
internal readonly record struct LoadedHandler(IMethodSymbol Method, bool IsCertain)
{
    public DiagnosticSeverity Severity => IsCertain ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
}

internal static class LoadedHandlers
{
    /// <summary>Null when the runtime does not load the method, or when that is a mere possibility.</summary>
    public static LoadedHandler? Of(IMethodSymbol method, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (method.MethodKind != MethodKind.Ordinary || method.PartialDefinitionPart is not null)
            return null;
        var handlers = model.Handlers(cancellationToken);
        var root = handlers.RootOf(method);
        if (root?.Form == HandlerForm.HandlerString)
            return IsAmbiguous(root, handlers) ? null : new LoadedHandler(root.Method ?? method, IsCertain: true);
        if (model.Types.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary)
            return null;
        if (HasSerializer(method) && method is { IsAbstract: false, IsVirtual: false })
            return root is null || IsShaped(root.Form) ? new LoadedHandler(method, IsCertain: true) : null;
        return root is not null && IsShaped(root.Form) && IsLikely(method, handlers, model) ? new LoadedHandler(method, IsCertain: false) : null;
    }

    /// <summary>`[LambdaSerializer]` on the method or the assembly.</summary>
    public static bool HasSerializer(ISymbol symbol) => Serializer(symbol) is not null;

    /// <summary>The type that `[LambdaSerializer]` names; null without the attribute.</summary>
    public static AttributeData? Serializer(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "LambdaSerializerAttribute", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Lambda" } })
                return attribute;
        }

        return null;
    }

    /// <summary>
    /// The shape of a method is a guess: it counts in a project that says it is a function, that shows no better handler, and for a method whose signature is its own
    /// (a base class or an interface may be called by a library that makes the object with its services).
    /// </summary>
    private static bool IsLikely(IMethodSymbol method, HandlerSet handlers, ServerlessModel model)
    {
        if (!model.Options.IsLambdaProject && !HasSerializer(model.Types.Compilation.Assembly))
            return false;
        foreach (var root in handlers.Roots)
        {
            if (!IsShaped(root.Form))
                return false;
        }

        return !method.IsOverride && !method.IsVirtual && !ImplementsInterface(method);
    }

    private static bool IsShaped(HandlerForm form) => form is HandlerForm.EventParameter or HandlerForm.ContextParameter or HandlerForm.StreamSignature;

    /// <summary>A handler string that does not select among overloads makes roots of all of them, and the runtime refuses it for that reason first.</summary>
    private static bool IsAmbiguous(HandlerRoot one, HandlerSet handlers)
    {
        foreach (var root in handlers.Roots)
        {
            if (!ReferenceEquals(root, one) && root.Form == HandlerForm.HandlerString && root.Name == one.Name && SymbolEqualityComparer.Default.Equals(root.Method?.ContainingType, one.Method?.ContainingType))
                return true;
        }

        return false;
    }

    private static bool ImplementsInterface(IMethodSymbol method)
    {
        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                    return true;
            }
        }

        return !method.ExplicitInterfaceImplementations.IsEmpty;
    }
}
