using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Distributed Maps over lists and files of the test.</summary>
public sealed class DistributedMapTests
{
    private static StateMachineRunner Map(string fields, string processor = """{ "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }""")
    {
        var graph = JsonNode.Parse(processor)!.AsObject();
        graph["ProcessorConfig"] = new JsonObject { ["Mode"] = "DISTRIBUTED", ["ExecutionType"] = "STANDARD" };
        return Machines.JsonPath($$"""{ "M": { "Type": "Map", "ItemProcessor": {{graph.ToJsonString()}}{{(fields.Length == 0 ? "" : ", " + fields)}}, "End": true } }""");
    }

    private static string Reader(string config, string resource = "s3:getObject", string place = "\"Key\": \"k\"") =>
        $$"""
        "ItemReader": { "Resource": "arn:aws:states:::{{resource}}", "Parameters": { "Bucket": "b", {{place}} }, "ReaderConfig": { {{config}} } }
        """;

    [Theory]
    [InlineData("\"InputType\": \"JSON\"", "[1,{\"a\":2}]", "[1,{\"a\":2}]")]
    [InlineData("\"InputType\": \"JSON\", \"ItemsPointer\": \"/x/0/y~1z\"", "{\"x\":[{\"y/z\":[1,2]}]}", "[1,2]")]
    [InlineData("\"InputType\": \"JSONL\"", "{\"a\":1}\n\n{\"a\":2}\n", "[{\"a\":1},{\"a\":2}]")]
    [InlineData("\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"", "a,b\r\n1,\"x, \"\"y\"\"\nz\"\n2\n3,4,5\n", "[{\"a\":\"1\",\"b\":\"x, \\u0022y\\u0022\\nz\"},{\"a\":\"2\",\"b\":\"\"},{\"a\":\"3\",\"b\":\"4\"}]")]
    [InlineData("\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"GIVEN\", \"CSVHeaders\": [\"n\"], \"CSVDelimiter\": \"PIPE\"", "1|2\n3", "[{\"n\":\"1\"},{\"n\":\"3\"}]")]
    [InlineData("\"InputType\": \"JSON\", \"MaxItems\": 2", "[1,2,3]", "[1,2]")]
    [InlineData("\"InputType\": \"JSON\", \"MaxItems\": 0", "[1,2,3]", "[1,2,3]")]
    public async Task Items_come_from_a_file(string config, string content, string output)
    {
        var runner = Map(Reader(config)).S3Object("b", "k", content);
        Assert.Equal(output, (await runner.RunAsync()).OutputJson!.ToJsonString());
    }

