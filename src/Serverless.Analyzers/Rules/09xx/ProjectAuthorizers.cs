using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>Methods with `[HttpApiAuthorizer]` or `[RestApiAuthorizer]` in a compilation, by name and found once: asked only for a route that has none.</summary>
internal sealed class ProjectAuthorizers
{
    private sealed record Found(ImmutableArray<string> Http, ImmutableArray<string> Rest, bool GuardMostHttp, bool GuardMostRest);

    private Found? _found;

    /// <summary>Qualified names.</summary>
    public ImmutableArray<string> Of(Compilation compilation, bool isRest, CancellationToken cancellationToken) =>
        isRest ? All(compilation, cancellationToken).Rest : All(compilation, cancellationToken).Http;

    /// <summary>At least as many routes name an authorizer as do not.</summary>
    public bool GuardsMost(Compilation compilation, bool isRest, CancellationToken cancellationToken) =>
        isRest ? All(compilation, cancellationToken).GuardMostRest : All(compilation, cancellationToken).GuardMostHttp;

    private Found All(Compilation compilation, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _found) is { } known)
            return known;
        var found = new Found(
            Find(compilation, "HttpApiAuthorizer", cancellationToken), Find(compilation, "RestApiAuthorizer", cancellationToken),
            GuardMost(compilation, "HttpApi", cancellationToken), GuardMost(compilation, "RestApi", cancellationToken));
        Volatile.Write(ref _found, found);
        return found;
    }

    private static bool GuardMost(Compilation compilation, string attribute, CancellationToken cancellationToken)
    {
        var balance = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var method in TreeNames.Of(tree, cancellationToken).Attributed)
            {
                foreach (var route in method.AttributeLists.SelectMany(static list => list.Attributes))
                {
                    if (Simple(route.Name) == attribute || Simple(route.Name) == attribute + "Attribute")
                        balance += route.ArgumentList?.Arguments.Any(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Authorizer") == true ? 1 : -1;
                }
            }
        }

        return balance >= 0;
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
