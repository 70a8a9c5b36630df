namespace Serverless.StepFunctions;

/// <summary>
/// The token that ends a waiting task (<c>$states.context.Task.Token</c>): whoever holds it sends success, failure or a heartbeat. A
/// string in JSON.
/// </summary>
/// <param name="Value">The token, up to 2,048 characters.</param>
public readonly record struct TaskToken(string Value)
{
    /// <summary>The token itself.</summary>
    public override string ToString() => Value;
}
