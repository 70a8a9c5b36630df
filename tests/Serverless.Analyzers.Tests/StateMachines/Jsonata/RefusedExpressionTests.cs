namespace Serverless.Analyzers.Tests.StateMachines.Jsonata;

/// <summary>SVLS2308 stands on exactly what has no form, and the supported expression next to it has none.</summary>
public sealed class RefusedExpressionTests
{
    [Theory]
    [InlineData("{|SVLS2308:item.Count / 2|}", "integer division")]
    [InlineData("{|SVLS2308:Helper(item.Count)|}", "own method")]
    [InlineData("{|SVLS2308:Counter|}", "static member")]
    [InlineData("{|SVLS2308:Started|}", "static field")]
    [InlineData("{|SVLS2308:(int)item.Weight|} + 1", "narrowing")]
    [InlineData("{|SVLS2308:9007199254740993|}", "beyond 2^53")]
    [InlineData("9007199254740992", "")]
    [InlineData("{|SVLS2308:(item.Id, item.Count)|}", "tuple")]
    [InlineData("$\"{|SVLS2308:{item.Count:N0}|}\"", "format")]
    [InlineData("{|SVLS2308:item.Count.ToString(\"N0\")|}", "format")]
    [InlineData("{|SVLS2308:item.Rows.Select(r => r)|}", "list of lists")]
    [InlineData("{|SVLS2308:item.Rows.Where(r => r.Length > 1)|}", "list of lists")]
    [InlineData("item.Rows.Length", "")]
    [InlineData("{|SVLS2308:item.Tags.OrderBy(t => t)|}", "culture order")]
    [InlineData("{|SVLS2308:item.Tags.Aggregate((a, b) => a)|}", "unknown operator")]
    [InlineData("item.Tags.Select({|SVLS2308:Shorten|})", "method group")]
    [InlineData("{|SVLS2308:item.Priority + 1|}", "null arithmetic")]
    [InlineData("(item.Priority ?? 0) + 1", "")]
    [InlineData("{|SVLS2308:item.Id.Contains(\"a\", StringComparison.OrdinalIgnoreCase)|}", "comparison")]
    [InlineData("{|SVLS2308:item.Due - item.Due|}", "dates")]
    [InlineData("{|SVLS2308:item.Due.Year|}", "platform member")]
    [InlineData("{|SVLS2308:item == item|}", "record equality")]
    [InlineData("{|SVLS2308:item.Hidden|}", "ignored member")]
    [InlineData("item.Count > 1 ? {|SVLS2308:\"@Table\"|} : \"none\"", "reference inside")]
    [InlineData("{|SVLS2308:new Uri(item.Id)|}", "constructor")]
    [InlineData("{|SVLS2308:Jsonata.Value<int>(item.Id)|}", "not a constant")]
    [InlineData("Jsonata.Value<int>(\"$millis()\") + 1", "")]
    [InlineData("{|SVLS2308:item.Count switch { 1 => 2, 3 => 4 }|}", "no default arm")]
    [InlineData("item.Kind is {|SVLS2308:Kind k|}", "type pattern")]
    [InlineData("{|SVLS2308:item.Count & 1|}", "bits")]
    [InlineData("\"at \" + {|SVLS2308:item.Due|}", "text of a date")]
    public async Task An_expression_is_refused_where_it_has_no_form(string expression, string why)
    {
        _ = why;
        await MachineSource.Verify(Members(expression));
    }

    [Fact]
    public Task Statements_are_refused_as_a_whole() => MachineSource.Verify(Members("", "{|SVLS2308:(Row item) => { var x = item.Count; return x; }|}"));

    [Fact]
    public async Task The_message_says_what_to_do() => Assert.Equal(
        "'item.Count / 2' has no form in the machine's query language: 7 / 2 is 3 in C# and 3.5 in JSONata; divide doubles or decimals, and round with Math.Floor",
        await MachineSource.Message(Members("item.Count / 2")));

    private static string Members(string expression, string? lambda = null) => $$"""
        public enum Kind { A, B }
        public sealed record Row(string Id, int Count, double Weight, int? Priority, string[] Tags, int[][] Rows, DateTimeOffset Due, object Kind)
        {
            [System.Text.Json.Serialization.JsonIgnore] public int Hidden => 1;
        }
        private static State A => State.Pass().Set("x", {{lambda ?? "(Row item) => " + expression}});
        private static int Helper(int value) => value;
        private static string Shorten(string value) => value;
        private static int Counter => 1;
        private static readonly int Started = 1;
        """;
}
