namespace Serverless.Model.Expressions.Jsonata;

/// <summary>A place where an expression calls or names a function that it does not define itself.</summary>
/// <param name="Name">Without the dollar sign.</param>
/// <param name="Arguments">Number of arguments written; -1 where the function is named, not called.</param>
/// <param name="IsKnown">Whether <see cref="JsonataFunctions"/> has it. One that is not known is called: it may be a variable of the machine, which cannot hold a function.</param>
/// <param name="Position">Offset of the dollar sign.</param>
/// <param name="Length">Number of characters of the name with the dollar sign.</param>
internal sealed record JsonataFunctionUse(string Name, int Arguments, bool IsKnown, int Position, int Length);
