using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>
/// Decides which types generated code reads and writes without the serialiser. A type is plain only where that is proved; every type it
/// holds must be plain too. Nothing is yet.
/// </summary>
internal static class PlainTypes
{
    /// <summary>The types, `IsPlain` set where it holds.</summary>
    /// <param name="drafts">Every type that travels, by <see cref="JsonType.Type"/>, with the symbols it was read from.</param>
    /// <param name="contract">Settings of the serialiser.</param>
    public static IEnumerable<JsonType> Mark(IReadOnlyDictionary<string, JsonTypeDraft> drafts, JsonContract contract)
    {
        _ = contract;
        foreach (var draft in drafts.Values)
            yield return draft.Type;
    }
}
