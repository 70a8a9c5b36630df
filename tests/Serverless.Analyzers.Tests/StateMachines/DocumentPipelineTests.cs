using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.StateMachines;

public sealed class DocumentPipelineTests
{
    internal const string Source = """
        using Serverless;
        using Serverless.StepFunctions;

        [assembly: BucketResource("Uploads", EventBridge = true)]
        [assembly: TableResource("DocumentsTable", "id")]
        [assembly: TopicResource("Alerts", Email = "editors@example.com")]
        [assembly: TopicResource("Operations", Email = "ops@example.com")]

        namespace Documents;

        public sealed record Document(string Bucket, string Key, string ContentType, long Size);
        public sealed record Metadata(string Title, int Pages);
        public sealed record Thumbnail(string Key, int Width, int Height);
        public sealed record ExtractedText(string Key, int Words);

        /// <summary>Turns an upload into a searchable document.</summary>
        [StateMachine(StartAt = nameof(CheckFile), TimeoutSeconds = 3600, NotifyOnFailure = "@Operations")]
        [S3Trigger("@Uploads", Prefix = "in/")]
        [CatchAll(Next = nameof(AlertUser))]
        public sealed class DocumentPipeline
        {
            /// <summary>Refuses what is empty, too large or not a document.</summary>
            [TaskState(Next = nameof(GetMetadata), Assign = "document", TimeoutSeconds = 30)]
            [Allow("s3:GetObject", On = "@Uploads/in/*")]
            public async Task<Document> CheckFile(S3ObjectEvent upload, CancellationToken deadline)
            {
                await Task.Yield();
                return new(upload.Bucket, upload.Key, "text/plain", 1);
            }

            [TaskState(Next = nameof(Analyse), Assign = "metadata")]
            [Allow("s3:GetObject", On = "@Uploads/in/*")]
            public Task<Metadata> GetMetadata(Document document, CancellationToken deadline) => Task.FromResult(new Metadata("t", 1));

            private static State Analyse => State
                .Parallel(nameof(GetThumbnail), nameof(ExtractText))
                .Assign("thumbnail", "text")
                .Next(nameof(Insert));

            [TaskState]
            [ServerlessFunction(MemorySize = 2048)]
            [Retry(typeof(TimeoutException), MaxAttempts = 2)]
            [Allow("s3:GetObject", On = "@Uploads/in/*"), Allow("s3:PutObject", On = "@Uploads/thumbnails/*")]
            public Task<Thumbnail> GetThumbnail(Document document, CancellationToken deadline) => Task.FromResult(new Thumbnail("k", 1, 1));

            [TaskState(TimeoutSeconds = 900)]
            [Allow("s3:GetObject", On = "@Uploads/in/*"), Allow("s3:PutObject", On = "@Uploads/text/*")]
            public Task<ExtractedText> ExtractText(Document document, CancellationToken deadline) => Task.FromResult(new ExtractedText("k", 1));

            private static State Insert => State.Task("dynamodb:putItem",
                (Document document, Metadata metadata, Thumbnail thumbnail, ExtractedText text) => new
                {
                    TableName = "@DocumentsTable",
                    Item = new
                    {
                        id = new { S = document.Key },
                        title = new { S = metadata.Title },
                        pages = new { N = metadata.Pages.ToString() },
                        thumbnail = new { S = thumbnail.Key },
                        text = new { S = text.Key },
                    },
                });

            private static State AlertUser => State.Task("sns:publish", (StateError error, StateMachineContext context) => new
                {
                    TopicArn = "@Alerts",
                    Subject = "A document could not be processed",
                    Message = $"{context.ExecutionName}: {error.Error}: {error.Cause}",
                })
                .Next(nameof(Failed));

            private static State Failed => State.Fail("DocumentFailed", "The user was alerted.");
        }
        """;

    [Fact]
    public void The_documented_pipeline_becomes_the_documented_machine()
    {
        var run = GeneratorRun.ReadModel(TestProject.Of(Source));

        Assert.All(run.Faults, static f => Assert.Equal("SVLS2014", f.RuleId));
        var machine = Assert.Single(run.StateMachines);
        Assert.Equal(("DocumentPipeline", 3600, "Turns an upload into a searchable document."), (machine.LogicalId, machine.TimeoutSeconds, machine.Comment));
        Assert.Equal(AwsValue.Reference("Operations"), machine.NotifyOnFailure);
        var start = Assert.Single(machine.S3Starts);
        Assert.Equal((AwsValue.Reference("Uploads"), "s3:ObjectCreated:*", "in/", null), (start.Bucket, Assert.Single(start.Events), start.Prefix, start.Suffix));
        Assert.Equal(
            """
            start CheckFile
            CheckFile: task function DocumentPipelineCheckFile
              arguments {% $states.input %}
              timeout 30
              assign document = {% $states.result.Payload %}
              output {% $states.result.Payload %}
              catch States.ALL -> AlertUser
              next GetMetadata
            GetMetadata: task function DocumentPipelineGetMetadata
              arguments {% $document %}
              timeout 60
              assign metadata = {% $states.result.Payload %}
              output {% $states.result.Payload %}
              catch States.ALL -> AlertUser
              next Analyse
            Analyse: parallel
              assign thumbnail = {% $states.result[0] %}
              assign text = {% $states.result[1] %}
              catch States.ALL -> AlertUser
              next Insert
                start GetThumbnail
                GetThumbnail: task function DocumentPipelineGetThumbnail
                  arguments {% $document %}
                  timeout 60
                  output {% $states.result.Payload %}
                  retry TimeoutException every 1 s x2 max 2
                start ExtractText
                ExtractText: task function DocumentPipelineExtractText
                  arguments {% $document %}
                  timeout 900
                  output {% $states.result.Payload %}
            Insert: task dynamodb:putItem
              arguments { TableName: @DocumentsTable, Item: { id: { S: {% $document.key %} }, title: { S: {% $metadata.title %} }, pages: { N: {% $string($metadata.pages) %} }, thumbnail: { S: {% $thumbnail.key %} }, text: { S: {% $text.key %} } } }
              catch States.ALL -> AlertUser
            AlertUser: task sns:publish
              arguments { TopicArn: @Alerts, Subject: "A document could not be processed", Message: {% $states.context.Execution.Name & ': ' & $states.input.Error & ': ' & $states.input.Cause %} }
              next Failed
            Failed: fail
              error "DocumentFailed"
              cause "The user was alerted."

            """,
            MachineText.Of(machine));
        Assert.Equal("Refuses what is empty, too large or not a document.", machine.Graph.States[0].Comment);
        Assert.All(machine.Graph.States.OfType<TaskState>().Where(static s => s.Function is not null), static s => Assert.True(s.RetryServiceErrors));
    }
}
