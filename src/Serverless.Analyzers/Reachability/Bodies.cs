using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Serverless.Analyzers.Reachability;

/// <summary>
/// The unit of reachability is a body, named by its declaration node: method, accessor, constructor, initialiser, local function, top-level program,
/// or a lambda that runs at another time than its owner. Other lambdas belong to their owner. Nodes, not symbols, because lambdas have no stable symbol.
/// </summary>
internal static class Bodies
{
    /// <summary>A body that ends the walk outwards.</summary>
    public static bool IsMemberBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax => true,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax } => true,
        VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } => true,
        PropertyDeclarationSyntax => true,
        TypeDeclarationSyntax => true,
        _ => false,
    };

    /// <summary>Bodies of a method-like symbol that stand in source.</summary>
    public static IEnumerable<SyntaxNode> Of(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol is IMethodSymbol { PartialImplementationPart: { } implementation })
            symbol = implementation;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(cancellationToken);
            if (symbol is IMethodSymbol || IsMemberBody(node))
                yield return node;
        }
    }

    /// <summary>Field and property initialisers of a type, those of statics or those of instances.</summary>
    public static IEnumerable<SyntaxNode> Initialisers(INamedTypeSymbol type, bool ofStatics, CancellationToken cancellationToken)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic != ofStatics || member is not (IFieldSymbol { IsConst: false } or IPropertySymbol))
                continue;
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                var node = reference.GetSyntax(cancellationToken);
                if (InitialiserOf(node) is not null)
                    yield return node;
            }
        }
    }

    public static EqualsValueClauseSyntax? InitialiserOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer,
        PropertyDeclarationSyntax property => property.Initializer,
        _ => null,
    };

    /// <summary>The operation that stands for the body's code, or null when there is none.</summary>
    public static IEnumerable<IOperation> Operations(SyntaxNode body, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (body)
        {
            case VariableDeclaratorSyntax or PropertyDeclarationSyntax:
                if (InitialiserOf(body) is { } initialiser && model.GetOperation(initialiser, cancellationToken) is { } value)
                    yield return value;
                break;
            case TypeDeclarationSyntax type:
                if (type.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } call && model.GetOperation(call, cancellationToken) is { } baseCall)
                    yield return baseCall;
                break;
            case CompilationUnitSyntax unit:
                foreach (var member in unit.Members.OfType<GlobalStatementSyntax>())
                {
                    if (model.GetOperation(member.Statement, cancellationToken) is { } statement)
                        yield return statement;
                }

                break;
            default:
                if (model.GetOperation(body, cancellationToken) is { } operation)
                    yield return operation;
                break;
        }
    }
}
