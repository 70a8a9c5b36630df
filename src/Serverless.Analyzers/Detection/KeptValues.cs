using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Detection;

/// <summary>Whether what a call fetches outlives the invocation: in a field, in a dictionary or in a cache, here or where a caller receives it.</summary>
internal static class KeptValues
{
    /// <summary>The call is the factory of a cache, or its member stores something in a field, a dictionary or a cache.</summary>
    public static bool IsKept(IOperation call, CancellationToken cancellationToken)
    {
        var body = call;
        for (var at = call.Parent; at is not null; body = at, at = at.Parent)
        {
            if (at is IInvocationOperation outer && IsCacheFactory(outer.TargetMethod.Name))
                return true;
        }

        foreach (var inner in body.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (inner)
            {
                case IAssignmentOperation { Target: IMemberReferenceOperation target } when IsOwn(target):
                case IInvocationOperation { TargetMethod.Name: "Set" or "SetAsync" or "TryAdd" or "Add" or "AddOrUpdate", Instance: IMemberReferenceOperation { Type: { } type } } when IsCache(type):
                case IInvocationOperation { TargetMethod: { Name: "Set" or "SetAsync" or "SetString", IsExtensionMethod: true }, Arguments: [{ Value: var receiver }, ..] } when receiver.Unwrap().Type is { } cache && IsCache(cache):
                    return true;
            }
        }

        return false;
    }

    /// <summary>A caller on the way assigns the result to something that was declared elsewhere, or calls from a cache's factory.</summary>
    public static bool IsKeptByCaller(Reached reached)
    {
        for (var at = reached; at is not null; at = at.From)
        {
            for (var node = at.Site; node is not null and not StatementSyntax and not MemberDeclarationSyntax; node = node.Parent)
            {
                if (node is AssignmentExpressionSyntax { Left: not DeclarationExpressionSyntax } assignment && !IsLocal(assignment.Left))
                    return true;
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && IsCacheFactory(name))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Nothing is bound here: a name that is declared in the function around it is a local.</summary>
    private static bool IsLocal(ExpressionSyntax target)
    {
        if (target is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return false;
        var member = target.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? target.SyntaxTree.GetRoot();
        return name == "_" || member.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable => variable.Identifier.ValueText == name && variable.Parent?.Parent is not FieldDeclarationSyntax);
    }

    private static bool IsOwn(IMemberReferenceOperation target) => target switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } receiver } => receiver.Unwrap() is IMemberReferenceOperation,
        _ => target.Instance is null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance },
    };

    private static bool IsCache(ITypeSymbol type) => type.Name.EndsWith("Cache", StringComparison.Ordinal) || type.Name.Contains("Dictionary");

    private static bool IsCacheFactory(string name) =>
        name.StartsWith("GetOrAdd", StringComparison.Ordinal) || name.StartsWith("GetOrCreate", StringComparison.Ordinal) || name.StartsWith("GetOrSet", StringComparison.Ordinal) || name == "EnsureInitialized";
}
