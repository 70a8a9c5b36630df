using Serverless.Analyzers.Tests.Harness;
using Serverless.Testing.Tools;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>Machines with every kind of state and every setting, written in C#: no tool finds a fault in their definitions and templates.</summary>
public sealed class MachineGateTests
{
    /// <summary>Four machines with every call of the builders.</summary>
    internal const string Source = """
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: BucketResource("Uploads")]
        [assembly: TopicResource("Alarms")]
        [assembly: TableResource("Table", "id")]
        [assembly: QueueResource("Jobs")]
        namespace Shop;
        public sealed record Item(string Id, int Count, string? Note, string[] Tags);
        public sealed record Row(string A, string? B);
        public sealed record Query(string Manifest);

        [StateMachine(StartAt = nameof(Objects), NotifyOnFailure = "@Alarms", LogLevel = StateMachineLogLevel.All, LogExecutionData = true, Tracing = true, LogRetentionDays = 14)]
        public sealed class Maps
        {
            private static State Objects => State.MapObjects("@Uploads", "in/", nameof(Object))
                .Select((S3ListedObject listed, int index, StateMachineContext context) => new { key = listed.Key, index, from = context.MapItemSource })
                .MaxConcurrency(0).Distributed(WorkflowType.Express, "objects").Tolerate(2.5, 10).MaxItems(5000)
                .WriteResults("@Uploads", "out/").FormatResults(ResultTransformation.Compact, ResultFormat.JsonLines)
                .Assign("run").Next(nameof(Csv));
            private static State Object => State.Pass();
            private static State Csv => State.MapFile("fixed", "a.csv", ItemFormat.Csv, nameof(CsvRow)).CsvHeaders("a", "b").CsvDelimiter(CsvDelimiter.Tab).Next(nameof(Json));
            private static State CsvRow => State.Pass((Row row) => new { row.A });
            private static State Json => State.MapFile((MapRunResult run) => new { Bucket = "@Uploads", Key = run.ResultWriterDetails.Key, VersionId = "1" }, ItemFormat.Json, nameof(JsonRow))
                .ItemsPointer("/items").MaxItems(() => 5).MaxConcurrency(() => 7).Next(nameof(Lines));
            private static State JsonRow => State.Pass();
            private static State Lines => State.MapFile("@Uploads", "a.jsonl", ItemFormat.JsonLines, nameof(LinesRow)).Batch(10, 1000).BatchInput((MapRunResult run) => new { run.MapRunArn }).Next(nameof(Parquet));
            private static State LinesRow => State.Pass();
            private static State Parquet => State.MapFile("@Uploads", "a.parquet", ItemFormat.Parquet, nameof(ParquetRow)).Batch(() => 10).Tolerate(() => 5).Next(nameof(Inventory));
            private static State ParquetRow => State.Pass();
            private static State Inventory => State.MapManifest("@Uploads", "inventory/manifest.json", ItemManifest.S3Inventory, nameof(InventoryRow)).Next(nameof(Athena));
            private static State InventoryRow => State.Pass();
            private static State Athena => State.MapManifest("@Uploads", "x.csv", ItemManifest.AthenaCsv, nameof(AthenaRow)).CsvHeaders("x").Next(nameof(AthenaLines));
            private static State AthenaRow => State.Pass();
            private static State AthenaLines => State.MapManifest("@Uploads", "x.csv", ItemManifest.AthenaJsonLines, nameof(AthenaLine)).Next(nameof(AthenaParquet));
            private static State AthenaLine => State.Pass();
            private static State AthenaParquet => State.MapManifest("@Uploads", "x.csv", ItemManifest.AthenaParquet, nameof(AthenaOne)).Next(nameof(Flat));
            private static State AthenaOne => State.Pass();
            private static State Flat => State.MapObjects("@Uploads", "", nameof(FlatRow)).LoadAndFlatten(ItemFormat.JsonLines).Next(nameof(Data));
            private static State FlatRow => State.Pass();
            [Retry("States.ItemReaderFailed", MaxAttempts = 2), Catch("States.ExceedToleratedFailureThreshold", Next = nameof(Failed), Assign = "error")]
            private static State Data => State.Map((Item[] items) => items, nameof(DataItem)).Distributed().Tolerate(0).Next(nameof(Inline));
            private static State DataItem => State.Map((Item item) => item.Tags, nameof(Tag));
            private static State Tag => State.Pass();
            private static State Inline => State.Map((Item[] items) => items, nameof(InlineItem)).Select((Item item) => new { item.Id });
            private static State InlineItem => State.Succeed();
            private static State Failed => State.Fail((StateError error) => error.Error, (StateError error) => error.Cause);
        }

        [StateMachine(StartAt = nameof(Ask), StateMachineName = "tasks", Comment = "Tasks of every kind."), Retry("States.Timeout", MaxDelaySeconds = 60), CatchAll(Next = nameof(Alert), Assign = "error", Wrap = true)]
        public sealed class Tasks
        {
            [TaskState(WaitForTaskToken = true, TimeoutSeconds = 86_400, HeartbeatSeconds = 3600, Assign = "answer", Next = nameof(Only))]
            public Item Ask(Item item, TaskToken token, CancellationToken deadline) => item;
            [TaskState(WaitForTaskToken = true, Output = "$states.result.name", Next = nameof(Again), Raw = "{ \"Comment\": \"merged\" }")]
            public void Only(TaskToken token) { }
            private static State Again => State.Function<Tasks>(nameof(Ask)).WaitForTaskToken().Timeout(() => TimeSpan.FromHours(1)).Heartbeat(() => 60).Next(nameof(Run));
            private static State Run => State.Execution<Maps>().Timeout(100).Assign("maps").Next(nameof(Go));
            private static State Go => State.Execution<Maps>((object any) => new { id = 1 }).RunName((StateMachineContext context) => context.ExecutionName).NoWait().Next(nameof(Ask2));
            private static State Ask2 => State.Execution<Quick>((StartedExecution started) => new { id = started.ExecutionArn }).Next(nameof(Put));
            private static State Put => State.Task("dynamodb:putItem", (Item item) => new { TableName = "@Table", Item = new { id = new { S = item.Id } } }).Credentials("arn:aws:iam::123456789012:role/other").Next(nameof(Send));
            private static State Send => State.Task("sqs:sendMessage.waitForTaskToken", (TaskToken token, Item answer) => new { QueueUrl = "@Jobs", MessageBody = new { token, answer.Id } }).Timeout(100).Heartbeat(10).Next(nameof(Route));
            private static State Route => State.Choice()
                .When((Item item) => item.Count > 1, nameof(Both), (Item item) => new { item.Id })
                .When((Item item) => item.Count > 0, nameof(Later))
                .Otherwise(nameof(Done), (Item item) => item.Tags).Set("seen", (Item item) => item.Id);
            private static State Both => State.Parallel(nameof(Left), nameof(Right)).Arguments((Query query) => new { query.Manifest }).Assign("left", "right").Set("n", (object l, object r) => 1).Output((object l, object r) => new { l }).Next(nameof(Later));
            private static State Left => State.Wait(TimeSpan.FromSeconds(5));
            private static State Right => State.WaitUntil("2027-01-31T08:00:00Z").Output((object any) => any);
            private static State Later => State.Wait((Item item) => TimeSpan.FromMinutes(item.Count)).Next(nameof(Until));
            private static State Until => State.WaitUntil((StateMachineContext context) => context.StateEnteredTime).Next(nameof(Done));
            private static State Done => State.Succeed((StateMachineContext context) => new { id = context.ExecutionId });
            private static State Alert => State.Task("sns:publish", (StateError error, [BindExecutionInput] Item item) => new { TopicArn = "@Alarms", Message = error.Error + item.Id }).Next(nameof(Failed));
            private static State Failed => State.Fail("Failed", (StateMachineContext context) => context.ExecutionName);
        }

        [StateMachine(Type = WorkflowType.Express, LogLevel = StateMachineLogLevel.Off)]
        public sealed class Quick
        {
            private static State Call => State.Execution<Quicker>().Output((Item item) => item.Id).Next(nameof(Start));
            private static State Start => State.Execution<Maps>().NoWait();
        }

        [StateMachine(Type = WorkflowType.Express)]
        public sealed class Quicker
        {
            private static State Same => State.Pass((Item item) => item).Comment("a ${text} in it");
        }
        """;

    [Fact]
    public async Task No_tool_finds_a_fault_in_machines_of_every_kind()
    {
        var run = GeneratorRun.Of(Source);

        Assert.Equal("", run.Faults);
        var artifacts = Artifacts.ArtifactSet.Render(run.Application, CancellationToken.None);
        var findings = await ArtifactValidator.ValidateAsync(artifacts.Select(static artifact => KeyValuePair.Create(artifact.Path, artifact.Text)));
        Assert.DoesNotContain(findings, static finding => finding.IsError);
        Assert.Equal(4, artifacts.Count(static artifact => artifact.Path.EndsWith(".asl.json", StringComparison.Ordinal)));
    }
}
