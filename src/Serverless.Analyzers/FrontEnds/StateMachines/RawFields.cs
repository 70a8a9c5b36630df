using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>`Raw`: fields of the Amazon States Language that are merged over the emitted ones.</summary>
internal static class RawFields
{
    /// <summary>The text when it is a JSON object; else null, with the reason in words that end a sentence.</summary>
    public static string? Read(string? json, Action<DeclarationRef, string> report, DeclarationRef at)
    {
        if (json is null || JsonReader.Read(json, out var error) is JsonObject)
            return json;
        report(at, error is { } fault ? $"this is not JSON: {fault.Message}" : "this must be a JSON object of ASL fields");
        return null;
    }
}
