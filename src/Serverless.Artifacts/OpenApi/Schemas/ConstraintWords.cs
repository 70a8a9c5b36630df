using System.Globalization;
using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Limits of a value in the words of a schema.</summary>
internal static class ConstraintWords
{
    /// <param name="schema">Receives the words. One without a type (null is valid, and a model cannot say so) gets none: they would hold for null too in words like `enum`.</param>
    /// <param name="constraints">The limits.</param>
    /// <param name="type">Type of the value; null for a list of parameters.</param>
    /// <param name="dialect">Words that may be used.</param>
    public static void Add(JsonObject schema, SchemaConstraints constraints, JsonType? type, SchemaDialect dialect)
    {
        if (constraints == SchemaConstraints.None || (dialect == SchemaDialect.Rest && schema.Find("type") is null))
            return;
        AddRange(schema, constraints, type, dialect);
        AddInt(schema, "minLength", constraints.MinLength);
        AddInt(schema, "maxLength", constraints.MaxLength);
        AddInt(schema, "minItems", constraints.MinItems);
        AddInt(schema, "maxItems", constraints.MaxItems);
        if (constraints.Pattern is { } pattern)
            schema["pattern"] = pattern;
        if (constraints.Format is { } format && dialect == SchemaDialect.Full)
            schema["format"] = format;
        if (constraints.AllowedValues.Count > 0)
            schema["enum"] = new JsonArray(constraints.AllowedValues.Select(static value => JsonReader.Read(value, out _)).OfType<JsonNode>());
        if (dialect == SchemaDialect.Full && constraints.Default is { } @default)
            schema["default"] = JsonReader.Read(@default, out _);
    }

    private static void AddRange(JsonObject schema, SchemaConstraints constraints, JsonType? type, SchemaDialect dialect)
    {
        var (minimum, maximum) = (constraints.Minimum, constraints.Maximum);
        if (dialect == SchemaDialect.Rest)
        {
            // A model has no exclusive limits: a whole number has the next one, and the handler refuses the limit itself otherwise.
            minimum = Next(minimum, constraints.ExclusiveMinimum, type, 1);
            maximum = Next(maximum, constraints.ExclusiveMaximum, type, -1);
        }

        if (minimum is not null)
            schema["minimum"] = new JsonNumber(minimum);
        if (maximum is not null)
            schema["maximum"] = new JsonNumber(maximum);
        if (dialect == SchemaDialect.Rest)
            return;
        if (constraints.ExclusiveMinimum)
            schema["exclusiveMinimum"] = true;
        if (constraints.ExclusiveMaximum)
            schema["exclusiveMaximum"] = true;
    }

    private static string? Next(string? limit, bool isExclusive, JsonType? type, int step) =>
        isExclusive && type?.Kind == JsonTypeKind.Integer && long.TryParse(limit, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is > long.MinValue and < long.MaxValue
            ? (number + step).ToString(CultureInfo.InvariantCulture)
            : limit;

    private static void AddInt(JsonObject schema, string word, int? value)
    {
        if (value is { } number)
            schema[word] = number;
    }
}
