using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Serverless.Model.Expressions.Jsonata;
using Serverless.StepFunctions.Local.Jsonata;

namespace Serverless.StepFunctions.Local;

/// <summary>
/// The package's own JSONata. JSONata takes a variable that is not assigned for nothing; the service fails, and so does this.
/// </summary>
/// <param name="random">What `$random()` and `$uuid()` draw from: the same in every run.</param>
internal sealed class LocalExpressions(Random random) : IExpressions
{
    private static readonly JsonataEngine Engine = new();
    private static readonly ConcurrentDictionary<string, string[]> Variables = new(StringComparer.Ordinal);

    public bool TryEvaluate(string expression, IReadOnlyDictionary<string, JsonNode?> variables, DateTimeOffset now, out JsonNode? value)
    {
        foreach (var name in UsedBy(expression))
        {
            if (!variables.ContainsKey(name))
                throw new ExpressionException($"The variable '${name}' is not assigned.");
        }

        try
        {
            return Engine.TryEvaluate(expression, variables, new JsonataContext { Now = () => now, NewGuid = NewGuid, NextRandom = random.NextDouble }, out value);
        }
        catch (JsonataException exception)
        {
            throw new ExpressionException($"{exception.Code}: {exception.Message}");
        }
    }

    private static string[] UsedBy(string expression)
    {
        if (Variables.TryGetValue(expression, out var known))
            return known;
        // What cannot be read fails when it is evaluated.
        string[] names = JsonataParser.Parse(expression).Expression is { } parsed ? [.. JsonataUses.Of(parsed).Variables.Select(static v => v.Name).Distinct(StringComparer.Ordinal)] : [];
        return Variables.Count < 10_000 ? Variables.GetOrAdd(expression, names) : names;
    }

    private Guid NewGuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        // Version 4, as the service's.
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }
}
