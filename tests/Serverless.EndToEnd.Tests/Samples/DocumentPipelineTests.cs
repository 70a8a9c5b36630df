using System.Text;
using System.Xml.Linq;

namespace Serverless.EndToEnd.Tests.Samples;

/// <summary>
/// The workflow of the sample: check the file → metadata → thumbnail ‖ text → database, and an alert on a failure at any step. The
/// emitted machine runs on the interpreter of the tests, its tasks are the compiled functions.
/// </summary>
public sealed class DocumentPipelineTests : IAsyncLifetime
{
    private const string Html = "<html><head><title>Tea &amp; Coffee</title><style>p { }</style></head><body><h1>Tea</h1><p>Green &lt; black</p></body></html>";

    private readonly PipelineApplication _pipeline = new();

    public Task InitializeAsync() => _pipeline.InitializeAsync();

    public Task DisposeAsync() => _pipeline.DisposeAsync();

    [Fact]
    public async Task An_upload_becomes_a_searchable_document()
    {
        _pipeline.Objects.Put(PipelineApplication.Bucket, "in/tea time.html", Html, "text/html; charset=utf-8");
        var run = await _pipeline.RunAsync("in/tea time.html", "first");

        Assert.True(run.Succeeded, $"{run.Error}: {run.Cause}");
        Assert.Equal("CheckFile", run.Visited[0]);
        Assert.Equal("GetMetadata", run.Visited[1]);
        Assert.Equal("Insert", run.Visited[^1]);
        Assert.Equal(["Analyse", "CheckFile", "ExtractText", "GetMetadata", "GetThumbnail", "Insert"], run.Visited.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["DocumentPipelineCheckFile", "DocumentPipelineExtractText", "DocumentPipelineGetMetadata", "DocumentPipelineGetThumbnail"], _pipeline.Called.Order(StringComparer.Ordinal));

        var item = Assert.Single(await _pipeline.DynamoDb.ScanAsync(PipelineApplication.Table));
        Assert.Equal("in/tea time.html", item["id"]!["S"]!.GetValue<string>());
        Assert.Equal("Tea & Coffee", item["title"]!["S"]!.GetValue<string>());
        Assert.Equal("1", item["pages"]!["N"]!.GetValue<string>());
        Assert.Equal("thumbnails/tea time.svg", item["thumbnail"]!["S"]!.GetValue<string>());
        Assert.Equal("text/tea time.txt", item["text"]!["S"]!.GetValue<string>());

        var text = _pipeline.Objects.Find(PipelineApplication.Bucket, "text/tea time.txt")!;
        Assert.Equal("Tea\nGreen < black", Encoding.UTF8.GetString(text.Content));
        var thumbnail = _pipeline.Objects.Find(PipelineApplication.Bucket, "thumbnails/tea time.svg")!;
        Assert.Equal("image/svg+xml", thumbnail.ContentType);
        Assert.Equal("svg", XDocument.Parse(Encoding.UTF8.GetString(thumbnail.Content)).Root!.Name.LocalName);
        Assert.Contains("Green &lt; black", Encoding.UTF8.GetString(thumbnail.Content), StringComparison.Ordinal);
        Assert.Empty(_pipeline.Published);
    }

    [Fact]
    public async Task Plain_text_has_pages_and_its_first_line_as_title()
    {
        _pipeline.Objects.Put(PipelineApplication.Bucket, "in/notes.txt", "Notes\r\n" + string.Concat(Enumerable.Repeat("line\n", 60)) + "\fmore", "text/plain");
        Assert.True((await _pipeline.RunAsync("in/notes.txt", "text")).Succeeded);
        var item = Assert.Single(await _pipeline.DynamoDb.ScanAsync(PipelineApplication.Table));
        Assert.Equal(("Notes", "3"), (item["title"]!["S"]!.GetValue<string>(), item["pages"]!["N"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("in/empty.txt", "", "text/plain", "InvalidDataException")]
    [InlineData("in/picture.png", "x", "image/png", "InvalidDataException")]
    [InlineData("in/missing.txt", null, "text/plain", "AmazonS3Exception")]
    public async Task A_file_that_is_no_document_ends_at_the_check(string key, string? content, string contentType, string error)
    {
        if (content is not null)
            _pipeline.Objects.Put(PipelineApplication.Bucket, key, content, contentType);
        await AssertAlertAsync(key, "CheckFile", error);
        Assert.Equal(["DocumentPipelineCheckFile"], _pipeline.Called);
    }

    [Fact]
    public async Task A_failure_of_the_metadata_alerts()
    {
        _pipeline.Objects.PutBytes(PipelineApplication.Bucket, "in/latin.txt", [0x54, 0xE9, 0x65], "text/plain");
        await AssertAlertAsync("in/latin.txt", "GetMetadata", "InvalidDataException");
    }

    [Theory]
    [InlineData("thumbnails/")]
    [InlineData("text/")]
    public async Task A_failure_of_one_branch_alerts_and_stores_nothing(string folder)
    {
        _pipeline.Objects.Put(PipelineApplication.Bucket, "in/a.txt", "a", "text/plain");
        _pipeline.Objects.Fail("PUT", $"{PipelineApplication.Bucket}/{folder}", 403, "AccessDenied");
        await AssertAlertAsync("in/a.txt", "Analyse", "AmazonS3Exception");
        Assert.Empty(await _pipeline.DynamoDb.ScanAsync(PipelineApplication.Table));
    }

    [Fact]
    public async Task A_failure_of_the_database_alerts()
    {
        _pipeline.Objects.Put(PipelineApplication.Bucket, "in/a.txt", "a", "text/plain");
        await _pipeline.DynamoDb.DeleteTableAsync(PipelineApplication.Table);
        await AssertAlertAsync("in/a.txt", "Insert", "DynamoDB.ResourceNotFoundException");
    }

    [Fact]
    public async Task A_failing_alert_fails_the_run_with_its_own_error()
    {
        _pipeline.TopicFails = true;
        var run = await _pipeline.RunAsync("in/missing.txt", "unlucky");
        Assert.Equal("SNS.NotFoundException", run.Error);
        Assert.Equal(["CheckFile", "AlertUser"], run.Visited);
    }

    private async Task AssertAlertAsync(string key, string failing, string error)
    {
        var run = await _pipeline.RunAsync(key, "unlucky");
        Assert.Equal(("DocumentFailed", "The user was alerted."), (run.Error, run.Cause));
        Assert.Contains(failing, run.Visited);
        Assert.Equal(["AlertUser", "Failed"], run.Visited.TakeLast(2));
        var alert = Assert.Single(_pipeline.Published);
        Assert.Equal("Alerts", alert["TopicArn"]!.GetValue<string>());
        Assert.Equal("A document could not be processed", alert["Subject"]!.GetValue<string>());
        Assert.StartsWith($"unlucky: {error}: ", alert["Message"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
