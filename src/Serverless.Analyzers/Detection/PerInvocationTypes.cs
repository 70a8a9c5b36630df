using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Is a handler type registered as scoped or transient in this project? Then each invocation has its own object. By name: asked only for a candidate.</summary>
internal static class PerInvocationTypes
{
    public static bool Registers(Compilation compilation, string type, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            if (!names.Mentions(type) || (!names.Mentions("AddScoped") && !names.Mentions("AddTransient")))
                continue;
            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<GenericNameSyntax>())
            {
                if (name.Identifier.ValueText is "AddScoped" or "AddTransient" && name.TypeArgumentList.Arguments.Any(argument => LastName(argument) == type))
                    return true;
            }
        }

        return false;
    }

    private static string? LastName(TypeSyntax type) => type is NameSyntax name ? TreeNames.SimpleName(name) : null;
}
