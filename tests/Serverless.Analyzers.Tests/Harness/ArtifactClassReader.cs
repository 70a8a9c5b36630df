using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>Reads a property of the artifact class the way the compiler sees it: as one constant.</summary>
internal static class ArtifactClassReader
{
    public static string? Property(Compilation compilation, string name)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(static t => t.FilePath.EndsWith("ServerlessArtifacts.g.cs", StringComparison.Ordinal)))
        {
            foreach (var property in tree.GetRoot().DescendantNodes().OfType<PropertyDeclarationSyntax>())
            {
                if (property.Identifier.ValueText == name && property.ExpressionBody?.Expression is { } expression)
                    return compilation.GetSemanticModel(tree).GetConstantValue(expression).Value as string;
            }
        }

        return null;
    }
}
