using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>
/// JSONPath machines' data flow: paths, writes by reference paths, payload templates and intrinsic functions. Nodes that are read stay
/// where they are; what is built or written is a copy.
/// </summary>
internal static class PathEngine
{
    private const string ComputedKey = ".$";

    private static readonly ConcurrentDictionary<string, PathExpression> Parsed = new(StringComparer.Ordinal);

    /// <summary>Reads a path. False when it leads to nothing; a path that may lead to several places gives a list, which may be empty.</summary>
    /// <exception cref="PathException">The text is no path.</exception>
    public static bool TryRead(string path, PathData data, out JsonNode? value) =>
        Parse(path) is DataPath parsed ? PathReader.TryRead(parsed, data, null, out value) : throw new PathException(PathException.Runtime, $"'{path}' is not a path.");

    /// <inheritdoc cref="TryRead(string, PathData, out JsonNode?)"/>
    public static bool TryRead(string path, JsonNode? input, JsonNode? context, IReadOnlyDictionary<string, JsonNode?> variables, out JsonNode? value) =>
        TryRead(path, new PathData(input, context, variables), out value);

    /// <summary>Reads a path that must lead to something.</summary>
    /// <exception cref="PathException">It leads to nothing: `States.Runtime`.</exception>
    public static JsonNode? Read(string path, PathData data) => TryRead(path, data, out var value) ? value : throw PathException.NotFound(path);

    /// <summary>`InputPath` and `OutputPath`: absent = everything, null = an empty object.</summary>
    /// <param name="isGiven">Whether the state has the field.</param>
    /// <param name="path">The field; null = JSON null.</param>
    /// <param name="data">What it reads; the value itself is the input.</param>
    public static JsonNode? Select(bool isGiven, string? path, PathData data) =>
        !isGiven ? data.Input : path is null ? new JsonObject() : Read(path, data);

    /// <summary>`ResultPath`: the input with the value put into it. Members on the way are created.</summary>
    /// <param name="referencePath">The field; null = the value is thrown away.</param>
    /// <param name="input">The state's raw input.</param>
    /// <param name="value">What is written.</param>
    /// <exception cref="PathException">Something else than an object, or a position that is not there, is in the way: `States.ResultPathMatchFailure`.</exception>
    public static JsonNode? Write(string? referencePath, JsonNode? input, JsonNode? value)
    {
        if (referencePath is null)
            return input;
        if (Parse(referencePath) is not DataPath { Root: PathRoot.Input, IsReference: true } path)
            throw new PathException(PathException.Runtime, $"'{referencePath}' is not a reference path.");
        return PathWriter.Write(path, referencePath, input?.DeepClone(), value?.DeepClone());
    }

    /// <summary>A path or an intrinsic function, as it stands under a key that ends in `.$`.</summary>
    /// <exception cref="PathException">A path leads to nothing (`States.Runtime`), or a function cannot work with its arguments (`States.IntrinsicFailure`).</exception>
    public static JsonNode? Evaluate(string expression, PathData data) => Parse(expression) switch
    {
        DataPath path => PathReader.TryRead(path, data, null, out var value) ? value?.DeepClone() : throw PathException.NotFound(expression),
        IntrinsicCall call => IntrinsicEvaluator.Evaluate(call, expression, data),
        _ => throw new PathException(PathException.Runtime, $"'{expression}' is neither a path nor an intrinsic function."),
    };

    /// <summary>`Parameters`, `ResultSelector`, `ItemSelector`, `Assign` …: members whose names end in `.$` are computed, everything else stands for itself.</summary>
    public static JsonNode? Fill(JsonNode? template, PathData data)
    {
        switch (template)
        {
            case JsonObject obj:
                var filled = new JsonObject();
                foreach (var (name, value) in obj)
                {
                    if (name.EndsWith(ComputedKey, StringComparison.Ordinal) && value is JsonValue text && text.TryGetValue<string>(out var expression))
                        filled[name[..^ComputedKey.Length]] = Evaluate(expression, data);
                    else
                        filled[name] = Fill(value, data);
                }

                return filled;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Fill(item, data))]);
            default:
                return template?.DeepClone();
        }
    }

    internal static PathExpression Parse(string text)
    {
        if (Parsed.TryGetValue(text, out var known))
            return known;
        var expression = PathParser.Parse(text, out var error) ?? throw new PathException(PathException.Runtime, $"Invalid path '{text}': {error.Message} (at {error.Position}).");
        return Parsed.Count < 10_000 ? Parsed.GetOrAdd(text, expression) : expression;
    }
}
