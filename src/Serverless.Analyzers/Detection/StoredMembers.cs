using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Detection;

/// <summary>Members that hold a value themselves. A property with code is followed to what its code does.</summary>
internal static class StoredMembers
{
    /// <summary>Fields, events and properties that have a field behind them.</summary>
    public static bool Holds(ISymbol member)
    {
        switch (member)
        {
            case IFieldSymbol { IsConst: false } or IEventSymbol:
                return true;
            case IPropertySymbol { IsIndexer: false } property:
                foreach (var other in property.ContainingType.GetMembers())
                {
                    if (other is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }
}
