namespace Serverless.Model.Expressions.JsonPath;

/// <summary>What is wrong in a path or an intrinsic function, and where.</summary>
/// <param name="Position">First character that is wrong, from 0.</param>
/// <param name="Length">How many characters are; 0 at the end of the text.</param>
/// <param name="Message">A sentence without its full stop.</param>
internal readonly record struct PathError(int Position, int Length, string Message);
