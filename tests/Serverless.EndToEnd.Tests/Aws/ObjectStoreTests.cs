using System.Text;
using Amazon.Runtime;
using Amazon.S3;

namespace Serverless.EndToEnd.Tests.Aws;

/// <summary>The S3 endpoint of the tests, seen by the client the samples use.</summary>
public sealed class ObjectStoreTests : IAsyncLifetime
{
    private ObjectStore _store = null!;
    private AmazonS3Client _client = null!;

    public async Task InitializeAsync()
    {
        _store = await ObjectStore.StartAsync();
        _client = new(new BasicAWSCredentials("test", "test"), new AmazonS3Config { ServiceURL = _store.Address, ForcePathStyle = true, MaxErrorRetry = 0, Timeout = TimeSpan.FromSeconds(20) });
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _store.DisposeAsync();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    [InlineData("äöü\r\nlines\r\n0\r\n")]
    public async Task What_the_client_puts_is_stored_and_read_back(string content)
    {
        await _client.PutObjectAsync(new() { BucketName = "bucket", Key = "in/a b.txt", ContentBody = content, ContentType = "text/plain" });
        Assert.Equal(content, Encoding.UTF8.GetString(_store.Find("bucket", "in/a b.txt")!.Content));
        using var found = await _client.GetObjectAsync("bucket", "in/a b.txt");
        using var reader = new StreamReader(found.ResponseStream);
        Assert.Equal(content, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_large_upload_arrives_whole()
    {
        var content = new string('x', 300_000);
        await _client.PutObjectAsync(new() { BucketName = "bucket", Key = "large", ContentBody = content });
        Assert.Equal(300_000, _store.Find("bucket", "large")!.Content.Length);
    }

    [Fact]
    public async Task Metadata_comes_without_the_content()
    {
        _store.Put("bucket", "key", "12345", "text/html");
        var head = await _client.GetObjectMetadataAsync("bucket", "key");
        Assert.Equal((5, "text/html"), (head.ContentLength, head.Headers.ContentType));
    }

    [Fact]
    public async Task A_missing_object_and_an_ordered_fault_are_errors_of_the_service()
    {
        _store.Fail("PUT", "bucket/text/", 403, "AccessDenied");
        Assert.Equal("NoSuchKey", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => _client.GetObjectAsync("bucket", "missing"))).ErrorCode);
        Assert.Equal("AccessDenied", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => _client.PutObjectAsync(new() { BucketName = "bucket", Key = "text/a", ContentBody = "x" }))).ErrorCode);
        await _client.PutObjectAsync(new() { BucketName = "bucket", Key = "other/a", ContentBody = "x" });
    }
}
