using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>A place that reads a variable.</summary>
/// <param name="State">The state it belongs to.</param>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Start">First character in the text of the definition, or -1.</param>
/// <param name="Length">Characters.</param>
/// <param name="IsGuarded">The expression asks whether it exists.</param>
internal sealed record VariableRead(string State, string Name, int Start, int Length, bool IsGuarded);

/// <summary>Collects the faults of one definition, and what its expressions read.</summary>
internal sealed class DefinitionReport
{
    private readonly List<DefinitionFault> _faults = [];
    private readonly List<VariableRead> _reads = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<DefinitionFault> Faults => [.. _faults.Distinct().OrderBy(static f => f.Start).ThenBy(static f => f.RuleId, StringComparer.Ordinal)];

    public IReadOnlyList<VariableRead> Reads => _reads;

    /// <summary>A fault at a value.</summary>
    public void Add(DefinitionSeverity severity, string ruleId, JsonNode at, string? state, params string[] arguments) =>
        AddAt(severity, ruleId, at.Start, at.Length, state, arguments);

    /// <summary>A fault at the name of a member.</summary>
    public void Add(DefinitionSeverity severity, string ruleId, JsonMember at, string? state, params string[] arguments) =>
        AddAt(severity, ruleId, at.NameStart, at.NameLength, state, arguments);

    /// <summary>A fault at a part of a text.</summary>
    public void AddWithin(DefinitionSeverity severity, string ruleId, JsonString text, int position, int length, string? state, params string[] arguments)
    {
        var (start, count) = Within(text, position, length);
        AddAt(severity, ruleId, start, count, state, arguments);
    }

    public void AddAt(DefinitionSeverity severity, string ruleId, int start, int length, string? state, params string[] arguments) =>
        _faults.Add(new DefinitionFault(ruleId, severity, start, length, EquatableArray.Of(arguments), state));

    /// <summary>SVLS2317: something in the structure that Step Functions refuses.</summary>
    public void Structure(JsonNode at, string? state, string subject, string problem) =>
        Add(DefinitionSeverity.Error, RuleIds.DefinitionStructure, at, state, subject, problem);

    /// <summary>SVLS2317, at a member's name.</summary>
    public void Structure(JsonMember at, string? state, string subject, string problem) =>
        Add(DefinitionSeverity.Error, RuleIds.DefinitionStructure, at, state, subject, problem);

    /// <summary>An expression reads a variable.</summary>
    public void Read(string? state, string name, JsonString text, int position, int length, bool isGuarded)
    {
        if (state is null)
            return;
        var (start, count) = Within(text, position, length);
        _reads.Add(new VariableRead(state, name, start, count, isGuarded));
    }

    /// <summary>A part of a text that is written without escapes, with quotation marks or without; else the whole.</summary>
    private static (int Start, int Length) Within(JsonString text, int position, int length)
    {
        var quotes = text.Length - text.Value.Length;
        if (text.Start < 0 || quotes is not (0 or 2))
            return (text.Start, text.Length);
        return length > 0 ? (text.Start + quotes / 2 + position, length) : (text.Start + quotes / 2 + Math.Max(0, Math.Min(position, text.Value.Length - 1)), 1);
    }
}
