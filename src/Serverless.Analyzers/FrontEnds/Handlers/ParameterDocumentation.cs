using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>What comments say about what is bound from a request.</summary>
internal static class ParameterDocumentation
{
    /// <summary>`&lt;param&gt;` of the method, or of the record whose constructor takes it; the summary of a property. Null when nothing is said.</summary>
    public static string? Of(ISymbol parameter, HandlerReading handler)
    {
        if (!SymbolEqualityComparer.Default.Equals(parameter.ContainingAssembly, handler.Reading.Compilation.Assembly))
            return null;
        var cancellationToken = handler.Reading.CancellationToken;
        if (parameter is not IParameterSymbol { ContainingSymbol: IMethodSymbol owner })
            return Documentation.Element(parameter, "summary", "", cancellationToken);
        return Documentation.Element(owner, "param", parameter.Name, cancellationToken)
            ?? (owner.MethodKind == MethodKind.Constructor ? Documentation.Element(owner.ContainingType, "param", parameter.Name, cancellationToken) : null);
    }
}
