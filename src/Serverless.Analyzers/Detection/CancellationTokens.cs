using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Serverless.Analyzers.Detection;

/// <summary>What a call does with cancellation.</summary>
internal enum TokenUse
{
    /// <summary>Neither the method nor an overload takes a token.</summary>
    NotTaken,

    /// <summary>A token is passed.</summary>
    Passed,

    /// <summary>The parameter is left at its default.</summary>
    Omitted,

    /// <summary>`CancellationToken.None` or `default` is written.</summary>
    PassedNone,

    /// <summary>An overload with the same parameters and a token at the end exists.</summary>
    OnOverload,
}

/// <summary>Which tokens code can use at a place, and whether a call takes one.</summary>
internal static class CancellationTokens
{
    public static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    public static bool IsSource(ITypeSymbol? type) => type is { Name: "CancellationTokenSource", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    public static TokenUse Of(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (!IsToken(argument.Parameter?.Type))
                continue;
            if (argument.ArgumentKind == ArgumentKind.DefaultValue)
                return TokenUse.Omitted;
            return IsNone(argument.Value) ? TokenUse.PassedNone : TokenUse.Passed;
        }

        return OverloadOf(call.TargetMethod) is null ? TokenUse.NotTaken : TokenUse.OnOverload;
    }

    /// <summary>`CancellationToken.None`, `default`, or `new CancellationToken()`.</summary>
    public static bool IsNone(IOperation value) => value.Unwrap() is IDefaultValueOperation
        or IPropertyReferenceOperation { Property: { Name: "None", ContainingType: { Name: "CancellationToken", ContainingNamespace.Name: "Threading" } } }
        or IObjectCreationOperation { Type.Name: "CancellationToken", Arguments.Length: 0 };

    /// <summary>The overload that takes the same and a token at the end. A `params` array leaves room for misreading, so it has none.</summary>
    public static IMethodSymbol? OverloadOf(IMethodSymbol method)
    {
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        if (original.MethodKind is not MethodKind.Ordinary || original.Parameters is [.., { IsParams: true }])
            return null;
        foreach (var member in original.ContainingType.GetMembers(original.Name))
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } overload && overload.Parameters.Length == original.Parameters.Length + 1 && overload.IsStatic == original.IsStatic
                && overload.Arity == original.Arity && IsToken(overload.Parameters[overload.Parameters.Length - 1].Type) && overload.DeclaredAccessibility >= original.DeclaredAccessibility
                && HasSameStart(original, overload))
            {
                return overload;
            }
        }

        return null;
    }

    private static bool HasSameStart(IMethodSymbol shorter, IMethodSymbol longer)
    {
        for (var i = 0; i < shorter.Parameters.Length; i++)
        {
            var (left, right) = (shorter.Parameters[i], longer.Parameters[i]);
            if (left.RefKind != right.RefKind || !SameType(left.Type, right.Type))
                return false;
        }

        return true;
    }

    /// <summary>Type parameters of two overloads are two symbols with one place.</summary>
    private static bool SameType(ITypeSymbol left, ITypeSymbol right) => (left, right) switch
    {
        (ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } a, ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } b) => a.Ordinal == b.Ordinal,
        (INamedTypeSymbol { TypeArguments.Length: > 0 } a, INamedTypeSymbol b) when a.TypeArguments.Length == b.TypeArguments.Length =>
            SymbolEqualityComparer.Default.Equals(a.OriginalDefinition, b.OriginalDefinition) && a.TypeArguments.Zip(b.TypeArguments, SameType).All(static same => same),
        _ => SymbolEqualityComparer.Default.Equals(left, right),
    };

    /// <summary>
    /// Expressions for the tokens that code at an operation can use, nearest first: parameters and locals (a source's as `source.Token`), then fields of the type.
    /// A local that is declared as no token at all does not count.
    /// </summary>
    public static ImmutableArray<string> InScope(IOperation operation, CancellationToken cancellationToken)
    {
        if (operation.SemanticModel is not { } model)
            return ImmutableArray<string>.Empty;
        var found = ImmutableArray.CreateBuilder<string>();
        for (SyntaxNode? child = operation.Syntax, at = child.Parent; at is not null; child = at, at = at.Parent)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (at)
            {
                case BlockSyntax block:
                    AddLocals(found, block.Statements, child, model, cancellationToken);
                    break;
                case SwitchSectionSyntax section:
                    AddLocals(found, section.Statements, child, model, cancellationToken);
                    break;
                case CompilationUnitSyntax unit:
                    AddLocals(found, unit.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement), child is GlobalStatementSyntax global ? global.Statement : child, model, cancellationToken);
                    break;
                case UsingStatementSyntax { Declaration: { } declaration } usingStatement when usingStatement.Statement == child:
                    AddLocals(found, declaration, model, cancellationToken);
                    break;
                case AnonymousFunctionExpressionSyntax lambda:
                    if (model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol anonymous)
                        AddParameters(found, anonymous);
                    if (lambda.Modifiers.Any(SyntaxKind.StaticKeyword))
                        return found.ToImmutable();
                    break;
                case LocalFunctionStatementSyntax local:
                    if (model.GetDeclaredSymbol(local, cancellationToken) is IMethodSymbol function)
                        AddParameters(found, function);
                    if (local.Modifiers.Any(SyntaxKind.StaticKeyword))
                        return found.ToImmutable();
                    break;
                case BaseMethodDeclarationSyntax method:
                    if (model.GetDeclaredSymbol(method, cancellationToken) is IMethodSymbol declared)
                    {
                        AddParameters(found, declared);
                        AddFields(found, declared);
                    }

                    return found.ToImmutable();
                case MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return found.ToImmutable();
            }
        }

        return found.ToImmutable();
    }

    private static void AddParameters(ImmutableArray<string>.Builder found, IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            // `_` is a parameter that its author does not want.
            if (parameter.Name.Trim('_').Length == 0)
                continue;
            if (IsToken(parameter.Type))
                found.Add(parameter.Name);
            else if (IsSource(parameter.Type))
                found.Add(parameter.Name + ".Token");
        }
    }

    private static void AddLocals(ImmutableArray<string>.Builder found, IEnumerable<StatementSyntax> statements, SyntaxNode before, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            if (statement == before)
                return;
            if (statement is LocalDeclarationStatementSyntax declaration)
                AddLocals(found, declaration.Declaration, model, cancellationToken);
        }
    }

    private static void AddLocals(ImmutableArray<string>.Builder found, VariableDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var variable in declaration.Variables)
        {
            if (variable.Initializer?.Value is not { } value || model.GetDeclaredSymbol(variable, cancellationToken) is not ILocalSymbol local)
                continue;
            if (IsSource(local.Type))
                found.Add(local.Name + ".Token");
            else if (IsToken(local.Type) && model.GetOperation(value, cancellationToken) is { } initial && !IsNone(initial))
                found.Add(local.Name);
        }
    }

    private static void AddFields(ImmutableArray<string>.Builder found, IMethodSymbol method)
    {
        foreach (var member in method.ContainingType.GetMembers())
        {
            if (member is not IFieldSymbol { IsImplicitlyDeclared: false } field || (method.IsStatic && !field.IsStatic))
                continue;
            if (IsToken(field.Type))
                found.Add(field.Name);
            else if (IsSource(field.Type))
                found.Add(field.Name + ".Token");
        }
    }
}
