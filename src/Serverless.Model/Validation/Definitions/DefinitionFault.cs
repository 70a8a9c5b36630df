namespace Serverless.Model.Validation.Definitions;

/// <summary>What a fault in a definition leads to.</summary>
internal enum DefinitionSeverity
{
    /// <summary>Step Functions refuses the definition.</summary>
    Error,

    /// <summary>It is accepted, and an execution fails or does something else than the text says.</summary>
    Warning,

    /// <summary>It works; worth knowing.</summary>
    Info,
}

/// <summary>A fault in a definition that somebody wrote as JSON or YAML, with its place in that text.</summary>
/// <param name="RuleId">`SVLS23nn`.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Start">First character in the text the definition was read from, or -1 for what was not read.</param>
/// <param name="Length">Characters.</param>
/// <param name="Arguments">Arguments of the rule's message.</param>
/// <param name="State">The state it belongs to; null = the machine itself.</param>
internal sealed record DefinitionFault(string RuleId, DefinitionSeverity Severity, int Start, int Length, EquatableArray<string> Arguments, string? State);
