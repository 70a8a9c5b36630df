using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Facts that are there or not: null is left out of an object.</summary>
internal static class JsonFacts
{
    public static JsonString? Text(string? text) => string.IsNullOrEmpty(text) ? null : new JsonString(text!);

    public static JsonNumber? Number(int? number) => number is { } value ? new JsonNumber(value) : null;

    public static JsonNumber? Number(double? number) => number is { } value ? new JsonNumber(value) : null;

    public static JsonBoolean? True(bool value) => value ? new JsonBoolean(true) : null;

    /// <summary>Null when there are none.</summary>
    public static JsonArray? Texts(EquatableArray<string> texts) =>
        texts.Count == 0 ? null : new JsonArray(texts.Select(static text => (JsonNode)new JsonString(text)));

    /// <summary>Null when there are none.</summary>
    public static JsonArray? Many<T>(EquatableArray<T> items, Func<T, JsonNode> render)
        where T : IEquatable<T> => items.Count == 0 ? null : new JsonArray(items.Select(render));
}
