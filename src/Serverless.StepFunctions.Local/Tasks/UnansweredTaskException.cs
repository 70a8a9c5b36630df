namespace Serverless.StepFunctions.Local;

/// <summary>A state called something that nobody answers here. It says what was called, with what, and how to answer.</summary>
public sealed class UnansweredTaskException : Exception
{
    /// <summary>A call that nobody answers.</summary>
    /// <param name="state">Name of the state.</param>
    /// <param name="resource">What it called.</param>
    /// <param name="message">What to do.</param>
    public UnansweredTaskException(string state, string resource, string message)
        : base(message)
    {
        State = state;
        Resource = resource;
    }

    /// <summary>Name of the state.</summary>
    public string State { get; }

    /// <summary>What it called.</summary>
    public string Resource { get; }
}
