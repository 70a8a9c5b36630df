namespace Serverless.Model.Expressions.Jsonata;

/// <summary>Leaves the parser at the first fault. Never leaves <see cref="JsonataParser"/>.</summary>
internal sealed class JsonataSyntaxException(JsonataError error) : Exception(error.Message)
{
    public JsonataError Error { get; } = error;

    public static JsonataSyntaxException At(string code, int position, int length, string message) => new(new JsonataError(code, position, length, message));
}
