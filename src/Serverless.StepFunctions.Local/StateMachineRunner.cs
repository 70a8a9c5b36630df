using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Serverless.Runtime;

namespace Serverless.StepFunctions.Local;

/// <summary>
/// Runs a state machine in process, for unit tests and the local host: the real task methods, answers of the test for services, waits and
/// retries in virtual time, errors and limits as AWS Step Functions has them.
/// </summary>
/// <remarks>
/// Every execution of a runner is deterministic: branches and iterations take turns in the order of their index, jitter is not played,
/// names and times are the same each time. Register answers before the first execution. A runner may run many executions, one after the
/// other or side by side.
/// </remarks>
/// <example><code>
/// var runner = StateMachineRunner.For(new DocumentPipeline(s3));
/// runner.Service("dynamodb:putItem", call => new { });
/// var run = await runner.RunAsync(new S3ObjectEvent("uploads", "in/a.txt"));
/// Assert.Equal(ExecutionStatus.Succeeded, run.Status);
/// Assert.Equal("in/a.txt", run.Find("Insert").Arguments!["Item"]!["id"]!["S"]!.GetValue&lt;string>());
/// </code></example>
public sealed partial class StateMachineRunner
{
    private readonly Dictionary<string, MachineUnderTest> _machines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _substitutions = new(StringComparer.Ordinal);
    private readonly List<(Scheduler Scheduler, Task<Execution> Running, StateVisit Visit)> _detached = [];
    private readonly MachineSource _source;
    private MachineUnderTest? _machine;
    private JsonSerializerOptions? _json;
    private int _executions;
    private int _ids;

    private StateMachineRunner(MachineSource source)
    {
        _source = source;
        Time = new VirtualTime(Options);
        Functions = new LocalFunctions(this);
        Expressions = new LocalExpressions(Random);
        Functions.Add(source.Functions);
    }

    /// <summary>Settings.</summary>
    public RunnerOptions Options { get; } = new();

    /// <summary>The time of executions, for the objects under test: inside a task it is the time of the execution that called it.</summary>
    public VirtualTime Time { get; }

    internal JsonSerializerOptions Json => _json ??= Options.Json ?? Serialiser(_source);

    internal IExpressions Expressions { get; set; }

    /// <summary>What random functions draw from: the same numbers in every run.</summary>
    internal Random Random { get; } = new(20_260_101);

    internal LocalFunctions Functions { get; }

    internal TaskTokens Tokens { get; } = new();

    internal LocalObjects Objects { get; } = new();

    internal List<object> Services { get; } = [];

    /// <summary>
    /// A runner of a machine of the project, whose tasks are called through their generated handlers: with the services that the
    /// application itself would create. For tests prefer <see cref="For{T}(T)"/>.
    /// </summary>
    /// <typeparam name="T">The class with <c>[StateMachine]</c>.</typeparam>
    /// <exception cref="InvalidOperationException">The class is no state machine of a project that uses the generator.</exception>
    public static StateMachineRunner For<T>()
        where T : class => new(Described(typeof(T)));

