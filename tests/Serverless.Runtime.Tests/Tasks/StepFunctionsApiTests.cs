using System.Net;
using System.Text.Json;
using Serverless.Runtime;
using Serverless.Tests.Connections;

namespace Serverless.Tests.Tasks;

public sealed class StepFunctionsApiTests
{
    private const string Ok = "{}";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static StepFunctionsApi Api(RecordedHttp http)
    {
        var invoker = new HttpMessageInvoker(http);
        var keys = new Dictionary<string, string>(StringComparer.Ordinal) { ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE", ["AWS_SECRET_ACCESS_KEY"] = "secret", ["AWS_SESSION_TOKEN"] = "session" };
        return new StepFunctionsApi(new("https://states.eu-central-1.amazonaws.com"), "eu-central-1", new CredentialSource(keys.GetValueOrDefault, invoker, TimeProvider.System), invoker, TimeProvider.System);
    }

    [Fact]
    public async Task A_result_is_posted_signed_as_a_text()
    {
        var http = new RecordedHttp((HttpStatusCode.OK, Ok));
        Assert.Equal(TaskReport.Taken, await Api(http).SucceedAsync("token", """{"a":"é"}"""u8.ToArray(), Patience, default));
        var (method, address, headers, body) = Assert.Single(http.Requests);
        Assert.Equal(("POST", "https://states.eu-central-1.amazonaws.com/"), (method, address));
        Assert.Equal("AWSStepFunctions.SendTaskSuccess", headers["x-amz-target"]);
        Assert.Equal("session", headers["x-amz-security-token"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-central-1/states/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token;x-amz-target, Signature=[0-9a-f]{64}$", headers["authorization"]);
        Assert.Equal(("token", """{"a":"é"}"""), (Member(body, "taskToken"), Member(body, "output")));
    }

    [Fact]
    public async Task Error_and_cause_are_cut_to_what_the_service_takes()
    {
        var http = new RecordedHttp((HttpStatusCode.OK, Ok));
        Assert.Equal(TaskReport.Taken, await Api(http).FailAsync("t", new string('e', 300), new string('c', 40_000), Patience, default));
        var body = http.Requests[0].Body;
        Assert.Equal((256, 32_768), (Member(body, "error").Length, Member(body, "cause").Length));
    }

    [Theory]
    [InlineData("TaskTimedOut")]
    [InlineData("com.amazonaws.swf.service.v2.model#TaskDoesNotExist")]
    [InlineData("InvalidToken")]
    public async Task A_token_that_nobody_waits_with_is_not_tried_again(string type)
    {
        var http = new RecordedHttp((HttpStatusCode.BadRequest, $$"""{"__type":"{{type}}","message":"gone"}"""));
        Assert.Equal(TaskReport.Gone, await Api(http).BeatAsync("t", Patience, default));
        Assert.Single(http.Requests);
    }

    [Fact]
    public async Task What_may_pass_is_tried_again()
    {
        var http = new RecordedHttp(
            (HttpStatusCode.InternalServerError, ""),
            (HttpStatusCode.BadRequest, """{"__type":"ThrottlingException"}"""),
            (HttpStatusCode.ServiceUnavailable, "<html>"),
            (HttpStatusCode.TooManyRequests, ""),
            (HttpStatusCode.OK, Ok));
        Assert.Equal(TaskReport.Taken, await Api(http).SucceedAsync("t", "1"u8.ToArray(), Patience, default));
        Assert.Equal(5, http.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        var http = new RecordedHttp((HttpStatusCode.BadRequest, """{"__type":"AccessDeniedException"}"""));
        Assert.Equal(TaskReport.Failed, await Api(http).SucceedAsync("t", "1"u8.ToArray(), Patience, default));
        Assert.Single(http.Requests);
    }

    [Fact]
    public async Task Attempts_end_with_the_time_they_have()
    {
        var http = new RecordedHttp((HttpStatusCode.InternalServerError, ""), (HttpStatusCode.InternalServerError, ""));
        Assert.Equal(TaskReport.Failed, await Api(http).BeatAsync("t", TimeSpan.FromMilliseconds(1), default));
        Assert.Single(http.Requests);
    }

    private static string Member(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty(name).GetString()!;
    }
}
