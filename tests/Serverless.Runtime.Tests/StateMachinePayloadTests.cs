using System.Text;
using System.Text.Json;
using Serverless.Runtime;
using Serverless.StepFunctions;

namespace Serverless.Runtime.Tests;

/// <summary>Payloads whose names Step Functions decides.</summary>
public sealed class StateMachinePayloadTests
{
    [Fact]
    public void The_context_object_is_read_with_everything_it_has()
    {
        var context = EventPayloads.StateMachineContext(Encoding.UTF8.GetBytes("""
            {
              "Execution": { "Id": "arn:e", "Input": { "a": 1 }, "Name": "e", "RoleArn": "arn:r", "StartTime": "2026-11-28T08:00:00.5Z", "RedriveCount": 2, "RedriveTime": "2026-11-29T08:00:00Z" },
              "State": { "EnteredTime": "2026-11-28T09:00:00Z", "Name": "s", "RetryCount": 3 },
              "StateMachine": { "Id": "arn:m", "Name": "m" },
              "Map": { "Item": { "Index": 4, "Key": "k", "Value": "v", "Source": "S3://bucket/key" } }
            }
            """));

        Assert.Equal(
            new StateMachineContext
            {
                ExecutionId = "arn:e", ExecutionName = "e", ExecutionRoleArn = "arn:r", ExecutionStartTime = new DateTimeOffset(2026, 11, 28, 8, 0, 0, 500, TimeSpan.Zero),
                RedriveCount = 2, RedriveTime = new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), StateName = "s", StateEnteredTime = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero),
                RetryCount = 3, StateMachineId = "arn:m", StateMachineName = "m", MapItemIndex = 4, MapItemKey = "k", MapItemSource = "S3://bucket/key",
            },
            context);
    }

    [Fact]
    public void What_the_context_object_does_not_have_is_null()
    {
        var context = EventPayloads.StateMachineContext("{ \"Execution\": { \"RedriveCount\": 0 } }"u8.ToArray());

        Assert.Equal((0, null, null, null, null), (context.RedriveCount, context.RedriveTime, context.MapItemIndex, context.MapItemKey, context.MapItemSource));
    }

    [Fact]
    public void A_listed_object_as_the_service_documents_it()
    {
        var listed = JsonSerializer.Deserialize<S3ListedObject>("""
            { "Etag": "\"05704fbdccb224cb01c59005bebbad28\"", "Key": "processData/images/n02085620_1073.jpg", "LastModified": 1668699881, "Size": 34910, "StorageClass": "STANDARD" }
            """, JsonSerializerOptions.Web)!;

        Assert.Equal(new S3ListedObject("processData/images/n02085620_1073.jpg", 34910, 1668699881, "\"05704fbdccb224cb01c59005bebbad28\"", "STANDARD"), listed);
        Assert.Equal(new DateTimeOffset(2022, 11, 17, 15, 44, 41, TimeSpan.Zero), listed.ModifiedAt);
    }

    [Fact]
    public void Batches_results_and_started_runs_keep_the_services_names()
    {
        var batch = new ItemBatch<int, string>([1, 2], "x");
        var result = new MapRunResult("arn:run", new MapResultLocation("b", "k/manifest.json"));

        Assert.Equal("""{"Items":[1,2],"BatchInput":"x"}""", JsonSerializer.Serialize(batch, JsonSerializerOptions.Web));
        Assert.Equal("""{"Items":[1]}""", JsonSerializer.Serialize(new ItemBatch<int>([1]), JsonSerializerOptions.Web));
        Assert.Equal("""{"MapRunArn":"arn:run","ResultWriterDetails":{"Bucket":"b","Key":"k/manifest.json"}}""", JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
        Assert.Equal(result, JsonSerializer.Deserialize<MapRunResult>("""{"MapRunArn":"arn:run","ResultWriterDetails":{"Bucket":"b","Key":"k/manifest.json"}}"""));
        Assert.Equal(new StartedExecution("arn:e", "1.7E9"), JsonSerializer.Deserialize<StartedExecution>("""{"ExecutionArn":"arn:e","StartDate":"1.7E9"}"""));
    }
}
