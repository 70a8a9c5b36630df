namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>SVLS2306 and SVLS2307: data that a state reads.</summary>
public sealed class VariableFaultTests
{
    [Fact]
    public Task A_variable_assigned_on_one_way_only_is_not_there() => MachineSource.Verify("""
        private static State Route => State.Choice().When((Item item) => item.Count > 3, nameof(Load)).Otherwise(nameof(Use));
        [TaskState(Next = nameof(Use), Assign = "loaded")] public Item Load(Item item) => item;
        [TaskState] public int Use(Item {|SVLS2307:loaded|}) => loaded.Count;
        """);

    [Fact]
    public Task A_variable_assigned_on_every_way_is_there() => MachineSource.Verify("""
        private static State Route => State.Choice().When((Item item) => item.Count > 3, nameof(Load)).Otherwise(nameof(Other));
        [TaskState(Next = nameof(Use), Assign = "loaded")] public Item Load(Item item) => item;
        private static State Other => State.Pass().Set("loaded", (Item item) => item).Next(nameof(Use));
        [TaskState] public int Use(Item loaded) => loaded.Count;
        """);

    [Fact]
    public Task A_state_does_not_see_the_variable_it_assigns() => MachineSource.Verify("""
        [TaskState(Assign = "item")] public Item Load(Item {|SVLS2307:item|}) => item;
        """);

    [Fact]
    public Task An_input_that_is_named_as_one_is_never_the_variable_of_its_name() => MachineSource.Verify("""
        private static State Load => State.Function<Machine>(nameof(Work)).Output((StateInput<Item> item) => item.Value).Set("item", (StateInput<Item> item) => item.Value).Next(nameof(Use));
        [TaskState] public int Use(Item item) => item.Count;
        [ServerlessFunction] public int Work(Item input) => input.Count;
        """);

    [Fact]
    public Task A_catch_target_sees_only_what_was_there_before_the_failing_state() => MachineSource.Verify("""
        [TaskState(Next = nameof(Work), Assign = "loaded")] public Item Load(Item item) => item;
        [TaskState(Assign = "worked"), Catch(Next = nameof(Report))] public Item Work(Item loaded) => loaded;
        private static State Report => State.Pass((Item loaded, Item {|SVLS2307:worked|}) => new { a = loaded.Id, b = worked.Id });
        """);

    [Fact]
    public Task The_error_a_catcher_assigns_is_there_in_its_target() => MachineSource.Verify("""
        [TaskState, Catch(Next = nameof(Report), Assign = "error")] public Item Work(Item item) => item;
        private static State Report => State.Fail((StateError error) => error.Error, (StateError error) => $"{error.Cause}");
        """);

    [Fact]
    public Task A_branch_reads_outer_variables_and_changes_none() => MachineSource.Verify("""
        [TaskState(Next = nameof(Both), Assign = "loaded")] public Item Load(Item item) => item;
        private static State Both => State.Parallel(nameof(A), nameof(B)).Next(nameof(After));
        private static State A => State.Pass((Item loaded) => loaded.Id);
        private static State B => State.Pass().Set({|SVLS2307:"loaded"|}, (Item x) => x.Count);
        private static State After => State.Pass((Item loaded) => loaded);
        """);

    [Fact]
    public Task A_variable_of_a_branch_ends_with_it() => MachineSource.Verify("""
        private static State Both => State.Parallel(nameof(A)).Next(nameof(After));
        private static State A => State.Pass().Set("inner", (Item item) => item.Id).Next(nameof(A2));
        private static State A2 => State.Pass((string inner) => inner);
        private static State After => State.Pass((string {|SVLS2307:inner|}) => inner);
        """);

    [Fact]
    public Task A_second_parameter_without_a_meaning_is_ambiguous() => MachineSource.Verify("""
        private static State A => State.Pass((Item item, Other {|SVLS2307:other|}) => item).Next(nameof(B));
        [TaskState] public int B(Item item, Other {|SVLS2307:other|}) => 1;
        """);

