using Serverless.Model;

namespace Serverless.Artifacts.Tests.Models;

/// <summary>The document workflow of the documentation as a model: an upload starts it, two branches run side by side, every step's failure alerts.</summary>
internal static class DocumentPipelineModel
{
    private const string Machine = "DocumentPipeline";

    private static readonly EquatableArray<CatchRule> CatchAll = EquatableArray.Of(new CatchRule(EquatableArray.Of("States.ALL"), "AlertUser"));

    public static Application Create() => new()
    {
        Project = new ProjectFacts { AssemblyName = "DocumentPipeline", RootNamespace = "Documents", IsExecutable = true, PublishAot = true, TargetFramework = "net10.0" },
        Functions = EquatableArray.Of(
            Function("CheckFile", 30, 512, Read),
            Function("ExtractText", 900, 512, Read, Write("/text/*")),
            Function("GetMetadata", 60, 512, Read),
            Function("GetThumbnail", 60, 2048, Read, Write("/thumbnails/*"))),
        StateMachines = EquatableArray.Of(CreateMachine()),
        Resources = EquatableArray.Of<Resource>(
            new TopicResource("Alerts", At) { Email = "editors@example.com" },
            new TableResource("DocumentsTable", At) { PartitionKey = new TableKey("id", KeyKind.String) },
            new TopicResource("Operations", At) { Email = "ops@example.com" },
            new BucketResource("Uploads", At) { EventBridge = true }),
    };

    private static DeclarationRef At { get; } = new("T:Documents.DocumentPipeline");

    private static Grant Read => Allow("s3:GetObject", "/in/*");

    private static StateMachine CreateMachine() => new()
    {
        LogicalId = Machine,
        Declaration = At,
        Comment = "Turns an upload into a searchable document.",
        TimeoutSeconds = 3600,
        NotifyOnFailure = AwsValue.Reference("Operations"),
        S3Starts = EquatableArray.Of(new S3Start(AwsValue.Reference("Uploads"), EquatableArray.Of("s3:ObjectCreated:*"), "in/", null, At)),
        Graph = new StateGraph("CheckFile", EquatableArray.Of<State>(
            FunctionTask("CheckFile", 30, null, "document") with { Next = "GetMetadata", Catch = CatchAll },
            FunctionTask("GetMetadata", 60, "$document", "metadata") with { Next = "Analyse", Catch = CatchAll },
            new ParallelState
            {
                Name = "Analyse",
                Declaration = At,
                Branches = EquatableArray.Of(
                    Branch(FunctionTask("GetThumbnail", 60, "$document", null) with { Retry = EquatableArray.Of(new RetryRule(EquatableArray.Of("TimeoutException"), MaxAttempts: 2)) }),
                    Branch(FunctionTask("ExtractText", 900, "$document", null))),
                Assign = EquatableArray.Of(Assign("thumbnail", "$states.result[0]"), Assign("text", "$states.result[1]")),
                Catch = CatchAll,
                Next = "Insert",
            },
            new TaskState
            {
                Name = "Insert",
                Declaration = At,
                Resource = "dynamodb:putItem",
                Arguments = Object(
                    ("TableName", new AslReference(AwsValue.Reference("DocumentsTable"))),
                    ("Item", Object(
                        ("id", Object(("S", new AslExpression("$document.key")))),
                        ("title", Object(("S", new AslExpression("$metadata.title")))),
                        ("pages", Object(("N", new AslExpression("$string($metadata.pages)")))),
                        ("thumbnail", Object(("S", new AslExpression("$thumbnail.key")))),
                        ("text", Object(("S", new AslExpression("$text.key"))))))),
                Catch = CatchAll,
            },
            new TaskState
            {
                Name = "AlertUser",
                Declaration = At,
                Resource = "sns:publish",
                Arguments = Object(
                    ("TopicArn", new AslReference(AwsValue.Reference("Alerts"))),
                    ("Subject", new AslText("A document could not be processed")),
                    ("Message", new AslExpression("$states.context.Execution.Name & ': ' & $states.input.Error & ': ' & $states.input.Cause"))),
                Next = "Failed",
            },
            new FailState { Name = "Failed", Declaration = At, Error = new AslText("DocumentFailed"), Cause = new AslText("The user was alerted.") })),
    };

    private static TaskState FunctionTask(string name, int timeout, string? payload, string? variable) => new()
    {
        Name = name,
        Declaration = At,
        Function = Machine + name,
        Arguments = payload is null ? null : new AslExpression(payload),
        TimeoutSeconds = new AslNumber(timeout.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        RetryServiceErrors = true,
        Assign = variable is null ? default : EquatableArray.Of(Assign(variable, "$states.result.Payload")),
    };

    private static StateGraph Branch(State state) => new(state.Name, EquatableArray.Of(state));

    private static Assignment Assign(string variable, string jsonata) => new(variable, new AslExpression(jsonata));

    private static AslObject Object(params (string Name, AslData Value)[] members) =>
        new(members.Select(static member => new AslMember(member.Name, member.Value)).ToEquatableArray());

    private static Grant Write(string suffix) => Allow("s3:PutObject", suffix);

    private static Grant Allow(string action, string suffix) =>
        new(true, EquatableArray.Of(action), AwsValue.Reference("Uploads", null, suffix), null, null, GrantTarget.Functions, At);

    private static Function Function(string name, int timeout, int memorySize, params Grant[] grants) => new()
    {
        LogicalId = Machine + name,
        Declaration = At,
        Handler = Machine + name,
        Settings = new FunctionSettings { Runtime = "provided.al2023", Timeout = timeout, MemorySize = memorySize },
        Grants = EquatableArray.Of(grants),
        TaskOf = Machine + "/" + name,
    };
}
