using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Puts statements that register snapshot hooks behind a statement, or into the constructor that a field's type runs before it serves.</summary>
internal static class SnapshotHookStatements
{
    private const string Class = "global::Amazon.Lambda.Core.SnapshotRestore.";

    public static StatementSyntax Before(string hook) => Make("RegisterBeforeSnapshot", hook);

    public static StatementSyntax After(string hook) => Make("RegisterAfterRestore", hook);

    /// <summary>The project knows the class: older versions of Amazon.Lambda.Core do not have it.</summary>
    public static bool AreKnown(Compilation compilation) => compilation.GetTypesByMetadataName("Amazon.Lambda.Core.SnapshotRestore").Any(static type => type.DeclaredAccessibility == Accessibility.Public);

    private static StatementSyntax Make(string registration, string hook) => Syntax.Statement(Class + registration + "(" + hook + ");\n").WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>Behind the statement in its block, or behind the top-level statement; null where neither can be.</summary>
    public static SyntaxNode? InsertBehind(SyntaxNode root, StatementSyntax statement, params StatementSyntax[] added) => statement.Parent switch
    {
        BlockSyntax => root.InsertNodesAfter(statement, added),
        GlobalStatementSyntax global => root.InsertNodesAfter(global, added.Select(static one => GlobalStatement(one))),
        _ => null,
    };

    /// <summary>The type with the statement at the end of its static or its one instance constructor, which is made when there is none; null when there is no certain place.</summary>
    public static TypeDeclarationSyntax? WithConstructor(TypeDeclarationSyntax type, bool isStatic, StatementSyntax added)
    {
        var constructors = type.Members.OfType<ConstructorDeclarationSyntax>().Where(c => c.Modifiers.Any(SyntaxKind.StaticKeyword) == isStatic).ToList();
        if (constructors is [var only])
            return only.Body is { } body ? type.ReplaceNode(only, only.WithBody(body.AddStatements(added))) : null;
        if (constructors.Count > 0 || type is not (ClassDeclarationSyntax or RecordDeclarationSyntax) || (!isStatic && type.ParameterList is not null) || type.Modifiers.Any(SyntaxKind.PartialKeyword))
            return null;
        if (type.Members.LastOrDefault(static member => member is FieldDeclarationSyntax) is not { } lastField)
            return null;
        var endOfLine = TriviaList(lastField.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        var made = ConstructorDeclaration(type.Identifier.WithoutTrivia())
            .WithModifiers(TokenList(Token(isStatic ? SyntaxKind.StaticKeyword : SyntaxKind.PublicKeyword)))
            .WithBody(Block(added)).NormalizeWhitespace(elasticTrivia: true).WithLeadingTrivia(ElasticCarriageReturnLineFeed).WithTrailingTrivia(endOfLine).Formatted();
        return type.InsertNodesAfter(lastField, [made]);
    }
}
