namespace Serverless.StepFunctions.Local;

/// <summary>A definition that Step Functions would not take, or that uses something this package does not know. Nothing was run.</summary>
public sealed class InvalidDefinitionException : Exception
{
    /// <summary>A fault at a place.</summary>
    /// <param name="place">Where: <c>States.Insert.Retry[0]</c>.</param>
    /// <param name="problem">What.</param>
    public InvalidDefinitionException(string place, string problem)
        : base(place.Length == 0 ? problem : $"{place}: {problem}")
    {
        Place = place;
    }

    /// <summary>A fault of the whole text.</summary>
    /// <param name="message">What.</param>
    /// <param name="innerException">Why.</param>
    public InvalidDefinitionException(string message, Exception innerException)
        : base(message, innerException)
    {
        Place = "";
    }

    /// <summary>Where: <c>States.Insert.Retry[0]</c>; empty = the whole definition.</summary>
    public string Place { get; }
}
