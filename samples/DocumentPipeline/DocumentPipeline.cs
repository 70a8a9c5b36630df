using Amazon.S3;
using Serverless;
using Serverless.StepFunctions;

namespace Documents;

/// <summary>Turns an upload into a searchable document.</summary>
[StateMachine(StartAt = nameof(CheckFile), TimeoutSeconds = 3600, NotifyOnFailure = "@Operations")]
[S3Trigger("@Uploads", Prefix = "in/")]
[CatchAll(Next = nameof(AlertUser))]                                        // a failure at any step
public sealed class DocumentPipeline(IAmazonS3 s3)
{
    /// <summary>Refuses what is empty, too large or not a document.</summary>
    [TaskState(Next = nameof(GetMetadata), Assign = "document", TimeoutSeconds = 30)]
    [Allow("s3:GetObject", On = "@Uploads/in/*")]
    public async Task<Document> CheckFile(S3ObjectEvent upload, CancellationToken deadline)
    {
        var head = await s3.GetObjectMetadataAsync(upload.Bucket, upload.Key, deadline);
        return head.ContentLength is > 0 and < 50_000_000
            ? DocumentFile.IsDocument(head.Headers.ContentType)
                ? new(upload.Bucket, upload.Key, head.Headers.ContentType, head.ContentLength)
                : throw new InvalidDataException($"{upload.Key}: {head.Headers.ContentType}")
            : throw new InvalidDataException($"{upload.Key}: {head.ContentLength} bytes");
    }

    /// <summary>Reads title and length.</summary>
    [TaskState(Next = nameof(Analyse), Assign = "metadata")]
    [Allow("s3:GetObject", On = "@Uploads/in/*")]
    public async Task<Metadata> GetMetadata(Document document, CancellationToken deadline)
    {
        var file = await DocumentFile.ReadAsync(s3, document, deadline);
        return new(file.Title, file.Pages.Count);
    }

    private static State Analyse => State
        .Parallel(nameof(GetThumbnail), nameof(ExtractText))
        .Assign("thumbnail", "text")
        .Next(nameof(Insert));

    /// <summary>Draws the first page.</summary>
    [TaskState]
    [ServerlessFunction(MemorySize = 2048)]
    [Retry(typeof(TimeoutException), MaxAttempts = 2)]
    [Allow("s3:GetObject", On = "@Uploads/in/*"), Allow("s3:PutObject", On = "@Uploads/thumbnails/*")]
    public async Task<Thumbnail> GetThumbnail(Document document, CancellationToken deadline)
    {
        var file = await DocumentFile.ReadAsync(s3, document, deadline);
        var thumbnail = new Thumbnail(DocumentFile.Derived(document, "thumbnails", ".svg"), PageDrawing.Width, PageDrawing.Height);
        await DocumentFile.WriteAsync(s3, document.Bucket, thumbnail.Key, "image/svg+xml", PageDrawing.Draw(file.Pages[0]), deadline);
        return thumbnail;
    }

    /// <summary>Keeps the words alone, for the search. In a container, since a long document takes more time than a function has.</summary>
    [TaskState(TimeoutSeconds = 1800)]
    [FargateTask(Cpu = 1, Memory = 4096)]
    [Retry("TaskStopped", MaxAttempts = 2)]
    [Allow("s3:GetObject", On = "@Uploads/in/*"), Allow("s3:PutObject", On = "@Uploads/text/*")]
    public async Task<ExtractedText> ExtractText(Document document, CancellationToken deadline)
    {
        var file = await DocumentFile.ReadAsync(s3, document, deadline);
        var text = new ExtractedText(DocumentFile.Derived(document, "text", ".txt"), file.Words);
        await DocumentFile.WriteAsync(s3, document.Bucket, text.Key, "text/plain; charset=utf-8", file.Text, deadline);
        return text;
    }

    [Retry("DynamoDB.ProvisionedThroughputExceededException", "DynamoDB.ThrottlingException")]
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
