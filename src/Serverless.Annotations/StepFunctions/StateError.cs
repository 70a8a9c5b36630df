namespace Serverless.StepFunctions;

/// <summary>
/// What a catcher hands to the next state (<c>$states.errorOutput</c>). As parameter of a lambda it names the caught error, as parameter
/// of a task method it is the state's input.
/// </summary>
/// <param name="Error">Error name: <c>States.Timeout</c>, the simple name of an exception type …</param>
/// <param name="Cause">
/// What happened. For a function: the JSON Lambda reports, with <c>errorType</c>, <c>errorMessage</c> and <c>stackTrace</c>.
/// </param>
public sealed record StateError(string Error, string? Cause);
