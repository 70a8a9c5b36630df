using System.Text.Json;

namespace Serverless.Analyzers.Tests.Handlers;

public sealed class InvocationHandlerTests
{
    private static readonly Lazy<CompiledHandlers> Handlers = new(static () => CompiledHandlers.Of("""
        using Serverless;
        using Serverless.StepFunctions;
        namespace Shop;
        public sealed record Document(string Bucket, string Key);
        public sealed record Detail(int Number);
        public sealed class Tasks
        {
            [ServerlessFunction] public static Document One(S3ObjectEvent upload, CancellationToken deadline) => new(upload.Bucket, upload.Key + upload.Size + upload.ETag);
            [ServerlessFunction] public static Task<string> Two(Document document, int pageCount = 3) => Task.FromResult($"{document.Key} {pageCount}");
            [ServerlessFunction] public static string Failed(StateError error) => $"{error.Error}: {error.Cause}";
            [ServerlessFunction] public static int Bus(EventBridgeEvent<Detail> e) => e.Detail.Number + e.DetailType.Length + e.Time.Year;
            [ServerlessFunction] public static void Nothing() { }
            [ServerlessFunction] public static Stream Raw(Stream input) => input;
            [ServerlessFunction] public static int? Maybe(int? number) => number;
            [ServerlessFunction] public static string Token(TaskToken token, Document document) => token.Value + document.Key;
            [ServerlessFunction] public static int Throws(Document document) => throw new TimeoutException("late");
        }
        """));

    [Theory]
    [InlineData("TasksOne", """{"bucket":"b","key":"k","size":3,"eTag":"t"}""", """{"bucket":"b","key":"k3t"}""")]
    [InlineData("TasksOne", """ {"detail-type":"Object Created","detail":{"bucket":{"name":"b"},"object":{"key":"k","size":3,"etag":"t"}}}""", """{"bucket":"b","key":"k3t"}""")]
    [InlineData("TasksTwo", """{"pageCount":7,"document":{"bucket":"b","key":"k"}}""", "\"k 7\"")]
    [InlineData("TasksTwo", """{"document":{"bucket":"b","key":"k"}}""", "\"k 3\"")]
    [InlineData("TasksFailed", """{"Error":"E","Cause":"c"}""", "\"E: c\"")]
    [InlineData("TasksBus", """{"id":"1","source":"s","detail-type":"abc","time":"2026-01-01T00:00:00Z","detail":{"number":4}}""", "2033")]
    [InlineData("TasksNothing", "{}", "null")]
    [InlineData("TasksRaw", "anything", "anything")]
    [InlineData("TasksMaybe", "null", "null")]
    [InlineData("TasksMaybe", "7", "7")]
    [InlineData("TasksToken", """{"token":"t","document":{"bucket":"b","key":"k"}}""", "\"tk\"")]
    public async Task The_payload_is_the_argument_and_the_result_the_answer(string id, string payload, string result)
    {
        Assert.Equal(result, await Handlers.Value.Invoke(id, payload));
    }

    [Theory]
    [InlineData("TasksOne", "{}")]
    [InlineData("TasksOne", "[]")]
    [InlineData("TasksTwo", "{}")]
    [InlineData("TasksTwo", "null")]
    [InlineData("TasksToken", """{"document":null,"token":7}""")]
    [InlineData("TasksThrows", "null")]
    [InlineData("TasksFailed", "\"text\"")]
    public async Task A_payload_of_another_shape_is_an_error_of_the_invocation(string id, string payload)
    {
        await Assert.ThrowsAsync<JsonException>(() => Handlers.Value.Invoke(id, payload));
    }

    [Fact]
    public async Task An_exception_reaches_the_service_as_it_is()
    {
        await Assert.ThrowsAsync<TimeoutException>(() => Handlers.Value.Invoke("TasksThrows", """{"bucket":"b","key":"k"}"""));
    }
}
