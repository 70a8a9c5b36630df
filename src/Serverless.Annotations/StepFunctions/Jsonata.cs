namespace Serverless.StepFunctions;

/// <summary>JSONata where C# has no translation.</summary>
public static class Jsonata
{
    /// <summary>A JSONata expression inside a lambda of a <see cref="State"/>; read by the generator, never executed.</summary>
    /// <typeparam name="T">Type the expression has for the C# around it.</typeparam>
    /// <param name="expression">A constant, without <c>{% %}</c>: <c>$millis()</c>.</param>
    public static T Value<T>(string expression) => throw State.NeverExecuted();
}