    [Fact]
    public Task Services_deadline_context_and_token_are_no_data() => MachineSource.Verify("""
        private static State A => State.Pass((Item item, StateMachineContext context, StateInput<Item> input) => new { id = context.ExecutionName, count = input.Value.Count, tags = input.Value.Tags }).Next(nameof(B));
        [TaskState] public int B(Item item, CancellationToken {|SVLS2014:deadline|}) => 1;
        """);

    [Fact]
    public Task Names_that_cannot_be_variables_are_refused() => MachineSource.Verify("""
        private static State A => State.Pass().Set({|SVLS2307:"states"|}, (Item item) => 1).Set({|SVLS2307:"count"|}, (Item item) => 1).Set({|SVLS2307:"a-b"|}, (Item item) => 1).Set("a_b", (Item item) => 1);
        """);

    [Fact]
    public Task Text_expressions_of_attributes_are_read_too() => MachineSource.Verify("""
        [TaskState(Next = nameof(B), Output = "$states.result.Payload", Assign = "known")] public Item A(Item item) => item;
        [TaskState(Output = {|SVLS2307:"$known.id & $unknown & $sum([1]) & function($x){ $x }('$quoted')"|})] public Item B(Item item) => item;
        """);

    [Fact]
    public Task Bound_variables_and_the_execution_input_have_their_own_attributes() => MachineSource.Verify("""
        [TaskState(Next = nameof(B), Assign = "first")] public Item A(Item item) => item;
        [TaskState] public Item B([BindVariable("first")] Item item, [BindExecutionInput] Item original, [BindVariable] Item {|SVLS2307:missing|}) => item;
        """);

    [Fact]
    public Task An_output_that_lacks_a_member_is_a_warning_at_the_parameter() => MachineSource.Verify("""
        [TaskState(Next = nameof(B))] public Other A(Item item) => new("x");
        [TaskState(Next = nameof(C))] public Item B(Item {|SVLS2306:item|}) => item;
        private static State C => State.Pass((Other {|SVLS2306:other|}) => new { other.Name });
        """);

    [Fact]
    public async Task The_message_names_the_missing_member() => Assert.Equal(
        "'B' takes 'Item', but 'A' gives 'Other': it has no 'id'",
        await MachineSource.Message("""
            [TaskState(Next = nameof(B))] public Other A(Item item) => new("x");
            [TaskState] public Item B(Item item) => item;
            """));

    [Fact]
    public Task Outputs_that_fit_by_their_members_are_fine() => MachineSource.Verify("""
        [TaskState(Next = nameof(B))] public Item A(Item item) => item;
        private static State B => State.Choice().When((Item item) => item.Count > 1, nameof(C)).Otherwise(nameof(C));
        private static State C => State.Pass((Item item) => new { name = item.Id, extra = 1 }).Next(nameof(D));
        [TaskState(Next = nameof(E))] public long D(Other other) => 1;
        [TaskState(Next = nameof(F))] public System.Text.Json.JsonElement E(double number) => default;
        private static State F => State.Map((Item item) => item.Tags, nameof(G));
        [TaskState] public void G(string tag) { }
        """);

    [Fact]
    public Task Items_a_map_and_input_of_branches_are_checked() => MachineSource.Verify("""
        [TaskState(Next = nameof(Each))] public Item[] Load(Item item) => [];
        private static State Each => State.Map((Item[] items) => items, nameof(One)).Next(nameof(Both));
        [TaskState] public int One(string {|SVLS2306:item|}) => 1;
        private static State Both => State.Parallel(nameof(A)).Arguments((Item[] {|SVLS2306:results|}) => new { id = "x" });
        [TaskState] public int A(Item {|SVLS2306:item|}) => 1;
        """);

    [Fact]
    public Task A_variable_of_another_type_is_a_warning() => MachineSource.Verify("""
        [TaskState(Next = nameof(B), Assign = "first")] public Other A(Item item) => new("x");
        [TaskState] public int B(Item {|SVLS2306:first|}) => 1;
        """);
}
