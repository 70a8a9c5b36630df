using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// Methods that are shaped like a handler and that nothing else names: public, in a type without better evidence, called by no code of the project. The shapes are an event first,
/// an `ILambdaContext` last, or streams in and out. Helpers have the same shapes, so being called is an alibi, and a project with tests in it is not searched at all.
/// </summary>
internal static class ShapedHandlers
{
    public static void Find(HandlerFinder finder)
    {
        if (finder.HasTests)
            return;
        var candidates = new List<(IMethodSymbol Method, HandlerForm Form)>();
        foreach (var tree in finder.Trees)
        {
            foreach (var declaration in tree.Methods)
            {
                if (MayBe(declaration) && finder.MethodOf(declaration) is { } method && IsCandidate(method) && FormOf(method) is { } form && !finder.Claims(method.ContainingType))
                    candidates.Add((method, form));
            }
        }

        candidates.RemoveAll(candidate => Calls.Exist(finder, candidate.Method));
        foreach (var form in new[] { HandlerForm.EventParameter, HandlerForm.ContextParameter })
        {
            // What an event claims is not claimed again by a context: a type is judged by its better evidence.
            var ofForm = candidates.FindAll(candidate => candidate.Form == form && !finder.Claims(candidate.Method.ContainingType));
            foreach (var (method, _) in ofForm)
                finder.Add(form, method);
        }

        if (finder.Options.IsLambdaProject && !finder.HasRoots)
            AddStream(finder, candidates);
    }

    /// <summary>A stream says nothing: only the single public type of a class library that is deployed as a function is believed.</summary>
    private static void AddStream(HandlerFinder finder, List<(IMethodSymbol Method, HandlerForm Form)> candidates)
    {
        var streams = candidates.FindAll(static candidate => candidate.Form == HandlerForm.StreamSignature);
        if (streams.Count != 1 || finder.Compilation.Options.OutputKind != OutputKind.DynamicallyLinkedLibrary)
            return;
        var types = Implementations.SourceTypes(finder.Compilation).FindAll(static type => type.DeclaredAccessibility == Accessibility.Public);
        if (types.Count == 1)
            finder.Add(HandlerForm.StreamSignature, streams[0].Method);
    }

    private static bool MayBe(MethodDeclarationSyntax declaration)
    {
        var parameters = declaration.ParameterList.Parameters;
        return parameters.Count > 0 && (EndsWith(parameters[parameters.Count - 1].Type, "ILambdaContext") || EndsWith(parameters[0].Type, "Event") || EndsWith(parameters[0].Type, "Request")
            || (parameters.Count == 1 && EndsWith(parameters[0].Type, "Stream")));
    }

    private static bool EndsWith(TypeSyntax? type, string end) => type switch
    {
        NullableTypeSyntax nullable => EndsWith(nullable.ElementType, end),
        QualifiedNameSyntax qualified => EndsWith(qualified.Right, end),
        SimpleNameSyntax simple => simple.Identifier.ValueText.EndsWith(end, StringComparison.Ordinal),
        _ => false,
    };

    private static bool IsCandidate(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsAbstract: false, IsExtensionMethod: false }
        && method.ContainingType is { TypeKind: TypeKind.Class, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } type
        && type.AllInterfaces.All(static contract => contract.Name != "ILambdaContext");

    private static HandlerForm? FormOf(IMethodSymbol method)
    {
        var last = method.Parameters[method.Parameters.Length - 1].Type;
        var takesContext = IsLambdaContext(last);
        if (EventTypes.IsEvent(method.Parameters[0].Type) && method.Parameters[0].Type.Name is var name
            && (name.EndsWith("Event", StringComparison.Ordinal) || name.EndsWith("Request", StringComparison.Ordinal)) && method.Parameters.Length <= 2 && (method.Parameters.Length == 1 || takesContext))
        {
            return HandlerForm.EventParameter;
        }

        if (takesContext)
            return HandlerForm.ContextParameter;
        return method.Parameters.Length == 1 && last is { Name: "Stream", ContainingNamespace.Name: "IO" } && ReturnsStream(method.ReturnType) ? HandlerForm.StreamSignature : null;
    }

    private static bool IsLambdaContext(ITypeSymbol type) => type is { Name: "ILambdaContext", ContainingNamespace: { Name: "Core", ContainingNamespace: { Name: "Lambda", ContainingNamespace.Name: "Amazon" } } };

    private static bool ReturnsStream(ITypeSymbol type) => type is { SpecialType: SpecialType.System_Void } or { Name: "Stream" }
        || type is INamedTypeSymbol { Name: "Task", TypeArguments: [] or [{ Name: "Stream" }] };
}
