using System.Globalization;
using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local;

/// <summary>Runs one execution of a machine, or of the processor of a distributed Map, on a scheduler.</summary>
#pragma warning disable CA1001 // Its token outlives it in calls that go on.
internal sealed class MachineExecution
#pragma warning restore CA1001
{
    /// <summary>Bytes of an input, an output, arguments or a result.</summary>
    public const int PayloadLimit = 262_144;

    /// <summary>Seconds an Express execution may take.</summary>
    private const int ExpressLimit = 300;

    /// <summary>Seconds a Standard execution may take: a year.</summary>
    private const int StandardLimit = 31_536_000;

    /// <summary>Branches and iterations the service runs together where a machine does not say.</summary>
    private const int InlineConcurrency = 40;

    private readonly Graph _graph;
    private readonly int? _timeoutSeconds;
    private readonly List<StateVisit> _visits = [];
    private readonly CancellationTokenSource _over = new();
    private JsonNode? _input;
    private DateTimeOffset _started;
    private ExecutionEnded? _ended;

    public MachineExecution(StateMachineRunner runner, MachineUnderTest machine, Graph graph, int? timeoutSeconds, bool isExpress, string name, Scheduler scheduler)
    {
        Runner = runner;
        Machine = machine;
        _graph = graph;
        _timeoutSeconds = timeoutSeconds;
        IsExpress = isExpress;
        Name = name;
        Scheduler = scheduler;
        History = new History(scheduler, isLimited: !isExpress);
    }

    public StateMachineRunner Runner { get; }

    public MachineUnderTest Machine { get; }

    public bool IsExpress { get; }

    public string Name { get; }

    public Scheduler Scheduler { get; }

    public History History { get; }

    public IExpressions Expressions => Runner.Expressions;

    public DateTimeOffset Now => Scheduler.Now;

    public string Id => Runner.Options.Arn(IsExpress ? "express" : "execution", $"{Machine.Name}:{Name}");

    /// <summary>Runs it to its end. Must be called on the scheduler.</summary>
    /// <param name="input">What it is started with.</param>
    /// <param name="cancelled">Aborts it.</param>
    /// <exception cref="Exception">What is no error of the machine: nobody answers a task, a fake of the test failed.</exception>
    public async Task<Execution> RunAsync(JsonNode? input, CancellationToken cancelled)
    {
        _input = input;
        _started = Now;
        using var linked = cancelled.UnsafeRegister(_ => End(new ExecutionEnded(ExecutionStatus.Aborted, null, null)), null);
        var limit = IsExpress ? Math.Min(_timeoutSeconds ?? ExpressLimit, ExpressLimit) : _timeoutSeconds ?? StandardLimit;
        var timeout = Scheduler.Schedule(TimeSpan.FromSeconds(limit), () => End(new ExecutionEnded(ExecutionStatus.TimedOut, ErrorNames.Timeout, null)), null);
        var frame = new Frame(new Scope(null), null, "", _over.Token);
        try
        {
            History.Add(frame, "ExecutionStarted", null, ("input", input), ("roleArn", RoleArn));
            frame.LastEvent = 0;
            if (Json.Length(input) > PayloadLimit)
                throw Visit.TooLarge("StartExecution");
            var output = await RunGraphAsync(_graph, input, frame);
            History.Append(frame.LastEvent, "ExecutionSucceeded", null, ("output", output));
            return Result(ExecutionStatus.Succeeded, output, null, null);
        }
        catch (StateFailure failure)
        {
            History.Append(frame.LastEvent, "ExecutionFailed", null, ("error", failure.Error), ("cause", failure.Cause));
            return Result(ExecutionStatus.Failed, null, failure.Error, failure.Cause);
        }
        catch (ExecutionEnded ended)
        {
            return Ended(frame, ended);
        }
        catch (OperationCanceledException) when (_ended is not null)
        {
            return Ended(frame, _ended);
        }
        finally
        {
            timeout.TryCancel();
            End(null);
        }
    }

    /// <summary>The context object of a visit.</summary>
    public JsonObject Context(Visit visit)
    {
        var state = new JsonObject { ["Name"] = visit.Node.Name, ["EnteredTime"] = Json.Time(visit.Record.Entered) };
        if (visit.Node.Type is StateType.Task or StateType.Parallel or StateType.Map)
            state["RetryCount"] = visit.RetryCount;
        var context = new JsonObject
        {
            ["Execution"] = new JsonObject
            {
                ["Id"] = Id,
                ["Input"] = Json.Copy(_input),
                ["Name"] = Name,
                ["RoleArn"] = RoleArn,
                ["StartTime"] = Json.Time(_started),
                ["RedriveCount"] = 0,
            },
            ["StateMachine"] = new JsonObject { ["Id"] = Machine.Arn, ["Name"] = Machine.Name },
            ["State"] = state,
        };
        if (visit.Token is { } token)
            context["Task"] = new JsonObject { ["Token"] = token };
        if (visit.Frame.Item is { } item)
            context["Map"] = item.DeepClone();
        return context;
    }

    /// <summary>Runs a graph from its first state to an end.</summary>
    public async Task<JsonNode?> RunGraphAsync(Graph graph, JsonNode? input, Frame frame)
    {
        for (var name = graph.StartAt; ;)
        {
            frame.Cancelled.ThrowIfCancellationRequested();
            var node = graph.States[name];
            var record = new StateVisit(name, node.Type, frame.Path, Now, Runner.Json) { Input = Json.Copy(input) };
            _visits.Add(record);
            record.EnteredEventId = History.Add(frame, node.Type + "StateEntered", name, ("input", input));
            // Branches and iterations take turns: all of them are under way before one of them can fail.
            if (frame.Path.Length > 0)
                await Task.Yield();
            frame.Cancelled.ThrowIfCancellationRequested();
            var visit = new Visit(this, frame, node, input, record);
            var (output, next) = await RunStateAsync(visit);
            record.Output = Json.Copy(output);
            record.Next = next;
            record.Exited = Now;
            History.Add(frame, node.Type + "StateExited", name, ("output", output), ("assignedVariables", record.Assigned));
            if (next is null)
                return output;
            (input, name) = (output, next);
        }
    }

    private string RoleArn => $"arn:aws:iam::{Runner.Options.AccountId}:role/{Machine.Name}";

    private async Task<(JsonNode? Output, string? Next)> RunStateAsync(Visit visit)
    {
        try
        {
            visit.TakeInput();
            switch (visit.Node.Type)
            {
                case StateType.Task or StateType.Parallel or StateType.Map:
                    break;
                case StateType.Choice:
                    return Choose(visit);
                case StateType.Fail:
                    throw Failed(visit);
                case StateType.Wait:
                    await WaitAsync(visit);
                    return (visit.Finish(visit.Node.Fields, null, visit.Input), visit.Node.Next);
                case StateType.Pass:
                    return (visit.Finish(visit.Node.Fields, null, Passed(visit)), visit.Node.Next);
                default:
                    return (visit.Finish(visit.Node.Fields, null, visit.Input), null);
            }
        }
        catch (StateFailure failure)
        {
            Note(visit, failure, null);
            throw;
        }

        return await RunWithRetryAsync(visit);
    }

    private static JsonNode? Passed(Visit visit)
    {
        if (visit.Node.IsJsonata)
            return visit.Input;
        if (visit.Node.Has("Result"))
            return visit.Node["Result"];
        return visit.Node.Has("Parameters") ? visit.Template(visit.Node["Parameters"], visit.Input) : visit.Input;
    }

    private static (JsonNode? Output, string? Next) Choose(Visit visit)
    {
        var node = visit.Node;
        foreach (var rule in node["Choices"]!.AsArray().Select(static r => r!.AsObject()))
        {
            bool holds;
            if (node.IsJsonata)
            {
                var condition = visit.Jsonata(rule["Condition"], visit.States(), "Condition");
                holds = Json.IsBoolean(condition)
                    ? condition!.GetValue<bool>()
                    : throw new StateFailure(ErrorNames.QueryEvaluationError, $"{visit.At} The Condition returned an unexpected result type. Expected 'boolean', but was '{Json.TypeOf(condition)}'.");
            }
            else
            {
                holds = visit.Holds(rule);
            }

            if (holds)
                return (visit.Finish(rule, null, visit.Input), rule["Next"]!.GetValue<string>());
        }

        return node.Text("Default") is { } otherwise
            ? (visit.Finish(node.Fields, null, visit.Input), otherwise)
            : throw new StateFailure(ErrorNames.NoChoiceMatched, $"{visit.At} Failed to transition out of the state. The state machine's Choice state did not match any of the conditions.");
    }

    private static StateFailure Failed(Visit visit)
    {
        return new StateFailure(Text("Error"), Text("Cause"));

        string? Text(string field)
        {
            var node = visit.Node;
            JsonNode? value;
            if (node.IsJsonata)
                value = visit.JsonataField(field);
            else if (node[field + "Path"] is { } path)
                value = path.GetValue<string>().StartsWith("States.", StringComparison.Ordinal) ? visit.Template(new JsonObject { [field + ".$"] = path.DeepClone() }, visit.Input)![field] : visit.Read(path.GetValue<string>(), visit.Input);
            else
                value = node[field];
            if (value is null)
                return null;
            return Json.IsText(value)
                ? value.GetValue<string>()
                : throw new StateFailure(node.IsJsonata ? ErrorNames.QueryEvaluationError : ErrorNames.Runtime, $"{visit.At} The field '{field}' must be a string, not {Json.TypeOf(value)}.");
        }
    }

    private async Task WaitAsync(Visit visit)
    {
        var node = visit.Node;
        TimeSpan time;
        if (node.Has("Seconds") || node.Has("SecondsPath"))
        {
            time = TimeSpan.FromSeconds(visit.Number("Seconds", isWhole: true, least: 0, most: 99_999_999)!.Value);
        }
        else
        {
            var value = node.IsJsonata ? visit.JsonataField("Timestamp") : node["TimestampPath"] is { } path ? visit.Read(path.GetValue<string>(), visit.Input) : node["Timestamp"];
            if (!Json.IsText(value) || !Json.TryTime(value!.GetValue<string>(), out var until))
            {
                throw new StateFailure(
                    node.IsJsonata ? ErrorNames.QueryEvaluationError : ErrorNames.Runtime,
                    $"{visit.At} The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {(Json.IsText(value) ? value!.GetValue<string>() : Json.Text(value))}");
            }

            time = until - Now;
        }

        if (time > TimeSpan.Zero)
            await Scheduler.DelayAsync(time, visit.Frame.Cancelled);
    }

    private async Task<(JsonNode? Output, string? Next)> RunWithRetryAsync(Visit visit)
    {
        var attempts = new Dictionary<Retrier, int>(ReferenceEqualityComparer.Instance);
        while (true)
        {
            try
            {
                var result = visit.Node.Type switch
                {
                    StateType.Task => await TaskState.RunAsync(this, visit),
                    StateType.Parallel => await RunParallelAsync(visit),
                    _ => await MapState.RunAsync(this, visit),
                };
                visit.Record.Result = Json.Read(result);
                return (visit.Finish(visit.Node.Fields, "result", result), visit.Node.Next);
            }
            catch (StateFailure failure)
            {
                // The first retrier that means the error decides, also when it has no attempts left.
                var retrier = visit.Node.Retriers.FirstOrDefault(r => ErrorNames.Match(r.Errors, failure));
                if (retrier is not null && attempts.GetValueOrDefault(retrier) < retrier.MaxAttempts)
                {
                    var retry = attempts[retrier] = attempts.GetValueOrDefault(retrier) + 1;
                    var pause = retrier.Pause(retry);
                    Note(visit, failure, pause);
                    await Scheduler.DelayAsync(pause, visit.Frame.Cancelled);
                    visit.Retry();
                    visit.Record.RetryCount = visit.RetryCount;
                    continue;
                }

                Note(visit, failure, null);
                if (visit.Node.Catchers.FirstOrDefault(c => ErrorNames.Match(c.Errors, failure)) is not { } catcher)
                    throw;
                var error = new JsonObject { ["Error"] = failure.Error ?? "", ["Cause"] = failure.Cause ?? "" };
                return (visit.Finish(catcher.Fields, "errorOutput", error), catcher.Next);
            }
        }
    }

    private async Task<JsonNode?> RunParallelAsync(Visit visit)
    {
        var node = visit.Node;
        var input = node.IsJsonata ? visit.JsonataField("Arguments", visit.Input)
            : node.Has("Parameters") ? visit.Template(node["Parameters"], visit.Input) : visit.Input;
        input = Json.Read(input);
        if (Json.Length(input) > PayloadLimit)
            throw Visit.TooLarge(node.Name);
        visit.Record.Arguments = Json.Copy(input);
        History.Add(visit.Frame, "ParallelStateStarted", node.Name);
        var started = visit.Frame.LastEvent;
        var together = new Together(visit.Frame.Cancelled);
        try
        {
            var results = await together.RunAsync(node.Graphs.Count, node.Graphs.Count, (i, cancelled) =>
            {
                var frame = new Frame(new Scope(visit.Frame.Scope), visit.Frame.Item, Within(visit, i), cancelled) { LastEvent = started };
                return RunGraphAsync(node.Graphs[i], input, frame);
            });
            History.Add(visit.Frame, "ParallelStateSucceeded", node.Name);
            return new JsonArray([.. results.Select(Json.Copy)]);
        }
        catch (StateFailure)
        {
            History.Add(visit.Frame, "ParallelStateFailed", node.Name);
            throw;
        }
    }

    /// <summary>Runs the iterations of an inline Map.</summary>
    public async Task<JsonNode?> RunIterationsAsync(Visit visit, IReadOnlyList<MapItem> items, int concurrency)
    {
        var name = visit.Node.Name;
        History.Add(visit.Frame, "MapStateStarted", name, ("length", items.Count));
        var started = visit.Frame.LastEvent;
        var together = new Together(visit.Frame.Cancelled);
        try
        {
            var results = await together.RunAsync(items.Count, concurrency == 0 ? InlineConcurrency : concurrency, async (i, cancelled) =>
            {
                var frame = new Frame(new Scope(visit.Frame.Scope), items[i].Context, Within(visit, i), cancelled) { LastEvent = started };
                History.Add(frame, "MapIterationStarted", name, ("index", i));
                try
                {
                    var result = await RunGraphAsync(visit.Node.Graphs[0], items[i].Input, frame);
                    History.Add(frame, "MapIterationSucceeded", name, ("index", i));
                    return result;
                }
                catch (StateFailure)
                {
                    History.Add(frame, "MapIterationFailed", name, ("index", i));
                    throw;
                }
            });
            History.Add(visit.Frame, "MapStateSucceeded", name);
            return new JsonArray([.. results.Select(Json.Copy)]);
        }
        catch (StateFailure)
        {
            History.Add(visit.Frame, "MapStateFailed", name);
            throw;
        }
    }

    private static string Within(Visit visit, int index)
    {
        var own = string.Create(CultureInfo.InvariantCulture, $"{visit.Node.Name}[{index}]");
        return visit.Frame.Path.Length == 0 ? own : visit.Frame.Path + "/" + own;
    }

    private static void Note(Visit visit, StateFailure failure, TimeSpan? pause)
    {
        visit.Record.Error = failure.Error;
        visit.Record.Cause = failure.Cause;
        visit.Record.Attempts.Add(new FailedAttempt(failure.Error, failure.Cause, pause));
    }

    private void End(ExecutionEnded? ended)
    {
        _ended ??= ended;
        _over.Cancel();
    }

    private Execution Ended(Frame frame, ExecutionEnded ended)
    {
        var type = ended.Status switch
        {
            ExecutionStatus.TimedOut => "ExecutionTimedOut",
            ExecutionStatus.Aborted => "ExecutionAborted",
            _ => "ExecutionFailed",
        };
        History.Append(frame.LastEvent, type, null, ("error", ended.Error), ("cause", ended.Cause));
        return Result(ended.Status, null, ended.Error, ended.Cause);
    }

    private Execution Result(ExecutionStatus status, JsonNode? output, string? error, string? cause) => new(Runner.Json)
    {
        Status = status,
        Id = Id,
        Name = Name,
        Machine = Machine.Name,
        Input = Json.Copy(_input),
        OutputJson = Json.Copy(output),
        Error = error,
        Cause = cause,
        Started = _started,
        Stopped = Now,
        States = [.. _visits],
        History = [.. History.Events],
    };
}
