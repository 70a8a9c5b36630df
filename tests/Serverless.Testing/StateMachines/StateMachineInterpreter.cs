using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Serverless.Testing.StateMachines;

/// <summary>
/// Executes a JSONata state machine: no engine for such machines exists outside the service. Tasks are made by the test, expressions
/// are evaluated by JSONata itself; flow, variables, Retry and Catch are written here after the states language. Waits and pauses are
/// recorded, not waited for. What it does not know it refuses.
/// </summary>
/// <param name="definition">The definition, substitutions done.</param>
/// <param name="evaluator">Evaluates expressions.</param>
/// <param name="task">Makes the call of a Task state; throws <see cref="StateMachineException"/> when it fails.</param>
public sealed partial class StateMachineInterpreter(JsonObject definition, JsonataEvaluator evaluator, Func<TaskCall, Task<JsonNode?>> task)
{
    private const int PayloadLimit = 262_144;

    private readonly ConcurrentQueue<string> _visited = new();
    private readonly ConcurrentQueue<double> _waits = new();
    private JsonObject _execution = [];

    /// <summary>Runs the machine once.</summary>
    /// <param name="input">The execution's input.</param>
    /// <param name="name">The execution's name.</param>
    /// <exception cref="NotSupportedException">The definition uses something the interpreter does not know.</exception>
    public async Task<StateMachineExecution> RunAsync(JsonNode? input, string name = "run")
    {
        if (definition["QueryLanguage"]?.GetValue<string>() != "JSONata")
            throw new NotSupportedException("only JSONata machines are executed");
        _visited.Clear();
        _waits.Clear();
        _execution = new()
        {
            ["Id"] = $"arn:aws:states:eu-central-1:123456789012:execution:machine:{name}",
            ["Input"] = input?.DeepClone(),
            ["Name"] = name,
            ["RoleArn"] = "arn:aws:iam::123456789012:role/machine",
            ["StartTime"] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["RedriveCount"] = 0,
        };
        try
        {
            var output = await RunGraphAsync(definition, input, new Scope(null), null, CancellationToken.None);
            return new(output, null, null, [.. _visited], [.. _waits]);
        }
        catch (StateMachineException failure)
        {
            return new(null, failure.Error, failure.Cause, [.. _visited], [.. _waits]);
        }
    }

    private async Task<JsonNode?> RunGraphAsync(JsonObject graph, JsonNode? input, Scope scope, JsonObject? item, CancellationToken cancelled)
    {
        var states = graph["States"]!.AsObject();
        for (var name = graph["StartAt"]!.GetValue<string>(); ;)
        {
            cancelled.ThrowIfCancellationRequested();
            var state = states[name]?.AsObject() ?? throw new NotSupportedException($"the state {name} does not exist");
            StateFields.Check(name, state);
            _visited.Enqueue(name);
            var visit = new Visit(name, state, input, scope, item, _execution, cancelled);
            var (output, next) = await RunStateAsync(visit);
            if (Encoding.UTF8.GetByteCount(output?.ToJsonString() ?? "null") > PayloadLimit)
                throw new StateMachineException("States.DataLimitExceeded", name);
            if (next is null)
                return output;
            (input, name) = (output, next);
        }
    }

    private async Task<(JsonNode? Output, string? Next)> RunStateAsync(Visit visit)
    {
        switch (visit.Type)
        {
            case "Task" or "Parallel" or "Map":
                return await RunWithRetryAsync(visit);
            case "Choice":
                return await ChooseAsync(visit);
            case "Fail":
                throw new StateMachineException(
                    (await EvaluateAsync(visit, "Error"))?.GetValue<string>() ?? "", (await EvaluateAsync(visit, "Cause"))?.GetValue<string>());
            case "Wait":
                _waits.Enqueue(await WaitSecondsAsync(visit));
                break;
        }

        return (await FinishAsync(visit, visit.State, visit.States(), visit.Input), visit.Next);
    }

