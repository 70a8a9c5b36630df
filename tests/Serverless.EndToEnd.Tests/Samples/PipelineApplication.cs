using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Serverless.EndToEnd.Tests.Aws;
using Serverless.Testing.Aws;
using Serverless.Testing.StateMachines;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>
/// The document pipeline with everything around it: its emitted machine on the interpreter, its compiled functions as processes, S3
/// and DynamoDB of this machine, a topic that remembers.
/// </summary>
public sealed class PipelineApplication : IAsyncLifetime
{
    /// <summary>References of the template are logical ids here.</summary>
    public const string Bucket = "Uploads";

    public const string Table = "DocumentsTable";

    private readonly ConcurrentDictionary<string, FunctionProcess> _functions = new(StringComparer.Ordinal);
    private readonly JsonataEvaluator _evaluator = new();

    public ObjectStore Objects { get; private set; } = null!;

    public DynamoDbServer DynamoDb { get; private set; } = null!;

    /// <summary>What was published, in order.</summary>
    public ConcurrentQueue<JsonObject> Published { get; } = new();

    /// <summary>Logical ids of functions that were called.</summary>
    public ConcurrentQueue<string> Called { get; } = new();

    /// <summary>True = publishing fails.</summary>
    public bool TopicFails { get; set; }

    public async Task InitializeAsync()
    {
        Objects = await ObjectStore.StartAsync();
        DynamoDb = await DynamoDbServer.StartAsync();
        await DynamoDb.CreateTableAsync(Table, Sample.DocumentPipeline.Resource(Table)["Properties"]!.AsObject());
    }

    public async Task DisposeAsync()
    {
        foreach (var function in _functions.Values)
            function.Dispose();
        _evaluator.Dispose();
        DynamoDb.Dispose();
        await Objects.DisposeAsync();
    }

    /// <summary>Runs the machine for an upload, with the input the emitted rule makes of the event.</summary>
    public Task<StateMachineExecution> RunAsync(string key, string name)
    {
        var rule = new UploadRule(Sample.DocumentPipeline.Resource("DocumentPipelineStart"));
        var upload = UploadRule.Event(Bucket, key, Objects.Find(Bucket, key)?.Content.Length ?? 0);
        Assert.True(rule.Matches(upload));
        return new StateMachineInterpreter(Definition(), _evaluator, CallAsync).RunAsync(rule.Input(upload), name);
    }

    /// <summary>The emitted definition with its substitutions as CloudFormation would make them.</summary>
    public static JsonObject Definition()
    {
        var text = Sample.DocumentPipeline.ReadArtifact("statemachines/DocumentPipeline.asl.json");
        var substitutions = Sample.DocumentPipeline.Resource("DocumentPipeline")["Properties"]!["DefinitionSubstitutions"]!.AsObject();
        foreach (var (name, value) in substitutions)
            text = text.Replace($"${{{name}}}", Target(value!), StringComparison.Ordinal);
        Assert.DoesNotContain("${", text, StringComparison.Ordinal);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>`Ref` and `Fn::GetAtt` of a resource are its logical id here.</summary>
    private static string Target(JsonNode value) => value switch
    {
        JsonObject reference when reference["Ref"] is { } id => id.GetValue<string>(),
        JsonObject attribute when attribute["Fn::GetAtt"] is JsonArray parts => parts[0]!.GetValue<string>(),
        JsonObject other => throw new NotSupportedException($"the substitution {other.ToJsonString()}"),
        _ => value.GetValue<string>().Replace("${AWS::Partition}", "aws", StringComparison.Ordinal),
    };

    private async Task<JsonNode?> CallAsync(TaskCall call) => call.Resource switch
    {
        "arn:aws:states:::lambda:invoke" => await InvokeAsync(call.Arguments!.AsObject()),
        "arn:aws:states:::dynamodb:putItem" => await PutItemAsync(call.Arguments!.AsObject()),
        "arn:aws:states:::sns:publish" => Publish(call.Arguments!.AsObject()),
        _ => throw new NotSupportedException($"{call.State} calls {call.Resource}"),
    };

    private async Task<JsonNode?> InvokeAsync(JsonObject arguments)
    {
        var function = arguments["FunctionName"]!.GetValue<string>();
        Called.Enqueue(function);
        var process = _functions.GetOrAdd(function, id => new(Sample.DocumentPipeline, id, [new("AWS_ENDPOINT_URL_S3", Objects.Address)]));
        try
        {
            return new JsonObject { ["Payload"] = await process.InvokeAsync(arguments["Payload"]), ["StatusCode"] = 200, ["ExecutedVersion"] = "$LATEST" };
        }
        catch (FunctionFailedException failure)
        {
            throw new StateMachineException(failure.ErrorType, failure.Message);
        }
    }

    private async Task<JsonNode?> PutItemAsync(JsonObject arguments)
    {
        try
        {
            return await DynamoDb.SendAsync("PutItem", arguments);
        }
        catch (AwsCallException refused)
        {
            throw new StateMachineException($"DynamoDB.{refused.Code}", refused.Message);
        }
    }

    private JsonObject Publish(JsonObject arguments)
    {
        if (TopicFails)
            throw new StateMachineException("SNS.NotFoundException", "the topic is gone");
        Published.Enqueue(arguments);
        return new() { ["MessageId"] = "1" };
    }
}
