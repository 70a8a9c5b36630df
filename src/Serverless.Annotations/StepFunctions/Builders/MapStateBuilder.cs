namespace Serverless.StepFunctions;

/// <summary>
/// A Map state. Inline it runs its items inside the execution; distributed (<see cref="Distributed"/>, <c>State.MapObjects</c>,
/// <c>State.MapFile</c>, <c>State.MapManifest</c>) each item, or batch, is an execution of its own. A setting for distributed maps on
/// an inline one is SVLS2002.
/// </summary>
/// <remarks>
/// The states of a distributed Map run in other executions: they cannot read variables from outside (SVLS2307). Hand such values on with
/// <see cref="Select"/> or <see cref="BatchInput"/>.
/// </remarks>
public sealed class MapStateBuilder : ResultStateBuilder<MapStateBuilder>
{
    private MapStateBuilder()
    {
    }

    /// <summary>Computes the processor's input of each item. Default: the item.</summary>
    /// <param name="item">
    /// Lambda whose first parameter is the item; a parameter <c>int index</c> is its position from 0, a
    /// <see cref="StateMachineContext"/> knows its key and source, a <see cref="StateInput{T}"/> is the input of the Map.
    /// </param>
    public MapStateBuilder Select(Delegate item) => throw NeverExecuted();

    /// <summary>Items, or batches, worked on at a time. Default: 10.</summary>
    /// <param name="items">0 or more; 0 = as many as the service allows: about 40 inline, 10,000 distributed.</param>
    public MapStateBuilder MaxConcurrency(int items) => throw NeverExecuted();

    /// <summary>Items, or batches, worked on at a time.</summary>
    /// <param name="items">Lambda that yields the number from the state's input.</param>
    public MapStateBuilder MaxConcurrency(Delegate items) => throw NeverExecuted();

    /// <summary>Runs each item, or batch, as an execution of its own (Standard only, SVLS2304).</summary>
    /// <param name="children">Kind of the child executions. For Express ones the states inside follow the rules of Express machines.</param>
    /// <param name="label">Part of the child executions' ARN, 1 to 40 characters, unique in the machine (SVLS2001). Default: the service's choice.</param>
    public MapStateBuilder Distributed(WorkflowType children = WorkflowType.Standard, string? label = null) => throw NeverExecuted();

    /// <summary>Gives several items to each child execution (distributed); its input then is an <c>ItemBatch</c>.</summary>
    /// <param name="maxItems">Items in a batch, at least 1; 0 = no limit, then <paramref name="maxBytes"/> is one (SVLS2001).</param>
    /// <param name="maxBytes">Bytes in a batch, 1 to 262,144; 0 = no limit.</param>
    public MapStateBuilder Batch(int maxItems, int maxBytes = 0) => throw NeverExecuted();

    /// <summary>Gives several items to each child execution (distributed); its input then is an <c>ItemBatch</c>.</summary>
    /// <param name="maxItems">Lambda that yields the number of items from the state's input.</param>
    public MapStateBuilder Batch(Delegate maxItems) => throw NeverExecuted();

    /// <summary>What every batch has beside its items, as <c>BatchInput</c>; needs a <c>Batch</c> (SVLS2002).</summary>
    /// <param name="input">Lambda that yields it from the state's input.</param>
    public MapStateBuilder BatchInput(Delegate input) => throw NeverExecuted();

    /// <summary>How many items may fail (distributed). Default: none.</summary>
    /// <param name="percentage">0 to 100 percent (SVLS2001).</param>
    /// <param name="count">Number of items, at least 0; 0 = not limited by number.</param>
    public MapStateBuilder Tolerate(double percentage, int count = 0) => throw NeverExecuted();

    /// <summary>How many items may fail (distributed).</summary>
    /// <param name="percentage">Lambda that yields 0 to 100 percent from the state's input.</param>
    public MapStateBuilder Tolerate(Delegate percentage) => throw NeverExecuted();

    /// <summary>Writes the children's results to a bucket (distributed); the state's result then is a <c>MapRunResult</c>.</summary>
    /// <param name="bucket">The bucket in the value grammar.</param>
    /// <param name="prefix">Prefix of the keys.</param>
    public MapStateBuilder WriteResults(string bucket, string prefix) => throw NeverExecuted();

    /// <summary>Writes the children's results to a computed place (distributed); the state's result then is a <c>MapRunResult</c>.</summary>
    /// <param name="location">Lambda that yields <c>new { Bucket = "@Results", Prefix = … }</c> from the state's input (SVLS2310).</param>
    public MapStateBuilder WriteResults(Delegate location) => throw NeverExecuted();

    /// <summary>What the results look like, in the bucket or, without <c>WriteResults</c>, in the state's result (distributed).</summary>
    /// <param name="transformation">What is kept of each child.</param>
    /// <param name="format">Format of the results. Default: JSON.</param>
    public MapStateBuilder FormatResults(ResultTransformation transformation, ResultFormat format = ResultFormat.Json) => throw NeverExecuted();

    /// <summary>Items read at most. Default: all.</summary>
    /// <param name="items">1 to 100,000,000 (SVLS2001).</param>
    public MapStateBuilder MaxItems(int items) => throw NeverExecuted();

    /// <summary>Items read at most.</summary>
    /// <param name="items">Lambda that yields the number from the state's input.</param>
    public MapStateBuilder MaxItems(Delegate items) => throw NeverExecuted();

    /// <summary>Names the columns of CSV files whose first line does not. Default: the first line names them.</summary>
    /// <param name="columns">Names in the order of the columns, each once (SVLS2001); up to 10 KiB together.</param>
    public MapStateBuilder CsvHeaders(params string[] columns) => throw NeverExecuted();

    /// <summary>What separates the values of a CSV file. Default: a comma.</summary>
    /// <param name="delimiter">The character.</param>
    public MapStateBuilder CsvDelimiter(CsvDelimiter delimiter) => throw NeverExecuted();

    /// <summary>Where in a JSON file the list of items is. Default: the file is the list.</summary>
    /// <param name="pointer">A JSON Pointer: <c>/inventory/products</c>, up to 2,000 characters (SVLS2001).</param>
    public MapStateBuilder ItemsPointer(string pointer) => throw NeverExecuted();

    /// <summary>The items are what is in the objects, not the objects themselves (<c>State.MapObjects</c> only, SVLS2002).</summary>
    /// <param name="format">Format of every object under the prefix.</param>
    public MapStateBuilder LoadAndFlatten(ItemFormat format) => throw NeverExecuted();
}
