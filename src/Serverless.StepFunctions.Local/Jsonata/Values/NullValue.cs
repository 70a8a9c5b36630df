namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>
/// JSON's null. The values of the evaluator are: a null reference for nothing, <see cref="NullValue"/>, <c>bool</c>, <c>double</c>, <c>string</c>,
/// <see cref="ListValue"/>, <see cref="ObjectValue"/> and <see cref="FunctionValue"/>.
/// </summary>
internal sealed class NullValue
{
    public static readonly NullValue Instance = new();

    private NullValue()
    {
    }
}
