using Serverless.Artifacts.Tests.Models;
using Serverless.Artifacts.Tests.Sam;
using Serverless.Model;

namespace Serverless.Artifacts.Tests.StateMachines;

/// <summary>Distributed maps in both query languages.</summary>
public sealed class MapRendererTests
{
    private const string Processor = "\"StartAt\":\"I\",\"States\":{\"I\":{\"Type\":\"Pass\",\"End\":true}}}";

    [Fact]
    public void A_map_over_a_file_says_how_it_is_read_grouped_run_and_written() => Assert.Equal(
        """{"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["a","b"],"CSVDelimiter":"PIPE","MaxItems":9},"Arguments":{"Bucket":"${Uploads}","Key":"{% $states.input.key %}"}},"""
        + """ "ItemSelector":{"x":"{% $states.context.Map.Item.Value %}"},"ItemBatcher":{"MaxItemsPerBatch":5,"MaxInputBytesPerBatch":1000,"BatchInput":{"y":true}},"MaxConcurrency":3,"Label":"rows",""".TrimStart()
        + """ "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},""".TrimStart() + Processor
        + ""","ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Arguments":{"Bucket":"${Uploads}","Prefix":"out/"},"WriterConfig":{"OutputType":"JSONL","Transformation":"FLATTEN"}},"""
        + """ "ToleratedFailurePercentage":"{% 2.5 %}","ToleratedFailureCount":7,"End":true}""".TrimStart(),
        Render(Map(new DistributedMap
        {
            Children = WorkflowType.Express,
            Label = "rows",
            Reader = new ItemReader
            {
                Source = ItemSource.File, Location = Make.Object(("Bucket", Make.Reference("@Uploads")), ("Key", new AslExpression("$states.input.key"))), InputType = "CSV",
                CsvHeaders = EquatableArray.Of("a", "b"), CsvDelimiter = "PIPE", MaxItems = Make.Number(9),
            },
            Batcher = new ItemBatcher { MaxItemsPerBatch = Make.Number(5), MaxInputBytesPerBatch = Make.Number(1000), BatchInput = Make.Object(("y", new AslBoolean(true))) },
            ToleratedFailurePercentage = new AslNumber("2.5"),
            ToleratedFailureCount = Make.Number(7),
            Writer = new ResultWriter { Location = Make.Object(("Bucket", Make.Reference("@Uploads")), ("Prefix", new AslText("out/"))), OutputType = "JSONL", Transformation = "FLATTEN" },
        }) with { ItemSelector = Make.Object(("x", new AslExpression("$states.context.Map.Item.Value"))), MaxConcurrency = Make.Number(3) }));

    [Theory]
    [InlineData("CSV", null, false, """{"InputType":"CSV","CSVHeaderLocation":"FIRST_ROW"}""")]
    [InlineData("JSON", null, false, """{"InputType":"JSON"}""")]
    [InlineData(null, "S3_INVENTORY", false, """{"ManifestType":"S3_INVENTORY"}""")]
    [InlineData("PARQUET", "ATHENA_DATA", false, """{"InputType":"PARQUET","ManifestType":"ATHENA_DATA"}""")]
    [InlineData("JSONL", null, true, """{"InputType":"JSONL","Transformation":"LOAD_AND_FLATTEN"}""")]
    public void The_configuration_of_a_reader(string? input, string? manifest, bool flatten, string expected) => Assert.Contains(
        "\"ReaderConfig\":" + expected,
        Render(Map(new DistributedMap { Reader = new ItemReader { Source = ItemSource.File, Location = Make.Object(("Bucket", new AslText("b"))), InputType = input, ManifestType = manifest, LoadAndFlatten = flatten } })),
        StringComparison.Ordinal);

    [Fact]
    public void Objects_need_no_configuration_and_a_format_needs_no_place()
    {
        var rendered = Render(Map(new DistributedMap
        {
            Reader = new ItemReader { Source = ItemSource.Objects, Location = Make.Object(("Bucket", new AslText("b"))) },
            Writer = new ResultWriter { OutputType = "JSON", Transformation = "COMPACT" },
        }));

        Assert.Contains("""{"Resource":"arn:aws:states:::s3:listObjectsV2","Arguments":{"Bucket":"b"}}""", rendered, StringComparison.Ordinal);
        Assert.Contains("\"ResultWriter\":{\"WriterConfig\":{\"OutputType\":\"JSON\",\"Transformation\":\"COMPACT\"}}", rendered, StringComparison.Ordinal);
        Assert.Contains("\"ExecutionType\":\"STANDARD\"", rendered, StringComparison.Ordinal);
    }

    [Fact]
    public void In_JSONPath_paths_stand_under_names_of_their_own() => Assert.Equal(
        """{"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON","MaxItemsPath":"$.most"},"Parameters":{"Bucket":"b","Key.$":"$.key"}},"""
        + """ "ItemBatcher":{"MaxItemsPerBatchPath":"$.size"},"MaxConcurrencyPath":"$.many","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},""".TrimStart() + Processor
        + ""","ToleratedFailurePercentagePath":"$.percent","End":true}""",
        Render(
            Map(new DistributedMap
            {
                Reader = new ItemReader { Source = ItemSource.File, Location = Make.Object(("Bucket", new AslText("b")), ("Key", new AslPath("$.key"))), InputType = "JSON", MaxItems = new AslPath("$.most") },
                Batcher = new ItemBatcher { MaxItemsPerBatch = new AslPath("$.size") },
                ToleratedFailurePercentage = new AslPath("$.percent"),
            }) with { MaxConcurrency = new AslPath("$.many") },
            QueryLanguage.JSONPath));

    private static MapState Map(DistributedMap distributed) =>
        new() { Name = "S", Declaration = Make.At, Distributed = distributed, Processor = new StateGraph("I", EquatableArray.Of<State>(Make.Pass("I"))) };

    private static string Render(State state, QueryLanguage language = QueryLanguage.JSONata)
    {
        var application = Make.Application(resources: [new BucketResource("Uploads", Make.At)]);
        return AslRenderer.Render(Make.Machine(state) with { QueryLanguage = language }, new ReferenceResolver(application)).Definition.Text("States/" + state.Name);
    }
}
