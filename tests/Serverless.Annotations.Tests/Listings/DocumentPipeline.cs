using Serverless.StepFunctions;

[assembly: Serverless.BucketResource("Uploads", EventBridge = true)]
[assembly: Serverless.TableResource("DocumentsTable", "id")]
[assembly: Serverless.TopicResource("Alerts", Email = "editors@example.com")]
[assembly: Serverless.TopicResource("Operations", Email = "ops@example.com")]

namespace Serverless.Annotations.Tests.Listings;

public sealed record S3Upload(string Bucket, string Key);

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
    [TaskState(Next = nameof(GetMetadata), Assign = "document", TimeoutSeconds = 30)]
    [Allow("s3:GetObject", On = "@Uploads/in/*")]
    public Document CheckFile(S3Upload upload) => new(upload.Bucket, upload.Key, "text/plain", 1);

    [TaskState(Next = nameof(Analyse), Assign = "metadata")]
    [Allow("s3:GetObject", On = "@Uploads/in/*")]
    public Metadata GetMetadata(Document document) => new(document.Key, 1);

    private static State Analyse => State
        .Parallel(nameof(GetThumbnail), nameof(ExtractText))
        .Assign("thumbnail", "text")
        .Next(nameof(Insert));

    [TaskState]
    [ServerlessFunction(MemorySize = 2048)]
    [Retry(typeof(TimeoutException), MaxAttempts = 2)]
    [Allow("s3:GetObject", On = "@Uploads/in/*"), Allow("s3:PutObject", On = "@Uploads/thumbnails/*")]
    public Thumbnail GetThumbnail(Document document) => new(document.Key, 1, 1);

    [TaskState(TimeoutSeconds = 900)]
    [Allow("s3:GetObject", On = "@Uploads/in/*"), Allow("s3:PutObject", On = "@Uploads/text/*")]
    public ExtractedText ExtractText(Document document) => new(document.Key, 1);

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
