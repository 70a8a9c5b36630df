using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>Collects the faults of one definition.</summary>
internal sealed class DefinitionReport
{
    private readonly List<DefinitionFault> _faults = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<DefinitionFault> Faults => [.. _faults.Distinct().OrderBy(static f => f.Start).ThenBy(static f => f.RuleId, StringComparer.Ordinal)];

    /// <summary>A fault at a value.</summary>
    public void Add(DefinitionSeverity severity, string ruleId, JsonNode at, string? state, params string[] arguments) =>
        _faults.Add(new DefinitionFault(ruleId, severity, at.Start, at.Length, EquatableArray.Of(arguments), state));

    /// <summary>A fault at the name of a member.</summary>
    public void Add(DefinitionSeverity severity, string ruleId, JsonMember at, string? state, params string[] arguments) =>
        _faults.Add(new DefinitionFault(ruleId, severity, at.NameStart, at.NameLength, EquatableArray.Of(arguments), state));

    /// <summary>SVLS2317: something in the structure that Step Functions refuses.</summary>
    public void Structure(JsonNode at, string? state, string subject, string problem) =>
        Add(DefinitionSeverity.Error, RuleIds.DefinitionStructure, at, state, subject, problem);

    /// <summary>SVLS2317, at a member's name.</summary>
    public void Structure(JsonMember at, string? state, string subject, string problem) =>
        Add(DefinitionSeverity.Error, RuleIds.DefinitionStructure, at, state, subject, problem);
}
