namespace Serverless.StepFunctions;

/// <summary>Whether waits between retries are randomised (<c>JitterStrategy</c>).</summary>
public enum JitterStrategy
{
    /// <summary>Exactly the computed wait.</summary>
    None,

    /// <summary>A random wait between zero and the computed one, so that many executions do not retry together.</summary>
    Full,
}
