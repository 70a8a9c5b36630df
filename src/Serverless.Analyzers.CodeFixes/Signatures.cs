using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.CodeFixes;

/// <summary>Whether a method's signature may be changed.</summary>
internal static class Signatures
{
    /// <summary>The signature is somebody else's: an override, an interface, a part, an event handler's shape.</summary>
    public static bool IsBound(IMethodSymbol method)
    {
        if (method.IsOverride || method.IsVirtual || method.IsPartialDefinition || method.PartialDefinitionPart is not null || !method.ExplicitInterfaceImplementations.IsEmpty)
            return true;
        if (method.MethodKind == MethodKind.LocalFunction)
            return false;
        foreach (var contract in method.ContainingType.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method))
                    return true;
            }
        }

        return method.Parameters.Length == 2 && method.Parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal);
    }
}
