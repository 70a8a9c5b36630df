namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A place where an expression reads a variable that it does not bind itself.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Members">The names that follow it, as far as they are plain: <c>context</c>, <c>Task</c>, <c>Token</c> for <c>$states.context.Task.Token</c>.</param>
/// <param name="Position">Offset of the dollar sign.</param>
/// <param name="Length">Number of characters up to the end of the last of <paramref name="Members"/>.</param>
internal sealed record JsonataVariableUse(string Name, IReadOnlyList<string> Members, int Position, int Length);
