namespace Serverless.StepFunctions;

/// <summary>A Map state.</summary>
public sealed class MapStateBuilder : ResultStateBuilder<MapStateBuilder>
{
    private MapStateBuilder()
    {
    }

    /// <summary>Computes the processor's input of each item. Default: the item.</summary>
    /// <param name="item">Lambda whose first parameter is the item; a parameter <c>int index</c> is its position from 0.</param>
    public MapStateBuilder Select(Delegate item) => throw NeverExecuted();

    /// <summary>Items worked on at a time. Default: 10.</summary>
    /// <param name="items">0 to 40 inline, to 10,000 distributed; 0 = as many as the service allows.</param>
    public MapStateBuilder MaxConcurrency(int items) => throw NeverExecuted();

    /// <summary>Runs each item, or batch, as an execution of its own (Standard only, SVLS2304).</summary>
    /// <param name="children">Kind of the child executions.</param>
    /// <param name="label">Part of the child executions' ARN, up to 40 characters. Default: the service's choice.</param>
    public MapStateBuilder Distributed(WorkflowType children = WorkflowType.Standard, string? label = null) => throw NeverExecuted();

    /// <summary>Gives several items to each child execution (distributed).</summary>
    /// <param name="maxItems">Items in a batch, at least 1; 0 = no limit.</param>
    /// <param name="maxBytes">Bytes in a batch, up to 262,144; 0 = no limit.</param>
    public MapStateBuilder Batch(int maxItems, int maxBytes = 0) => throw NeverExecuted();

    /// <summary>How many items may fail (distributed). Default: none.</summary>
    /// <param name="percentage">0 to 100 percent.</param>
    /// <param name="count">Number of items; 0 = not limited by number.</param>
    public MapStateBuilder Tolerate(double percentage, int count = 0) => throw NeverExecuted();

    /// <summary>Writes the children's results to a bucket (distributed).</summary>
    /// <param name="bucket">The bucket in the value grammar.</param>
    /// <param name="prefix">Prefix of the keys.</param>
    public MapStateBuilder WriteResults(string bucket, string prefix) => throw NeverExecuted();
}
