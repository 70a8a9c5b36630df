using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// How the project registers a type: as scoped or transient, then each invocation has its own object; as singleton, then all share one.
/// By name: asked only for a candidate.
/// </summary>
internal static class PerInvocationTypes
{
    private static readonly string[] Short = ["AddScoped", "AddTransient", "TryAddScoped", "TryAddTransient"];

    private static readonly string[] Long = ["AddSingleton", "TryAddSingleton", "AddKeyedSingleton"];

    private static readonly ConditionalWeakTable<SyntaxTree, SimpleNameSyntax[]> Calls = new();

    /// <summary>Scoped or transient.</summary>
    public static bool Registers(Compilation compilation, string type, CancellationToken cancellationToken) => Registers(compilation, type, Short, cancellationToken);

    public static bool RegistersSingleton(Compilation compilation, string type, CancellationToken cancellationToken) => Registers(compilation, type, Long, cancellationToken);

    private static bool Registers(Compilation compilation, string type, string[] methods, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            if (!names.Mentions(type) || !Array.Exists(methods, names.Mentions))
                continue;
            foreach (var name in CallsIn(tree, cancellationToken))
            {
                if (Array.IndexOf(methods, name.Identifier.ValueText) >= 0 && IsAbout(name, type))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Every candidate asks, and few trees register anything: a tree is walked once in its life.</summary>
    private static SimpleNameSyntax[] CallsIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Calls.TryGetValue(tree, out var known))
            return known;
        var found = tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>()
            .Where(static name => Array.IndexOf(Short, name.Identifier.ValueText) >= 0 || Array.IndexOf(Long, name.Identifier.ValueText) >= 0).ToArray();
        return Calls.GetValue(tree, _ => found);
    }

    /// <summary>`AddX&lt;IStore, Store&gt;()`, `AddX(typeof(Store))`, `AddX(new Store(…))`, `AddX(sp => new Store(…))`.</summary>
    private static bool IsAbout(SimpleNameSyntax method, string type)
    {
        if (method is GenericNameSyntax generic && generic.TypeArgumentList.Arguments.Any(argument => LastName(argument) == type))
            return true;
        if (method.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call })
            return false;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var value = argument.Expression is LambdaExpressionSyntax { ExpressionBody: { } body } ? body : argument.Expression;
            if (value is TypeOfExpressionSyntax typeOf && LastName(typeOf.Type) == type || value is ObjectCreationExpressionSyntax creation && LastName(creation.Type) == type)
                return true;
        }

        return false;
    }

    private static string? LastName(TypeSyntax type) => type is NameSyntax name ? TreeNames.SimpleName(name) : null;
}
