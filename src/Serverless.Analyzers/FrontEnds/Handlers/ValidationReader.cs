using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Compiles the attributes of `System.ComponentModel.DataAnnotations` on a parameter or member.</summary>
internal static class ValidationReader
{
    public static EquatableArray<ValueCheck> Read(ISymbol symbol, ITypeSymbol type, Reading reading, DeclarationRef at) => default;
}
