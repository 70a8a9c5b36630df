using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>A type that is being described, with the symbols it is described from. Nothing of it reaches the model but <see cref="Type"/>.</summary>
internal sealed class JsonTypeDraft(ITypeSymbol symbol, JsonType type)
{
    public ITypeSymbol Symbol { get; } = symbol;

    public JsonType Type { get; set; } = type;

    /// <summary>Constructor the serialiser calls; null when there is none to call, or when this is no object.</summary>
    public IMethodSymbol? Constructor { get; set; }

    /// <summary>Members of an object in the order of `Type.Members`.</summary>
    public IReadOnlyList<JsonMember> Members { get; set; } = [];
}
