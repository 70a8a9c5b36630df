namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>A place where a pattern fits a text.</summary>
/// <param name="Text">What it fits.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset after the last character.</param>
/// <param name="Groups">What the groups fit; nothing for one that was not needed.</param>
internal sealed record RegexMatch(string Text, int Start, int End, IReadOnlyList<object?> Groups);
