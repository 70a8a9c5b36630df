using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>
/// Is a value made from what one invocation brings? Followed through locals, loops and lambdas of one body, and from a handler into the methods that it calls itself:
/// one forward look, without a flow analysis, because a rule asks only once it has a candidate.
/// </summary>
internal static class HandlerParameters
{
    private const int DeepestLocal = 6;

    /// <summary>The handler's (or its direct callee's) parameter that the value derives from, or null.</summary>
    public static IParameterSymbol? SourceOf(IOperation value, Reached reached, CancellationToken cancellationToken) =>
        reached.Depth > 1 ? null : SourceOf(value, reached, value.Outermost(), 0, cancellationToken);

    private static IParameterSymbol? SourceOf(IOperation value, Reached reached, IOperation body, int depth, CancellationToken cancellationToken)
    {
        if (depth > DeepestLocal)
            return null;
        foreach (var inner in value.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = inner switch
            {
                IParameterReferenceOperation parameter => OfParameter(parameter, reached, body, depth, cancellationToken),
                ILocalReferenceOperation { IsDeclaration: false } local => OfLocal(local.Local, value, reached, body, depth, cancellationToken),
                _ => null,
            };
            if (source is not null)
                return source;
        }

        return null;
    }

    private static IParameterSymbol? OfParameter(IParameterReferenceOperation reference, Reached reached, IOperation body, int depth, CancellationToken cancellationToken)
    {
        var parameter = reference.Parameter;
        if (parameter.DeclaringSyntaxReferences is not [var declared] || declared.SyntaxTree != reached.Body.SyntaxTree || !reached.Body.FullSpan.Contains(declared.Span))
            return null;
        var owner = declared.GetSyntax(cancellationToken).Parent;
        if (owner is ParameterListSyntax)
            owner = owner.Parent;
        if (owner != reached.Body)
            return owner is AnonymousFunctionExpressionSyntax lambda ? OfLambda(lambda, reached, body, depth, cancellationToken) : null;
        if (!IsRequest(parameter) || IsAboutTheFunction(reference))
            return null;
        return reached.Depth == 0 || IsPassed(parameter, reached) ? parameter : null;
    }

    /// <summary>`r.Items.ForEach(i => …)`: the lambda's parameter is a piece of what the call is made on.</summary>
    private static IParameterSymbol? OfLambda(AnonymousFunctionExpressionSyntax lambda, Reached reached, IOperation body, int depth, CancellationToken cancellationToken)
    {
        if (lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || body.SemanticModel?.GetOperation(call, cancellationToken) is not IInvocationOperation invocation)
            return null;
        if (invocation.Instance is { } instance && SourceOf(instance, reached, body, depth + 1, cancellationToken) is { } found)
            return found;
        foreach (var argument in invocation.Arguments)
        {
            if (!argument.Syntax.Span.Contains(lambda.Span) && SourceOf(argument.Value, reached, body, depth + 1, cancellationToken) is { } source)
                return source;
        }

        return null;
    }

    /// <summary>What the local is given anywhere in the body.</summary>
    private static IParameterSymbol? OfLocal(ILocalSymbol local, IOperation asked, Reached reached, IOperation body, int depth, CancellationToken cancellationToken)
    {
        foreach (var inner in body.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var given = inner switch
            {
                IVariableDeclaratorOperation declarator when Is(declarator.Symbol, local) => declarator.Initializer?.Value,
                IAssignmentOperation assignment when Is(assignment.Target.Symbol(), local) => assignment.Value,
                IForEachLoopOperation loop when loop.Locals.Contains(local, SymbolEqualityComparer.Default) => loop.Collection,
                IDeconstructionAssignmentOperation deconstruction when Mentions(deconstruction.Target, local) => deconstruction.Value,
                IIsPatternOperation { Pattern: IDeclarationPatternOperation pattern } match when Is(pattern.DeclaredSymbol, local) => match.Value,
                IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call } argument when Mentions(argument.Value, local) => call,
                _ => null,
            };
            if (given is not null && !given.Syntax.Span.Contains(asked.Syntax.Span) && SourceOf(given, reached, body, depth + 1, cancellationToken) is { } source)
                return source;
        }

        return null;
    }

    private static bool Is(ISymbol? left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static bool Mentions(IOperation operation, ILocalSymbol local)
    {
        foreach (var inner in operation.DescendantsAndSelf())
        {
            if (inner is ILocalReferenceOperation reference && Is(reference.Local, local))
                return true;
        }

        return false;
    }

    /// <summary>Not a service that the framework hands in, and not a token.</summary>
    public static bool IsRequest(IParameterSymbol parameter)
    {
        if (parameter.Type.Name is "CancellationToken" or "IServiceProvider" or "ILambdaLogger")
            return false;
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute" or "BindServiceAttribute")
                return false;
        }

        return parameter.Type.TypeKind != TypeKind.Interface || parameter.Type.Name is "ILambdaContext" || parameter.Type.ContainingNamespace is { Name: "Generic" or "Collections" };
    }

    /// <summary>`context.FunctionName` and its kin are the same in every invocation; the logger belongs to the runtime.</summary>
    private static bool IsAboutTheFunction(IParameterReferenceOperation reference) =>
        reference.Parameter.Type.Name == "ILambdaContext"
        && reference.Parent is not IPropertyReferenceOperation { Property.Name: "AwsRequestId" or "Identity" or "ClientContext" or "TraceId" or "TenantId" };

    /// <summary>The handler gives the callee a piece of its own request for this parameter.</summary>
    private static bool IsPassed(IParameterSymbol parameter, Reached reached)
    {
        if (reached.Site?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call || reached.From is not { } caller)
            return false;
        var position = call.Expression is MemberAccessExpressionSyntax && parameter.ContainingSymbol is IMethodSymbol { IsExtensionMethod: true } ? parameter.Ordinal - 1 : parameter.Ordinal;
        var arguments = call.ArgumentList.Arguments;
        ArgumentSyntax? passed = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].NameColon is { } name ? name.Name.Identifier.ValueText == parameter.Name : i == position)
                passed = arguments[i];
        }

        return passed is not null && Names(caller).Overlaps(passed.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText));
    }

    /// <summary>Names that mean the request in the handler: its parameters, and locals that are made from them.</summary>
    private static HashSet<string> Names(Reached handler)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in handler.Body.DescendantNodes())
        {
            if (node is ParameterSyntax { Type: not IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" or "ILambdaContext" } } parameter)
                names.Add(parameter.Identifier.ValueText);
            else if (node is VariableDeclaratorSyntax { Initializer.Value: { } value } local && Mentions(value, names))
                names.Add(local.Identifier.ValueText);
            else if (node is ForEachStatementSyntax loop && Mentions(loop.Expression, names))
                names.Add(loop.Identifier.ValueText);
        }

        return names;
    }

    private static bool Mentions(SyntaxNode value, HashSet<string> names)
    {
        foreach (var node in value.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax name && names.Contains(name.Identifier.ValueText))
                return true;
        }

        return false;
    }
}
