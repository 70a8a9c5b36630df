using System.Text.Json;
using Amazon.S3;
using Serverless;
using Serverless.StepFunctions;

namespace Imports;

/// <summary>Brings the sales of all shops into one table, night after night.</summary>
[StateMachine(StartAt = nameof(Normalise), TimeoutSeconds = 6 * 3600, NotifyOnFailure = "@Operations")]
[CatchAll(Next = nameof(Alarm))]
public sealed class NightlyImport(IAmazonS3 s3)
{
    /// <summary>A Glue job turns what the shops send into lines of JSON below `sales/`.</summary>
    [Retry("Glue.ConcurrentRunsExceededException", IntervalSeconds = 60, MaxAttempts = 5)]
    private static State Normalise => State.Task(Integration.Glue.StartJobRunSync, (Night tonight) => new
        {
            JobName = "@NormaliseJob",
            Arguments = new Dictionary<string, string> { ["--day"] = tonight.Day },
        })
        .Timeout(2 * 3600)
        .Output((StateInput<Night> night) => night.Value)
        .Set("night", (StateInput<Night> night) => night.Value)
        .Next(nameof(ImportFiles));

    /// <summary>Every file is read, twenty in one execution; one in a hundred may be broken without stopping the night.</summary>
    private static State ImportFiles => State.MapObjects("@Landing", "sales/", nameof(ImportBatch))
        .Distributed(WorkflowType.Standard, label: "Files")
        .MaxConcurrency(100)
        .Batch(20)
        .Tolerate(1)
        .WriteResults("@Results", "imports")
        .Next(nameof(AddUp));

    /// <summary>Reads a batch of files and counts what is in them.</summary>
    [TaskState(TimeoutSeconds = 300)]
    [ServerlessFunction(Timeout = 300)]
    [Retry(typeof(AmazonS3Exception), MaxAttempts = 2)]
    [Allow("s3:GetObject", On = "@Landing/sales/*")]
    public async Task<Imported> ImportBatch(ItemBatch<S3ListedObject> batch, CancellationToken deadline)
    {
        var (sales, cents) = (0, 0L);
        foreach (var file in batch.Items)
        {
            using var found = await s3.GetObjectAsync(Files.Bucket, file.Key, deadline);
            using var reader = new StreamReader(found.ResponseStream);
            while (await reader.ReadLineAsync(deadline) is { } line)
            {
                var sale = JsonSerializer.Deserialize(line, ImportsJson.Default.Sale) ?? throw new InvalidDataException($"{file.Key} has an empty line.");
                sales++;
                cents += sale.Cents;
            }
        }

        return new(batch.Items.Count, sales, cents);
    }

    /// <summary>The figures of the night, for whoever wants to look.</summary>
    private static State AddUp => State.Task(Integration.Athena.StartQueryExecutionSync, (Night night) => new
        {
            QueryString = $"SELECT shop, sum(cents) FROM sales WHERE day = date '{night.Day}' GROUP BY shop",
            WorkGroup = "@SalesQueries",
        })
        .Timeout(1800)
        .Output((QueryAnswer answer) => answer.QueryExecution.QueryExecutionId)
        .Next(nameof(Report));

    private static State Report => State.Execution<NightlyReport>((string query, Night night) => new Summary(night.Day, query))
        .Timeout(900);

    private static State Alarm => State.Task("sns:publish", (StateError error, StateMachineContext context) => new
        {
            TopicArn = "@Operations",
            Subject = "The nightly import failed",
            Message = $"{context.ExecutionName}: {error.Error}",
        })
        .Timeout(30)
        .Next(nameof(Failed));

    private static State Failed => State.Fail("ImportFailed", "Operations were told.");
}
