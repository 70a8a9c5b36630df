using System.Text.Json.Nodes;

namespace Serverless.StepFunctions.Local.Tests.Jsonata;

public sealed class JsonataTableTests
{
    [Fact]
    public async Task Every_expression_of_the_table_gives_what_the_reference_gives()
    {
        var input = JsonNode.Parse(JsonataTable.Input);
        var cases = JsonataTable.All.Select(expression => new JsonataCase(expression, input, HasInput: true)).ToList();
        Assert.True(cases.Count > 700, $"{cases.Count}");
        await JsonataReference.AssertAgreesAsync(cases);
    }

    [Fact]
    public async Task So_does_it_without_input()
        => await JsonataReference.AssertAgreesAsync([.. JsonataTable.All.Select(expression => new JsonataCase(expression))]);
}
