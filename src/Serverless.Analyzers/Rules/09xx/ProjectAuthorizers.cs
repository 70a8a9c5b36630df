using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>Methods with `[HttpApiAuthorizer]` or `[RestApiAuthorizer]` in a compilation, by name and found once: asked only for a route that has none.</summary>
internal sealed class ProjectAuthorizers
{
    private sealed record Found(ImmutableArray<string> Http, ImmutableArray<string> Rest);

    private Found? _found;

    /// <summary>Qualified names.</summary>
    public ImmutableArray<string> Of(Compilation compilation, bool isRest, CancellationToken cancellationToken)
    {
        var found = Volatile.Read(ref _found);
        if (found is null)
        {
            found = new Found(Find(compilation, "HttpApiAuthorizer", cancellationToken), Find(compilation, "RestApiAuthorizer", cancellationToken));
            Volatile.Write(ref _found, found);
        }

        return isRest ? found.Rest : found.Http;
    }

    private static ImmutableArray<string> Find(Compilation compilation, string attribute, CancellationToken cancellationToken)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var known = TreeNames.Of(tree, cancellationToken);
            if (!known.AttributeNames.Contains(attribute) && !known.AttributeNames.Contains(attribute + "Attribute"))
                continue;
            foreach (var method in known.Attributed)
            {
                if (method.AttributeLists.Any(list => list.Attributes.Any(a => Simple(a.Name) == attribute || Simple(a.Name) == attribute + "Attribute")))
                    names.Add(Qualified(method));
            }
        }

        return names.ToImmutable();
    }

    private static string Simple(NameSyntax name) => name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : name is SimpleNameSyntax simple ? simple.Identifier.ValueText : "";

    private static string Qualified(MethodDeclarationSyntax method)
    {
        var name = method.Identifier.ValueText;
        for (SyntaxNode? at = method.Parent; at is not null; at = at.Parent)
        {
            name = at switch
            {
                TypeDeclarationSyntax type => type.Identifier.ValueText + "." + name,
                BaseNamespaceDeclarationSyntax space => space.Name + "." + name,
                _ => name,
            };
        }

        return name;
    }
}
