using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Whether the project sets `AWSConfigs.InitializeCollections`, which brings back the empty collections of the SDK's version 3. Looked for by name, in trees that mention it.</summary>
internal static class InitialisedCollections
{
    private const string Setting = "InitializeCollections";

    public static bool AreOn(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var names = TreeNames.Of(tree, cancellationToken);
            if (!names.Mentions(Setting))
                continue;
            foreach (var node in names.Root.DescendantNodes())
            {
                if (node is AssignmentExpressionSyntax assignment && IsSetting(assignment.Left) && !assignment.Right.IsKind(SyntaxKind.FalseLiteralExpression))
                    return true;
            }
        }

        return false;
    }

    private static bool IsSetting(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == Setting,
        IdentifierNameSyntax name => name.Identifier.ValueText == Setting,
        _ => false,
    };
}
