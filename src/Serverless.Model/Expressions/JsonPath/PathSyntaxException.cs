namespace Serverless.Model.Expressions.JsonPath;

/// <summary>Ends the reading of a text that is no path. Never leaves <see cref="PathParser"/>.</summary>
internal sealed class PathSyntaxException(PathError error) : Exception(error.Message)
{
    public PathError Error { get; } = error;
}