    /// <summary>A runner of a machine of the project, whose tasks are methods of this object.</summary>
    /// <typeparam name="T">The class with <c>[StateMachine]</c>.</typeparam>
    /// <param name="instance">The object, made by the test with fakes for its services.</param>
    /// <exception cref="InvalidOperationException">The class is no state machine of a project that uses the generator.</exception>
    public static StateMachineRunner For<T>(T instance)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(instance);
        var runner = new StateMachineRunner(Described(typeof(T)));
        runner.Functions.AddInstance(instance);
        return runner;
    }

    /// <summary>A runner of any definition.</summary>
    /// <param name="definition">In the Amazon States Language, JSON. <c>${Name}</c> stands for <c>Name</c> unless <see cref="Substitute"/> says otherwise.</param>
    /// <param name="isExpress">An Express machine; else a Standard one.</param>
    /// <param name="name">Name of the machine.</param>
    /// <exception cref="InvalidDefinitionException">Step Functions would not take it, or it is not known here.</exception>
    public static StateMachineRunner FromDefinition([StringSyntax(StringSyntaxAttribute.Json)] string definition, bool isExpress = false, string name = "Machine")
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(name);
        DefinitionReader.Read(Substituted(definition, new Dictionary<string, string>(StringComparer.Ordinal)), isExpress);
        return new StateMachineRunner(new MachineSource(name, definition, isExpress, [], [], null));
    }

    /// <summary>Describes a machine as the local host knows it.</summary>
    internal static StateMachineRunner For(MachineDescription machine) => new(MachineSource.Of(machine));

    /// <summary>Sets what <c>${name}</c> of the definition stands for. Default: the logical id it refers to, or the name itself.</summary>
    /// <param name="name">Name inside <c>${…}</c>.</param>
    /// <param name="value">A table name, a queue URL …</param>
    /// <returns>This runner.</returns>
    public StateMachineRunner Substitute(string name, string value)
    {
        _substitutions[name] = value;
        _machine = null;
        return this;
    }

    /// <summary>Adds an object whose methods are tasks too: another class of functions, a nested machine.</summary>
    /// <param name="instance">The object.</param>
    /// <returns>This runner.</returns>
    public StateMachineRunner Instance(object instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        Functions.AddInstance(instance);
        foreach (var machine in MachineTable.Described(instance.GetType().Assembly))
            Functions.Add(machine.Functions);
        return this;
    }

    /// <summary>Adds an object for parameters of task methods that are services.</summary>
    /// <param name="service">The object: its first fitting parameter type gets it.</param>
    /// <returns>This runner.</returns>
    public StateMachineRunner Provide(object service)
    {
        ArgumentNullException.ThrowIfNull(service);
        Services.Add(service);
        return this;
    }

    /// <summary>Makes a machine known that this one starts. Machines of the same project are known already.</summary>
    /// <param name="name">Name or logical id, as <c>StateMachineArn</c> ends.</param>
    /// <param name="definition">In the Amazon States Language, JSON.</param>
    /// <param name="isExpress">An Express machine; else a Standard one.</param>
    /// <returns>This runner.</returns>
    /// <exception cref="InvalidDefinitionException">Step Functions would not take it, or it is not known here.</exception>
    public StateMachineRunner Machine(string name, [StringSyntax(StringSyntaxAttribute.Json)] string definition, bool isExpress = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(definition);
        _machines[name] = Read(new MachineSource(name, definition, isExpress, [], [], null));
        return this;
    }

    /// <summary>Makes a machine of a project known that this one starts; its tasks are methods of the object.</summary>
    /// <typeparam name="T">The class with <c>[StateMachine]</c>.</typeparam>
    /// <param name="instance">The object; null = its tasks go through their generated handlers.</param>
    /// <returns>This runner.</returns>
    public StateMachineRunner Machine<T>(T? instance = null)
        where T : class
    {
        var source = Described(typeof(T));
        Functions.Add(source.Functions);
        if (instance is not null)
            Functions.AddInstance(instance);
        _machines[source.Name] = Read(source);
        return this;
    }

    /// <summary>Runs the machine to its end.</summary>
    /// <param name="input">The input: an object of the application, an anonymous object or a <see cref="JsonNode"/>; null = JSON's null.</param>
    /// <param name="cancellationToken">Stops the execution: it then ends as <see cref="ExecutionStatus.Aborted"/>.</param>
    /// <returns>How it ended. A failed execution is a result, not an exception.</returns>
    /// <exception cref="UnansweredTaskException">A state called something that nobody answers.</exception>
    /// <exception cref="InvalidDefinitionException">Step Functions would not take the definition, or it is not known here.</exception>
    /// <exception cref="InvalidOperationException">Time is manual: use <see cref="Start"/>.</exception>
    public Task<Execution> RunAsync(object? input, CancellationToken cancellationToken = default)
    {
        if (Options.Time == TimeMode.Manual)
            throw new InvalidOperationException("Manual time stands still until a test moves it: use Start, and AdvanceAsync of what it returns.");
        return Start(input, null, cancellationToken).Ended;
    }

    /// <summary>Runs the machine to its end, with an empty object as input.</summary>
    /// <inheritdoc cref="RunAsync(object?, CancellationToken)"/>
    public Task<Execution> RunAsync(CancellationToken cancellationToken = default) => RunAsync(new JsonObject(), cancellationToken);

    /// <summary>Starts an execution and returns at once: for tests that move time themselves or act while it runs.</summary>
    /// <param name="input">As for <see cref="RunAsync(object?, CancellationToken)"/>.</param>
    /// <param name="name">The execution's name; null = <c>execution-1</c> and so on.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    /// <exception cref="InvalidDefinitionException">Step Functions would not take the definition, or it is not known here.</exception>
    public RunningExecution Start(object? input, string? name = null, CancellationToken cancellationToken = default)
    {
        _machine ??= Read(_source);
        var node = Node(input);
#pragma warning disable CA2000 // Ends with the execution.
        var scheduler = new Scheduler(Options.Time, Options.Time == TimeMode.Real ? DateTimeOffset.UtcNow : Options.StartOfTime, Options.Patience);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
#pragma warning restore CA2000
        var execution = Create(_machine, name, scheduler);
        return new RunningExecution(this, execution.Id, scheduler, stop, RunAsync(execution, scheduler, node, stop));
    }

    internal MachineExecution Create(MachineUnderTest machine, string? name, Scheduler scheduler) =>
        new(this, machine, machine.Definition.Graph, machine.Definition.TimeoutSeconds, machine.Definition.IsExpress, name ?? string.Create(CultureInfo.InvariantCulture, $"execution-{Interlocked.Increment(ref _executions)}"), scheduler);

    /// <summary>A machine that another starts, or null.</summary>
    internal MachineUnderTest? FindMachine(string name)
    {
        lock (_machines)
        {
            if (_machines.TryGetValue(name, out var known))
                return known;
            if (_machine?.Name == name)
                return _machine;
            var described = (_source.Assembly is { } assembly ? MachineTable.Described(assembly) : []).Concat(MachineTable.All).FirstOrDefault(m => m.Id == name);
            if (described is null)
                return null;
            Functions.Add(described.Functions);
            return _machines[name] = Read(MachineSource.Of(described));
        }
    }

    /// <summary>An execution that nobody waits for: it belongs to the visit that started it all the same.</summary>
    internal void RunsOn(Scheduler scheduler, Task<Execution> running, StateVisit visit)
    {
        lock (_detached)
            _detached.Add((scheduler, running, visit));
    }

    internal string NextId(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref _ids)}");

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Inputs of the host are JSON; objects come from tests, which are not trimmed.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Inputs of the host are JSON; objects come from tests, which are not compiled ahead of time.")]
    internal JsonNode? Node(object? value) => Local.Json.Read(ObjectNodes.ToNode(value, Json));

    private async Task<Execution> RunAsync(MachineExecution execution, Scheduler scheduler, JsonNode? input, CancellationTokenSource stop)
    {
        try
        {
            var ended = await scheduler.RunAsync(() => execution.RunAsync(input, stop.Token)).ConfigureAwait(false);
            await EndDetachedAsync(scheduler).ConfigureAwait(false);
            return ended;
        }
        finally
        {
            scheduler.Dispose();
            stop.Dispose();
        }
    }

    private async Task EndDetachedAsync(Scheduler scheduler)
    {
        while (true)
        {
            (Scheduler Scheduler, Task<Execution> Running, StateVisit Visit) next;
            lock (_detached)
            {
                var at = _detached.FindIndex(d => d.Scheduler == scheduler);
                if (at < 0)
                    return;
                next = _detached[at];
                _detached.RemoveAt(at);
            }

            next.Visit.Children.Add(await next.Running.ConfigureAwait(false));
        }
    }

    private MachineUnderTest Read(MachineSource source)
    {
        var values = source.Substitutions.ToDictionary(static s => s.Key, s => Referenced(s.Value), StringComparer.Ordinal);
        foreach (var (name, value) in _substitutions)
            values[name] = value;
        values["AWS::Region"] = Options.Region;
        values["AWS::AccountId"] = Options.AccountId;
        return new MachineUnderTest(source.Name, Options.Arn("stateMachine", source.Name), DefinitionReader.Read(Substituted(source.Text, values), source.IsExpress));
    }

    /// <summary>`${Table}`, `${Function.Arn}`: the logical id. What stands around it stays.</summary>
    private string Referenced(string pattern) =>
        Substituted(pattern, new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS::Region"] = Options.Region, ["AWS::AccountId"] = Options.AccountId });

    private static string Substituted(string text, Dictionary<string, string> values)
    {
        for (var open = text.IndexOf("${", StringComparison.Ordinal); open >= 0; open = text.IndexOf("${", open, StringComparison.Ordinal))
        {
            var close = text.IndexOf('}', open);
            if (close < 0)
                break;
            var name = text[(open + 2)..close];
            var value = values.TryGetValue(name, out var given) ? given : name switch
            {
                "AWS::Partition" => "aws",
                "AWS::Region" => "us-east-1",
                "AWS::AccountId" => "123456789012",
                "AWS::URLSuffix" => "amazonaws.com",
                _ => name.Split('.')[0],
            };
            text = string.Concat(text.AsSpan(0, open), value, text.AsSpan(close + 1));
            open += value.Length;
        }

        return text;
    }

    private static MachineSource Described(Type type)
    {
        RuntimeHelpers.RunModuleConstructor(type.Module.ModuleHandle);
        return MachineTable.Find(type) is { } description
            ? MachineSource.Of(description)
            : throw new InvalidOperationException(
                $"{type} is no state machine that the generator knows: it needs [StateMachine], its project the package Serverless.Analyzers, and the project's ServerlessArtifacts the kind StateMachines.");
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Objects of tests are read by reflection; tests are not trimmed. The host reads JSON alone.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Objects of tests are read by reflection; tests are not compiled ahead of time. The host reads JSON alone.")]
    private static JsonSerializerOptions Serialiser(MachineSource source) => source.Json is { } context
        ? new JsonSerializerOptions(context.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(context, new DefaultJsonTypeInfoResolver()) }
        : new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
}
