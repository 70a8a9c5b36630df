namespace Serverless.StepFunctions;

/// <summary>JSONPath where C# has no translation, in machines with <see cref="QueryLanguage.JSONPath"/> (SVLS2315).</summary>
public static class JsonPath
{
    /// <summary>A path or an intrinsic function inside a lambda of a <see cref="State"/>; read by the generator, never executed.</summary>
    /// <typeparam name="T">Type the value has for the C# around it.</typeparam>
    /// <param name="expression">A constant: <c>$.order.lines[-1]</c>, <c>States.Hash($.key, 'SHA-256')</c>. What is wrong in it is SVLS2308.</param>
    public static T Value<T>(string expression) => throw State.NeverExecuted();
}
