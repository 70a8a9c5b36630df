using Serverless.Runtime;
using Serverless.StepFunctions.Local;

namespace Serverless.Hosting.Machines;

/// <summary>
/// The state machines of the program, run in process for the routes that start them. Nothing of it is made before the first such
/// request.
/// </summary>
/// <param name="machines">Which there are.</param>
/// <param name="options">Settings.</param>
/// <param name="stopping">The process stops: executions are aborted.</param>
internal sealed class MachineHost(Func<IReadOnlyList<MachineDescription>> machines, ServerlessHostOptions options, CancellationToken stopping)
{
    private readonly Dictionary<string, StateMachineRunner> _runners = new(StringComparer.Ordinal);

    /// <summary>Starts an execution. Null = the program has no such machine.</summary>
    /// <param name="id">Logical id of the machine.</param>
    /// <param name="input">The execution's input.</param>
    /// <exception cref="InvalidDefinitionException">The machine uses something that cannot be run here.</exception>
    public RunningExecution? Start(string id, System.Text.Json.Nodes.JsonNode? input) =>
        RunnerOf(id)?.Start(input, Guid.NewGuid().ToString(), stopping);

    private StateMachineRunner? RunnerOf(string id)
    {
        lock (_runners)
        {
            if (_runners.TryGetValue(id, out var known))
                return known;
            if (machines().FirstOrDefault(m => m.Id == id) is not { } machine)
                return null;
            var runner = StateMachineRunner.For(machine);
            runner.Options.Time = options.SkipWaits ? TimeMode.Skip : TimeMode.Real;
            runner.Options.StartOfTime = DateTimeOffset.UtcNow;
            runner.Options.Region = "local";
            runner.Options.AccountId = "000000000000";
            options.Machines?.Invoke(id, runner);
            return _runners[id] = runner;
        }
    }
}
