namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>A path, an intrinsic function or a comparison that fails the state.</summary>
/// <param name="error">The error as the service names it.</param>
/// <param name="message">What happened.</param>
internal sealed class PathException(string error, string message) : Exception(message)
{
    public const string Runtime = "States.Runtime";
    public const string IntrinsicFailure = "States.IntrinsicFailure";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";

    public string Error { get; } = error;

    internal static PathException NotFound(string path) => new(Runtime, $"The JSONPath '{path}' could not be found in the input.");
}
