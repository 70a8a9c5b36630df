namespace Serverless.StepFunctions;

/// <summary>What is kept of the child executions of a distributed Map (<c>WriterConfig.Transformation</c>).</summary>
public enum ResultTransformation
{
    /// <summary>The output of each child with what is known of its execution: ARN, input, times, status.</summary>
    None,

    /// <summary>The output of each child.</summary>
    Compact,

    /// <summary>The output of each child, where a child's list becomes its elements.</summary>
    Flatten,
}
