using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Serverless.Testing.StateMachines;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>
/// A machine of a sample as it is deployed: its emitted definition on the interpreter of the tests, its compiled functions as processes,
/// and answers of the test for what AWS would do.
/// </summary>
/// <param name="sample">The sample.</param>
/// <param name="machine">Logical id of the machine.</param>
/// <param name="services">Answers a call of a service; throws <see cref="StateMachineException"/> when it fails.</param>
/// <param name="environment">Variables of the functions.</param>
public sealed class SampleMachine(Sample sample, string machine, Func<TaskCall, JsonNode?> services, params KeyValuePair<string, string>[] environment) : IDisposable
{
    private const string Invoke = "arn:aws:states:::lambda:invoke";

    private readonly ConcurrentDictionary<string, FunctionProcess> _functions = new(StringComparer.Ordinal);
    private readonly JsonataEvaluator _evaluator = new();

    /// <summary>What was called, in order.</summary>
    public ConcurrentQueue<TaskCall> Calls { get; } = new();

    /// <summary>What a distributed Map finds at a place; null = it has none.</summary>
    public Func<JsonObject, JsonArray>? ReadItems { get; init; }

    /// <summary>Runs the machine.</summary>
    /// <param name="input">JSON of the input.</param>
    public Task<StateMachineExecution> RunAsync(string input) =>
        new StateMachineInterpreter(Definition(sample, machine), _evaluator, CallAsync) { ReadItems = ReadItems }.RunAsync(JsonNode.Parse(input));

    /// <summary>Ends the processes.</summary>
    public void Dispose()
    {
        foreach (var function in _functions.Values)
            function.Dispose();
        _evaluator.Dispose();
    }

    /// <summary>The emitted definition with its substitutions as CloudFormation would make them; a resource is its logical id.</summary>
    public static JsonObject Definition(Sample sample, string machine)
    {
        var text = sample.ReadArtifact($"statemachines/{machine}.asl.json");
        foreach (var (name, value) in sample.Resource(machine)["Properties"]!["DefinitionSubstitutions"]!.AsObject())
            text = text.Replace($"${{{name}}}", Target(value!), StringComparison.Ordinal);
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>`Ref` and `Fn::GetAtt` of a resource are its logical id here.</summary>
    private static string Target(JsonNode value) => value switch
    {
        JsonObject reference when reference["Ref"] is { } id => id.GetValue<string>(),
        JsonObject attribute when attribute["Fn::GetAtt"] is JsonArray parts => parts[0]!.GetValue<string>(),
        JsonObject pattern when pattern["Fn::Sub"] is { } text => text.GetValue<string>().Replace("${AWS::StackName}", "stack", StringComparison.Ordinal),
        JsonObject join when join["Fn::Join"] is not null => "subnet-0a,subnet-0b",
        JsonObject other => throw new NotSupportedException($"the substitution {other.ToJsonString()}"),
        _ => value.GetValue<string>().Replace("${AWS::Partition}", "aws", StringComparison.Ordinal),
    };

    private async Task<JsonNode?> CallAsync(TaskCall call)
    {
        Calls.Enqueue(call);
        if (call.Resource != Invoke)
            return services(call);
        var arguments = call.Arguments!.AsObject();
        var process = _functions.GetOrAdd(arguments["FunctionName"]!.GetValue<string>(), id => new(sample, id, environment));
        try
        {
            return new JsonObject { ["Payload"] = await process.InvokeAsync(arguments["Payload"]), ["StatusCode"] = 200 };
        }
        catch (FunctionFailedException failure)
        {
            throw new StateMachineException(failure.ErrorType, failure.Message);
        }
    }
}