    /// <summary>Output first, then Assign, both from the values the variables had when the state was entered.</summary>
    private async Task<JsonNode?> FinishAsync(Visit visit, JsonObject rule, JsonObject states, JsonNode? otherwise)
    {
        var variables = visit.Scope.Snapshot();
        var output = rule.ContainsKey("Output") ? await evaluator.EvaluateAsync(rule["Output"], states, variables) : otherwise?.DeepClone();
        if (rule["Assign"] is { } assign)
        {
            foreach (var (name, value) in (await evaluator.EvaluateAsync(assign, states, variables))!.AsObject())
                visit.Scope.Assign(name, value);
        }

        return output;
    }

    private async Task<(JsonNode? Output, string? Next)> ChooseAsync(Visit visit)
    {
        foreach (var rule in visit.State["Choices"]!.AsArray().Select(static r => r!.AsObject()))
        {
            var holds = await evaluator.EvaluateAsync(rule["Condition"], visit.States(), visit.Scope.Snapshot());
            if (holds?.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False))
                throw new StateMachineException("States.QueryEvaluationError", $"{visit.Name}: a condition is not a bool");
            if (holds.GetValue<bool>())
                return (await FinishAsync(visit, rule, visit.States(), visit.Input), rule["Next"]!.GetValue<string>());
        }

