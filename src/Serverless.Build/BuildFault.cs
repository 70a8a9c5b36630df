namespace Serverless.Build;

/// <summary>
/// A reason not to write: thrown where it is found, reported once by the task with its id and the file it is about.
/// Nothing has been changed on disk when one leaves a method of this assembly.
/// </summary>
internal sealed class BuildFault(string id, string file, string message, Exception? cause = null) : Exception(message, cause)
{
    public string Id { get; } = id;

    public string File { get; } = file;
}
