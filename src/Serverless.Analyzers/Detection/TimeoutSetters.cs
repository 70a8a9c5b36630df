using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// A client whose limit is set by somebody else: a helper or base class that is handed the client, the caller of the method that returns it, a base type that owns the field.
/// Read by name, because being wrong here means silence.
/// </summary>
internal static class TimeoutSetters
{
    private const string Timeout = "Timeout";
    private const int MaximumDepth = 4;

    /// <summary>Whoever receives the value sets its limit.</summary>
    public static bool ReceiverSets(IArgumentOperation argument, CancellationToken cancellationToken) => argument switch
    {
        { Parameter: { } parameter, Parent: IInvocationOperation or IObjectCreationOperation } => Sets(parameter, 0, cancellationToken),
        _ => false,
    };

    /// <summary>A variable is handed to code that sets its limit.</summary>
    public static bool ReceiverSets(ISymbol variable, SyntaxNode at, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var use in VariableUses.Of(variable, VariableUses.ScopeOf(variable, at), model, cancellationToken))
        {
            ExpressionSyntax whole = use.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == use ? qualified : use;
            if (whole.Parent is ArgumentSyntax syntax && model.GetOperation(syntax, cancellationToken) is IArgumentOperation argument && ReceiverSets(argument, cancellationToken))
                return true;

            // `client.WithLimits()`: the receiver of an extension method is its first argument.
            if (whole.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == whole
                && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { ReducedFrom: { Parameters: [var receiver, ..] } } && Sets(receiver, 0, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The method returns a client, and a caller in the file sets the limit of what it gets.</summary>
    public static bool CallerSets(IMethodSymbol factory, SyntaxNode at, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var call in at.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (NameOf(call.Expression) == factory.Name && model.GetOperation(call, cancellationToken) is { } operation && operation.ReceivingVariable() is { } variable
                && VariableUses.SetsProperty(variable, Timeout, call, model, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A type that owns the field or property, or derives one that does, sets its limit in another file or part.</summary>
    public static bool OwnerSets(ISymbol member, CancellationToken cancellationToken)
    {
        for (INamedTypeSymbol? type = member.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (Assigns(reference.GetSyntax(cancellationToken), member.Name))
                    return true;
            }
        }

        return false;
    }

    private static bool Sets(IParameterSymbol parameter, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaximumDepth || parameter.ContainingSymbol is not IMethodSymbol method)
            return false;
        foreach (var reference in (method.PartialImplementationPart ?? method).OriginalDefinition.DeclaringSyntaxReferences)
        {
            var body = reference.GetSyntax(cancellationToken);
            if (Assigns(body, parameter.Name) || StoredIn(body, parameter.Name) is { } field && body.Parent is { } owner && Assigns(owner, field))
                return true;
            if (PassedToBase(body, parameter.Name) is { } index && method.ContainingType.BaseType is { } parent)
            {
                foreach (var constructor in parent.InstanceConstructors)
                {
                    if (index < constructor.Parameters.Length && constructor.Parameters[index].Type.Name == parameter.Type.Name && Sets(constructor.Parameters[index], depth + 1, cancellationToken))
                        return true;
                }
            }
        }

        return false;
    }

    /// <summary>`name.Timeout = …` or `this.name.Timeout = …` somewhere below.</summary>
    private static bool Assigns(SyntaxNode within, string name)
    {
        foreach (var assignment in within.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: Timeout } target && NameOf(target.Expression) == name)
                return true;
        }

        return false;
    }

    private static string? StoredIn(SyntaxNode body, string parameter)
    {
        foreach (var assignment in body.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Right is IdentifierNameSyntax value && value.Identifier.ValueText == parameter)
                return NameOf(assignment.Left);
        }

        return null;
    }

    private static int? PassedToBase(SyntaxNode body, string parameter)
    {
        var arguments = body switch
        {
            ConstructorDeclarationSyntax { Initializer: { } initializer } when initializer.IsKind(SyntaxKind.BaseConstructorInitializer) => initializer.ArgumentList.Arguments,
            TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax call, ..] } => call.ArgumentList.Arguments,
            _ => default,
        };
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Expression is IdentifierNameSyntax name && name.Identifier.ValueText == parameter)
                return i;
        }

        return null;
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };
}