        return visit.State["Default"]?.GetValue<string>() is { } next
            ? (await FinishAsync(visit, visit.State, visit.States(), visit.Input), next)
            : throw new StateMachineException("States.NoChoiceMatched", visit.Name);
    }

    private async Task<double> WaitSecondsAsync(Visit visit) => visit.State.ContainsKey("Seconds")
        ? (await EvaluateAsync(visit, "Seconds"))!.GetValue<double>()
        : Math.Max(0, (DateTimeOffset.Parse((await EvaluateAsync(visit, "Timestamp"))!.GetValue<string>(), CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow).TotalSeconds);

    private async Task<(JsonNode? Output, string? Next)> RunWithRetryAsync(Visit visit)
    {
        var attempts = new Dictionary<JsonObject, int>();
        while (true)
        {
            try
            {
                var result = visit.Type switch
                {
                    "Task" => await RunTaskAsync(visit),
                    "Parallel" => await RunParallelAsync(visit),
                    _ => await RunMapAsync(visit),
                };
                return (await FinishAsync(visit, visit.State, visit.States(("result", result)), result), visit.Next);
            }
            catch (StateMachineException failure)
            {
                if (Retrier(visit, failure.Error) is { } retrier && attempts.GetValueOrDefault(retrier) < (retrier["MaxAttempts"]?.GetValue<int>() ?? 3))
                {
                    attempts[retrier] = attempts.GetValueOrDefault(retrier) + 1;
                    visit.RetryCount++;
                    _waits.Enqueue(ErrorMatch.Pause(retrier, attempts[retrier]));
                    continue;
                }

                var catcher = Rules(visit, "Catch").FirstOrDefault(c => ErrorMatch.Matches(c, failure.Error));
                if (catcher is null)
                    throw;
                var error = new JsonObject { ["Error"] = failure.Error, ["Cause"] = failure.Cause };
                return (await FinishAsync(visit, catcher, visit.States(("errorOutput", error)), error), catcher["Next"]!.GetValue<string>());
            }
        }
    }

    private async Task<JsonNode?> RunTaskAsync(Visit visit)
    {
        var arguments = visit.State.ContainsKey("Arguments") ? await EvaluateAsync(visit, "Arguments") : visit.Input?.DeepClone();
        var seconds = visit.State.ContainsKey("TimeoutSeconds") ? (await EvaluateAsync(visit, "TimeoutSeconds"))!.GetValue<double>() : 99_999_999;
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(visit.Cancelled);
        var call = task(new(visit.State["Resource"]!.GetValue<string>(), arguments, visit.Name, cancelled.Token));
        try
        {
            return await call.WaitAsync(TimeSpan.FromSeconds(Math.Min(seconds, 86_400)), visit.Cancelled);
        }
        catch (TimeoutException)
        {
            throw new StateMachineException("States.Timeout", visit.Name);
        }
        finally
        {
            await cancelled.CancelAsync();   // a call that goes on after its time must hear of it
        }
    }

    private async Task<JsonNode?> RunParallelAsync(Visit visit)
    {
        var input = visit.State.ContainsKey("Arguments") ? await EvaluateAsync(visit, "Arguments") : visit.Input;
        return await RunTogetherAsync(
            visit, visit.State["Branches"]!.AsArray().Select(b => (b!.AsObject(), input, (JsonObject?)null)), concurrency: 0);
    }

    private async Task<JsonNode?> RunMapAsync(Visit visit)
    {
        if (StateFields.IsDistributed(visit.State))
            return await RunDistributedAsync(visit);
        var items = visit.State.ContainsKey("Items") ? await EvaluateAsync(visit, "Items") : visit.Input;
        if (items is not JsonArray list)
            throw new StateMachineException("States.QueryEvaluationError", $"{visit.Name}: the items are no list");
        var concurrency = visit.State.ContainsKey("MaxConcurrency") ? (await EvaluateAsync(visit, "MaxConcurrency"))!.GetValue<int>() : 0;
        var inputs = new List<(JsonObject, JsonNode?, JsonObject?)>();
        for (var i = 0; i < list.Count; i++)
        {
            var item = new JsonObject { ["Item"] = new JsonObject { ["Index"] = i, ["Value"] = list[i]?.DeepClone() } };
            var selected = visit.State.ContainsKey("ItemSelector")
                ? await evaluator.EvaluateAsync(visit.State["ItemSelector"], (visit with { Item = item }).States(), visit.Scope.Snapshot())
                : list[i];
            inputs.Add((visit.State["ItemProcessor"]!.AsObject(), selected, item));
        }

        return await RunTogetherAsync(visit, inputs, concurrency);
    }

    /// <summary>Runs branches or iterations; the first failure ends the others.</summary>
    private async Task<JsonNode?> RunTogetherAsync(Visit visit, IEnumerable<(JsonObject Graph, JsonNode? Input, JsonObject? Item)> runs, int concurrency)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(visit.Cancelled);
        using var slots = new SemaphoreSlim(concurrency == 0 ? 40 : concurrency);
        StateMachineException? failure = null;
        var results = await Task.WhenAll(runs.ToArray().Select(async run =>
        {
            try
            {
                await slots.WaitAsync(stop.Token);
                try
                {
                    return await RunGraphAsync(run.Graph, run.Input, new Scope(visit.Scope), run.Item ?? visit.Item, stop.Token);
                }
                finally
                {
                    slots.Release();
                }
            }
            catch (StateMachineException first)
            {
                Interlocked.CompareExchange(ref failure, first, null);
                await stop.CancelAsync();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
            }

            return null;
        }));
        visit.Cancelled.ThrowIfCancellationRequested();
        return failure is null ? new JsonArray([.. results.Select(static r => r?.DeepClone())]) : throw new StateMachineException(failure.Error, failure.Cause);
    }

    private Task<JsonNode?> EvaluateAsync(Visit visit, string field) => evaluator.EvaluateAsync(visit.State[field], visit.States(), visit.Scope.Snapshot());

    private static JsonObject? Retrier(Visit visit, string error) =>
        error is "States.Runtime" or "States.DataLimitExceeded" ? null : Rules(visit, "Retry").FirstOrDefault(r => ErrorMatch.Matches(r, error));

    private static IEnumerable<JsonObject> Rules(Visit visit, string field) => visit.State[field]?.AsArray().Select(static r => r!.AsObject()) ?? [];
}
