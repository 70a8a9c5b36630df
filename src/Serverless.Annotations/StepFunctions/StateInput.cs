namespace Serverless.StepFunctions;

/// <summary>
/// Names the state's input where a plain parameter would mean its result: in <c>Output</c> and <c>Set</c> of a Task, Parallel or Map.
/// </summary>
/// <typeparam name="T">Type of the input.</typeparam>
/// <param name="Value">The input.</param>
public readonly record struct StateInput<T>(T Value);
