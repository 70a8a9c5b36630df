using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Serverless.EndToEnd.Tests.Aws;
using Serverless.Testing.Aws;
using Serverless.Testing.StateMachines;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>
/// The document pipeline with everything around it: its emitted machine on the interpreter, its compiled functions and its container as processes, S3
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
    public static JsonObject Definition() => SampleMachine.Definition(Sample.DocumentPipeline, "DocumentPipeline");

    private async Task<JsonNode?> CallAsync(TaskCall call) => call.Resource switch
    {
        "arn:aws:states:::lambda:invoke" => await InvokeAsync(call.Arguments!.AsObject()),
        ContainerTask.RunTask => await RunTaskAsync(call.Arguments!.AsObject()),
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

    private Task<JsonNode?> RunTaskAsync(JsonObject arguments)
    {
        Called.Enqueue(ContainerTask.IdOf(arguments));
        return ContainerTask.RunAsync(Sample.DocumentPipeline, arguments, new KeyValuePair<string, string>("AWS_ENDPOINT_URL_S3", Objects.Address));
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
