using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Serverless.Model;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>
/// SVLS0508: `Random.Shared` instead of a generator of one's own; a private Dictionary that is only used in ways that ConcurrentDictionary knows too becomes one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SharedObjectFixer : ServerlessFixer
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal) { "TryGetValue", "ContainsKey", "TryAdd", "Count", "Keys", "Values", "Clear", "Add", "GetValueOrDefault" };

    private protected override string RuleId => RuleIds.UnsafeSharedObject;

    private protected override string Title => "Use the thread-safe type";

    private protected override async Task<Document?> FixAsync(Document document, SyntaxNode node, CancellationToken cancellationToken)
    {
        if (node is not VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax made, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } variable)
            return null;
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || model.GetDeclaredSymbol(variable, cancellationToken) is not IFieldSymbol symbol)
            return null;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (symbol.Type is { Name: "Random", ContainingNamespace.Name: "System" })
        {
            return made.ArgumentList is null or { Arguments.Count: 0 }
                ? document.WithSyntaxRoot(root!.ReplaceNode(made, Syntax.Expression("global::System.Random.Shared").WithTriviaFrom(made)))
                : null;
        }

        if (symbol is not { DeclaredAccessibility: Accessibility.Private, ContainingType.DeclaringSyntaxReferences.Length: 1, Type: INamedTypeSymbol { Name: "Dictionary", TypeArguments.Length: 2 } type }
            || made.Initializer is not null || made.ArgumentList is { Arguments: not [] and not [{ Expression: MemberAccessExpressionSyntax }] })
        {
            return null;
        }

        var uses = Syntax.Uses(field.Parent!, symbol, model, cancellationToken).Select(Syntax.Whole).ToList();
        return uses.TrueForAll(IsCommon) ? document.WithSyntaxRoot(Concurrent(root!, field, made, type, uses)) : null;
    }

    /// <summary>An element, a loop, or a member that both types have; `Add` only as a statement, where the element can be set instead.</summary>
    private static bool IsCommon(ExpressionSyntax use) => use.Parent switch
    {
        ElementAccessExpressionSyntax or ForEachStatementSyntax => true,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } access => access.Parent is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, ArgumentList.Arguments.Count: 2 },
        MemberAccessExpressionSyntax access => Common.Contains(access.Name.Identifier.ValueText),
        _ => false,
    };

    private static SyntaxNode Concurrent(SyntaxNode root, FieldDeclarationSyntax field, BaseObjectCreationExpressionSyntax made, INamedTypeSymbol type, List<ExpressionSyntax> uses)
    {
        var arguments = string.Join(", ", type.TypeArguments.Select(static argument => argument.WithNullableAnnotation(argument.NullableAnnotation).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier))));
        var concurrent = ParseTypeName("global::System.Collections.Concurrent.ConcurrentDictionary<" + arguments + ">").WithAdditionalAnnotations(Simplifier.Annotation);
        var adds = uses.Select(static use => use.Parent?.Parent).OfType<InvocationExpressionSyntax>()
            .Where(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" }).ToList();
        var creation = made is ObjectCreationExpressionSyntax named ? (SyntaxNode)named.WithType(concurrent.WithTriviaFrom(named.Type)) : made;
        return root.ReplaceNodes(adds.Cast<SyntaxNode>().Concat([field.Declaration.Type, made]), (original, current) => original switch
        {
            InvocationExpressionSyntax => Set((InvocationExpressionSyntax)current),
            TypeSyntax => concurrent.WithTriviaFrom(original),
            _ => creation,
        });
    }

    /// <summary>`cache.Add(key, value)` → `cache[key] = value`: of two invocations the later one wins, and none fails.</summary>
    private static AssignmentExpressionSyntax Set(InvocationExpressionSyntax add)
    {
        var arguments = add.ArgumentList.Arguments;
        var element = ElementAccessExpression(((MemberAccessExpressionSyntax)add.Expression).Expression.WithoutTrivia(), BracketedArgumentList(SingletonSeparatedList(arguments[0].WithoutTrivia())));
        return AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, element.WithTrailingTrivia(Space), Token(SyntaxKind.EqualsToken).WithTrailingTrivia(Space), arguments[1].Expression.WithoutTrivia()).WithTriviaFrom(add);
    }
}
