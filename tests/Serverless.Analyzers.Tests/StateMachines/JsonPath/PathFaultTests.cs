namespace Serverless.Analyzers.Tests.StateMachines.JsonPath;

/// <summary>What JSONPath cannot do is refused at the very sub-expression, and settings of the other language at their argument.</summary>
public sealed class PathFaultTests
{
    private const string Machine = "[StateMachine(QueryLanguage = QueryLanguage.JSONPath)]";

    [Theory]
    [InlineData("new { a = {|SVLS2308:item.Count * 2|} }")]
    [InlineData("new { a = item.Count + {|SVLS2308:item.Id.Length|} }")]
    [InlineData("new { a = {|SVLS2308:item.Count > 2|} }")]
    [InlineData("new { a = {|SVLS2308:item.Count > 2 ? 1 : 2|} }")]
    [InlineData("new { a = {|SVLS2308:item.Note ?? \"x\"|} }")]
    [InlineData("new { a = $\"{{|SVLS2308:item.Note|}}\" }")]
    [InlineData("new { a = {|SVLS2308:item.Id.ToUpperInvariant()|} }")]
    [InlineData("new { a = {|SVLS2308:item.Id.Split(',')|} }")]
    [InlineData("new { a = {|SVLS2308:item.Id[0]|} }")]
    [InlineData("new { a = {|SVLS2308:item.Tags.Where(t => t == item.Id)|} }")]
    [InlineData("new { a = {|SVLS2308:item.Note?.Trim()|} }")]
    [InlineData("new { a = $\"{|SVLS2308:{item.Count:000}|}\" }")]
    [InlineData("new { a = new object[] { item.Id, {|SVLS2308:new { item.Count }|} } }")]
    [InlineData("new { a = JsonPath.Value<string>({|SVLS2308:\"$.a[\"|}) }")]
    [InlineData("new { a = {|SVLS2315:Jsonata.Value<string>(\"$uuid()\")|} }")]
    public Task Data_that_has_no_form(string body) => MachineSource.Verify($"private static State Only => State.Pass((Item item) => {body});", Machine);

    [Theory]
    [InlineData("{|SVLS2308:item.Count + 1|} > 2")]
    [InlineData("{|SVLS2308:item.Id.Length|} > 2")]
    [InlineData("{|SVLS2308:item.Tags.Contains(\"x\")|}")]
    [InlineData("{|SVLS2308:item.Id.StartsWith(item.Note!)|}")]
    [InlineData("{|SVLS2308:item.Id.ToLowerInvariant()|} == \"a\"")]
    [InlineData("item.Count == 1 && {|SVLS2308:item.Id.Contains(\"x\", StringComparison.OrdinalIgnoreCase)|}")]
    public Task Conditions_that_no_operator_decides(string body) => MachineSource.Verify(
        $"private static State Only => State.Choice().When((Item item) => {body}, nameof(End)).Otherwise(nameof(End));\nprivate static State End => State.Succeed();", Machine);

    [Theory]
    [InlineData("State.Wait((Item item) => {|SVLS2308:TimeSpan.FromMinutes(item.Count)|})")]
    [InlineData("State.Wait((Item item) => TimeSpan.FromSeconds({|SVLS2308:item.Count + 1|}))")]
    [InlineData("State.Succeed({|SVLS2308:(Item item) => new { item.Id }|})")]
    [InlineData("State.Pass((Item item) => $\"{item.Id}!\").ResultPath(\"$.x\")", true)]
    [InlineData("State.Function<Machine>(nameof(Work), {|SVLS2308:(Item item) => $\"{item.Id}!\"|})")]
    [InlineData("State.Pass((Item item) => new { item.Id }).Set(\"x\", {|SVLS2308:(Item item) => item.Count|})")]
    [InlineData("State.Function<Machine>(nameof(Work)).Output((Item result, StateInput<Item> {|SVLS2308:input|}) => new { result, input.Value.Id })")]
    [InlineData("State.Function<Machine>(nameof(Work)).ResultPath({|SVLS2318:\"$$.x\"|})")]
    [InlineData("State.Pass().InputPath({|SVLS2318:\"item\"|})")]
    [InlineData("State.Pass().OutputPath({|SVLS2318:\"States.UUID()\"|})")]
    public Task Fields_that_cannot_hold_it(string state, bool atFactory = false) => MachineSource.Verify(
        $$"""
        private static State Only => {{(atFactory ? state.Replace("(Item item) => $\"{item.Id}!\"", "{|SVLS2308:(Item item) => $\"{item.Id}!\"|}", StringComparison.Ordinal) : state)}}.Named("Other"){{(state.StartsWith("State.Succeed", StringComparison.Ordinal) ? "" : ".Next(nameof(Work))")}};
        {{(state.StartsWith("State.Succeed", StringComparison.Ordinal) ? "" : "[TaskState] public Item Work(object item) => null!;")}}
        """,
        Machine);

    [Theory]
    [InlineData("[TaskState(Output = {|SVLS2315:\"$states.result\"|})] public Item Work(Item item) => item;")]
    [InlineData("[TaskState(ResultPath = {|SVLS2318:\"$.a[*]\"|})] public Item Work(Item item) => item;")]
    [InlineData("[TaskState(InputPath = {|SVLS2318:\"$.a[\"|})] public Item Work(Item item) => item;")]
    [InlineData("[TaskState(ResultSelector = {|SVLS2318:\"{ \\\"a.$\\\": \\\"States.Nothing()\\\" }\"|})] public Item Work(Item item) => item;")]
    [InlineData("[TaskState(ResultSelector = {|SVLS2318:\"[]\"|})] public Item Work(Item item) => item;")]
    public Task Settings_of_a_method(string member) => MachineSource.Verify(member, Machine);

    [Theory]
    [InlineData("private static State Only => State.Pass().{|SVLS2315:InputPath|}(\"$.a\");")]
    [InlineData("private static State Only => State.Pass().{|SVLS2315:ResultPath|}(\"$.a\");")]
    [InlineData("private static State Only => State.Task(\"sns:publish\", () => new { TopicArn = \"@Topic\", Message = \"x\" }).{|SVLS2315:ResultSelector|}((Item r) => new { r.Id }).{|SVLS2315:OutputPath|}(\"$.a\");")]
    public Task Settings_of_JSONPath_in_a_JSONata_machine(string member) => MachineSource.Verify(member);

    [Fact]
    public Task Variables_are_definitely_assigned_in_paths_too() => MachineSource.Verify(
        """
        private static State Start => State.Choice().When((Item item) => item.Count > 1, nameof(Sets)).Otherwise(nameof(Reads));
        private static State Sets => State.Pass().Set("total", (Item item) => item.Count).Next(nameof(Reads));
        private static State Reads => State.Pass((Item item, int {|SVLS2307:total|}) => new { total, item.Id });
        """,
        Machine);

    [Fact]
    public Task A_variable_may_have_the_name_of_a_JSONata_function() => MachineSource.Verify(
        """
        private static State Sets => State.Pass().Set("count", (Item item) => item.Count).Next(nameof(Reads));
        private static State Reads => State.Pass((Item item, int count) => new { count, item.Id });
        """,
        Machine);

    [Fact]
    public async Task The_message_says_what_to_write_instead() => Assert.Contains(
        "StringSplitOptions.RemoveEmptyEntries",
        await MachineSource.Message("private static State Only => State.Pass((Item item) => new { a = item.Id.Split(',') });", Machine),
        StringComparison.Ordinal);
}