    [Theory]
    [InlineData("\"InputType\": \"JSON\"", "3")]
    [InlineData("\"InputType\": \"JSON\"", "{")]
    [InlineData("\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"", "a,a\n1,2")]
    [InlineData("\"InputType\": \"JSON\", \"MaxItems\": -1", "[1]")]
    [InlineData("\"InputType\": \"JSON\"", null)]
    public async Task A_file_that_cannot_be_read_fails_the_state(string config, string? content)
    {
        var runner = Map(Reader(config));
        if (content is not null)
            runner.S3Object("b", "k", content);
        Assert.Equal("States.ItemReaderFailed", (await runner.RunAsync()).Error);
    }

    [Fact]
    public async Task A_format_it_does_not_know_is_refused() =>
        await Assert.ThrowsAsync<NotSupportedException>(() => Map(Reader("\"InputType\": \"PARQUET\"")).S3Object("b", "k", "PAR1").RunAsync());

    [Fact]
    public async Task Objects_of_a_bucket_are_items()
    {
        var runner = Map(Reader("", "s3:listObjectsV2", "\"Prefix\": \"in/\"") + """, "ItemSelector": { "key.$": "$$.Map.Item.Value.Key", "size.$": "$$.Map.Item.Value.Size" }""");
        runner.S3Object("b", "in/2.txt", "four").S3Object("b", "in/1.txt", "1").S3Object("b", "out/3.txt", "");
        Assert.Equal("""[{"key":"in/1.txt","size":1},{"key":"in/2.txt","size":4}]""", (await runner.RunAsync()).OutputJson!.ToJsonString());
    }

    [Fact]
    public async Task Batches_hold_items_by_number_and_by_size()
    {
        var runner = Map("""
            "ItemBatcher": { "MaxItemsPerBatch": 2, "BatchInput": { "day.$": "$.day" } }, "ItemsPath": "$.list"
            """);
        Assert.Equal(
            """[{"BatchInput":{"day":"d"},"Items":[1,2]},{"BatchInput":{"day":"d"},"Items":[3]}]""",
            (await runner.RunAsync(new { list = new[] { 1, 2, 3 }, day = "d" })).OutputJson!.ToJsonString());
        var bySize = Map("\"ItemBatcher\": { \"MaxInputBytesPerBatch\": 30 }");
        Assert.Equal("""[{"Items":["aaaaaaaaaa"]},{"Items":["bbbbbbbbbb","c"]}]""", (await bySize.RunAsync(new[] { "aaaaaaaaaa", "bbbbbbbbbb", "c" })).OutputJson!.ToJsonString());
    }

    private const string Odd = """{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [ { "Variable": "$", "NumericLessThan": 0, "Next": "F" } ], "Default": "S" }, "F": { "Type": "Fail", "Error": "Negative" }, "S": { "Type": "Succeed" } } }""";

    [Theory]
    [InlineData("", "States.ExceedToleratedFailureThreshold")]
    [InlineData("\"ToleratedFailureCount\": 1", "States.ExceedToleratedFailureThreshold")]
    [InlineData("\"ToleratedFailureCount\": 2", null)]
    [InlineData("\"ToleratedFailurePercentage\": 49", "States.ExceedToleratedFailureThreshold")]
    [InlineData("\"ToleratedFailurePercentage\": 50", null)]
    [InlineData("\"ToleratedFailurePercentage\": 50, \"ToleratedFailureCount\": 1", "States.ExceedToleratedFailureThreshold")]
    public async Task Some_children_may_fail(string tolerance, string? error)
    {
        var run = await Map(tolerance, Odd).RunAsync(new[] { 1, -2, 3, -4 });
        Assert.Equal(error, run.Error);
        if (error is null)
        {
            Assert.Equal("[1,3]", run.OutputJson!.ToJsonString());
            Assert.Equal([ExecutionStatus.Succeeded, ExecutionStatus.Failed, ExecutionStatus.Succeeded, ExecutionStatus.Failed], run.Find("M").Executions.Select(static e => e.Status));
        }
    }

    [Fact]
    public async Task Results_are_written_where_the_machine_says()
    {
        var runner = Map("""
            "ToleratedFailurePercentage": 100, "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "results", "Prefix": "jobs" } }
            """, Odd);
        var run = await runner.RunAsync(new[] { 1, -2 });
        var details = run.OutputJson!["ResultWriterDetails"]!;
        Assert.Equal("results", details["Bucket"]!.GetValue<string>());
        var manifest = JsonNode.Parse(runner.ReadS3Object("results", details["Key"]!.GetValue<string>())!)!;
        Assert.Equal(run.OutputJson["MapRunArn"]!.GetValue<string>(), manifest["MapRunArn"]!.GetValue<string>());
        var succeeded = JsonNode.Parse(runner.ReadS3Object("results", manifest["ResultFiles"]!["SUCCEEDED"]![0]!["Key"]!.GetValue<string>())!)!.AsArray();
        Assert.Equal("1", Assert.Single(succeeded)!["Output"]!.GetValue<string>());
        var failed = JsonNode.Parse(runner.ReadS3Object("results", manifest["ResultFiles"]!["FAILED"]![0]!["Key"]!.GetValue<string>())!)!.AsArray();
        Assert.Equal("Negative", Assert.Single(failed)!["Error"]!.GetValue<string>());
        Assert.Equal(3, runner.ListS3Objects("results", "jobs/").Count);
    }

    [Fact]
    public async Task Children_are_executions_of_their_own_without_the_parents_variables()
    {
        var runner = Machines.JsonPath("""
            { "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "M" },
              "M": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "I", "States": { "I": { "Type": "Pass", "Parameters": { "input.$": "$$.Execution.Input", "name.$": "$$.Execution.Name" }, "Assign": { "x": 2 }, "End": true } } }, "Label": "Each", "MaxConcurrency": 1, "Next": "B" },
              "B": { "Type": "Pass", "Parameters": { "x.$": "$x", "all.$": "$" }, "End": true } }
            """);
        var run = await runner.RunAsync(new[] { 7 });
        Assert.Equal("""{"x":1,"all":[{"input":7,"name":"map-run-1-0"}]}""", run.OutputJson!.ToJsonString());
        Assert.Equal("Machine/Each", Assert.Single(run.Find("M").Executions).Machine);
        Assert.DoesNotContain(run.History, static e => e.State == "I");
    }
}
