using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>What is known of the data at a place of the machine: a type of C#, a list of results, or the result of an integration. A null reference: nothing.</summary>
internal abstract record GivenData
{
    public static GivenData? Of(ITypeSymbol? type) => type is null ? null : new GivenType(type);
}

/// <summary>The JSON of a C# type.</summary>
internal sealed record GivenType(ITypeSymbol Type) : GivenData
{
    public bool Equals(GivenType? other) => other is not null && SymbolEqualityComparer.Default.Equals(Type, other.Type);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Type);
}

/// <summary>What a Parallel gives, one element for each branch, or a Map, the same for each item; elements may be unknown.</summary>
internal sealed record GivenList(EquatableArray<GivenElement> Elements, bool IsOfBranches) : GivenData;

/// <summary>One element of a list.</summary>
internal sealed record GivenElement(GivenData? Data);

/// <summary>The answer of an integration.</summary>
/// <param name="Shape">Its members.</param>
/// <param name="Resource">`sqs:sendMessage`.</param>
internal sealed record GivenResult(ResultShape Shape, string Resource) : GivenData;
