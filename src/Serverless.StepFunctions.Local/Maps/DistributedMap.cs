using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>
/// A distributed Map: each item or batch is an execution of its own, with a history of its own and without the variables of its parent.
/// </summary>
internal static class DistributedMap
{
    /// <summary>Children the service runs at a time.</summary>
    private const int MostChildren = 10_000;

    public static async Task<JsonNode?> RunAsync(MachineExecution execution, Visit visit)
    {
        var node = visit.Node;
        var name = node.Name;
        var label = node.Text("Label") ?? name;
        var concurrency = (int)(visit.Number("MaxConcurrency", isWhole: true, least: 0) ?? 0);
        var tolerance = new Tolerance(visit);
        var items = node.Has("ItemReader") ? null : MapState.InputItems(visit);
        execution.History.Add(visit.Frame, "MapStateStarted", name, ("length", items?.Count ?? 0));
        var run = execution.Runner.NextId("map-run");
        var mapRun = execution.Runner.Options.Arn("mapRun", $"{execution.Machine.Name}/{label}:{run}");
        execution.History.Add(visit.Frame, "MapRunStarted", name, ("mapRunArn", mapRun));
        try
        {
            var inputs = MapState.Select(visit, items ?? ItemSource.Read(execution.Runner, visit));
            if (node.Has("ItemBatcher"))
                inputs = ItemBatches.Make(visit, inputs);
            var machine = execution.Machine with { Name = execution.Machine.Name + "/" + label };
            var children = await RunChildrenAsync(execution, visit, machine, inputs, concurrency == 0 ? MostChildren : concurrency, tolerance, run);
            visit.Record.Children.AddRange(children);
            if (tolerance.IsExceeded(children.Count(static c => c.Status != ExecutionStatus.Succeeded), inputs.Count))
                throw new StateFailure(ErrorNames.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded");
            var result = MapResults.Of(execution, visit, machine, children, mapRun);
            execution.History.Add(visit.Frame, "MapRunSucceeded", name);
            execution.History.Add(visit.Frame, "MapStateSucceeded", name);
            return result;
        }
        catch (StateFailure failure)
        {
            execution.History.Add(visit.Frame, "MapRunFailed", name, ("error", failure.Error), ("cause", failure.Cause));
            execution.History.Add(visit.Frame, "MapStateFailed", name);
            throw;
        }
    }

    private static async Task<List<Execution>> RunChildrenAsync(
        MachineExecution execution, Visit visit, MachineUnderTest machine, List<MapItem> inputs, int concurrency, Tolerance tolerance, string run)
    {
        var ended = new Execution?[inputs.Count];
        var failed = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(visit.Frame.Cancelled);
        await new Together(visit.Frame.Cancelled).RunAsync(inputs.Count, concurrency, async (i, cancelled) =>
        {
            if (stop.IsCancellationRequested)
                return null;
            using var both = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, cancelled);
            var child = new MachineExecution(
                execution.Runner, machine, visit.Node.Graphs[0], null, visit.Node.HasExpressChildren, string.Create(CultureInfo.InvariantCulture, $"{run}-{i}"), execution.Scheduler);
            var result = ended[i] = await child.RunAsync(inputs[i].Input, both.Token);
            if (result.Status != ExecutionStatus.Succeeded && tolerance.IsExceeded(++failed, inputs.Count))
                Stop();
            return null;
        });
        return [.. ended.OfType<Execution>()];

        void Stop() => stop.Cancel();
    }

    /// <summary>How many children may fail.</summary>
    private sealed class Tolerance(Visit visit)
    {
        private readonly double? _count = visit.Number("ToleratedFailureCount", isWhole: true, least: 0);
        private readonly double? _percentage = visit.Number("ToleratedFailurePercentage", isWhole: false, least: 0, most: 100);

        public bool IsExceeded(int failed, int total)
        {
            if (failed == 0)
                return false;
            if (_count is null && _percentage is null)
                return true;
            return failed > _count || failed * 100.0 / total > _percentage;
        }
    }
}
