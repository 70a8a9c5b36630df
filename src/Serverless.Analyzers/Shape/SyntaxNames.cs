using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Shape;

/// <summary>Names as they are written: the cheap question before any binding.</summary>
internal static class SyntaxNames
{
    /// <summary>`Allow` in `Allow`, `Serverless.Allow`, `global::Serverless.Allow`, `My::Allow`.</summary>
    public static string? LastName(this TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        NullableTypeSyntax nullable => nullable.ElementType.LastName(),
        _ => null,
    };

    public static bool NamesState(this TypeSyntax type) => type.LastName() == "State";

    public static bool ReturnsState(this BaseMethodDeclarationSyntax method) => method is MethodDeclarationSyntax { ReturnType: { } type } && type.NamesState();
}
