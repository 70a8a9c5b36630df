using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>A property or field that the serialiser sees.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Type">Its type.</param>
/// <param name="Parameter">Parameter of the constructor that receives it, or null.</param>
/// <param name="IsRead">Taken from JSON, by the constructor or a setter.</param>
/// <param name="IsWritten">Written to JSON.</param>
/// <param name="Ignoring">Which values are left out of what is written.</param>
internal sealed record JsonMember(ISymbol Symbol, ITypeSymbol Type, IParameterSymbol? Parameter, bool IsRead, bool IsWritten, JsonIgnoring Ignoring)
{
    /// <summary>`[JsonPropertyOrder]`; members without are 0.</summary>
    public int Order => Symbol.Json("JsonPropertyOrderAttribute")?.Constructor<int>(0) ?? 0;

    /// <summary>The serialiser itself refuses JSON without it.</summary>
    public bool IsRequiredBySerializer =>
        Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } || Symbol.HasJson("JsonRequiredAttribute");
}
