using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Serverless.Testing.StateMachines;

namespace Serverless.StepFunctions.Local.Tests.CrossChecks;

/// <summary>
/// Random machines on the runner and on engines that share nothing with it: the tests' interpreter around the reference JSONata, and
/// aws-local-stepfunctions for JSONPath. Equal outputs, errors and visited states.
/// </summary>
public sealed class RandomMachineTests
{
    private const int Runs = 200;

    [Theory]
    [InlineData(1_000)]
    [InlineData(2_000)]
    public async Task JSONata_machines_run_as_on_the_interpreter(int firstSeed)
    {
        using var evaluator = new JsonataEvaluator();
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = firstSeed; seed < firstSeed + Runs; seed++)
        {
            var machine = new RandomMachine(seed, isJsonata: true);
            var calls = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
            var interpreter = new StateMachineInterpreter(JsonNode.Parse(machine.Definition.ToJsonString())!.AsObject(), evaluator, call => Task.FromResult(Answered(machine, calls, call.State)));
            var theirs = await interpreter.RunAsync(JsonNode.Parse(machine.Input.ToJsonString()));
            var ours = await RunAsync(machine);
            Compare(seed, machine, ours, theirs.Output, theirs.Error, theirs.Visited);
            Count(outcomes, ours.Error ?? "succeeded");
        }

        Assert.True(outcomes["succeeded"] > Runs / 4, Text(outcomes));
        Assert.True(outcomes.Count > 3, Text(outcomes));
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(4_000)]
    public async Task JSONPath_machines_run_as_on_aws_local_stepfunctions(int firstSeed)
    {
        using var engine = new PathMachineEngine();
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = firstSeed; seed < firstSeed + Runs; seed++)
        {
            var machine = new RandomMachine(seed, isJsonata: false);
            var calls = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
            var theirs = await engine.RunAsync(machine.Definition, machine.Input, (state, _) => machine.Answer(state, calls.AddOrUpdate(state, 0, static (_, n) => n + 1)));
            var ours = await RunAsync(machine);
            Compare(seed, machine, ours, theirs.Output, theirs.Error, null);
            Count(outcomes, ours.Error ?? "succeeded");
        }

        Assert.True(outcomes["succeeded"] > Runs / 4, Text(outcomes));
        Assert.True(outcomes.Count > 3, Text(outcomes));
    }

    private static JsonNode? Answered(RandomMachine machine, ConcurrentDictionary<string, int> calls, string state)
    {
        try
        {
            return machine.Answer(state, calls.AddOrUpdate(state, 0, static (_, n) => n + 1));
        }
        catch (Exception exception)
        {
            throw new StateMachineException(exception.GetType().Name, exception.Message);
        }
    }

    private static Task<Execution> RunAsync(RandomMachine machine)
    {
        var calls = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var runner = StateMachineRunner.FromDefinition(machine.Definition.ToJsonString());
        runner.When(static _ => true, call =>
        {
            try
            {
                return machine.Answer(call.State, calls.AddOrUpdate(call.State, 0, static (_, n) => n + 1));
            }
            catch (Exception exception)
            {
                throw new TaskFailedException(exception.GetType().Name, exception.Message);
            }
        });
        return runner.RunAsync(machine.Input.DeepClone());
    }

    private static void Compare(int seed, RandomMachine machine, Execution ours, JsonNode? output, string? error, IReadOnlyList<string>? visited)
    {
        var told = $"seed {seed}\n{machine.Definition.ToJsonString()}\n{ours}\ntheirs: {error} {output?.ToJsonString()} {string.Join(' ', visited ?? [])}";
        Assert.True(ours.Error == error, told);
        Assert.True(Plain(ours.OutputJson) == Plain(output), told);
        if (visited is null)
            return;
        Assert.True(ours.Visited.Where(machine.IsTopLevel).SequenceEqual(visited.Where(machine.IsTopLevel)), told);
        if (!machine.MayStopSiblings)
            Assert.True(ours.Visited.Order(StringComparer.Ordinal).SequenceEqual(visited.Order(StringComparer.Ordinal)), told);
    }

    /// <summary>Without causes, which every engine words in its own way.</summary>
    private static string Plain(JsonNode? node)
    {
        node = node?.DeepClone();
        Strip(node);
        return node?.ToJsonString() ?? "null";

        static void Strip(JsonNode? node)
        {
            if (node is JsonObject members)
            {
                members.Remove("Cause");
                foreach (var (_, value) in members)
                    Strip(value);
            }
            else if (node is JsonArray list)
            {
                foreach (var item in list)
                    Strip(item);
            }
        }
    }

    private static void Count(Dictionary<string, int> outcomes, string outcome) => outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;

    private static string Text(Dictionary<string, int> outcomes) => string.Join(", ", outcomes.Select(static o => string.Create(CultureInfo.InvariantCulture, $"{o.Key} {o.Value}")));
}
