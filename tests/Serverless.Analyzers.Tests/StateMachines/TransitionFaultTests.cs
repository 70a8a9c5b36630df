namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>SVLS2301, 2302, 2303, 2305.</summary>
public sealed class TransitionFaultTests
{
    [Fact]
    public Task A_target_that_is_no_state_is_reported_in_attributes_and_chains() => MachineSource.Verify("""
        [TaskState(Next = {|SVLS2301:"Stp"|})] public Item First(Item item) => item;
        private static State Step => State.Pass().Next({|SVLS2301:"Nowhere"|});
        [TaskState, Catch(typeof(TimeoutException), Next = {|SVLS2301:nameof(Helper)|})] public Item Last(Item item) => item;
        private void Helper() { }
        """, """
        [StateMachine(StartAt = {|SVLS2301:"Frist"|})]
        """.Replace("\n", "", StringComparison.Ordinal));

    [Fact]
    public async Task The_message_names_the_nearest_state() => Assert.Equal(
        "'First' leads to the state 'Stp', which does not exist: did you mean 'Step'?",
        (await Harness.DeclarationFaults.Analyze(Harness.TestProject.Of(MachineSource.Of("""
            [TaskState(Next = "Stp")] public Item First(Item item) => item;
            private static State Step => State.Succeed();
            """, "[StateMachine(StartAt = nameof(First))]")))).Single(static d => d.Id == "SVLS2301").GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public Task Every_kind_of_transition_to_a_state_is_fine() => MachineSource.Verify("""
        [TaskState(Next = nameof(Route)), Catch(typeof(TimeoutException), Next = nameof(Broken))] public Item First(Item item) => item;
        private static State Route => State.Choice().When((Item item) => item.Count > 1, nameof(Both)).Otherwise(nameof(Done));
        private static State Both => State.Parallel(nameof(A), nameof(B)).Next(nameof(Each));
        private static State A => State.Pass();
        private static State B => State.Pass().Named("Second");
        private static State Each => State.Map((Item[] items) => items, nameof(One)).Next("Done");
        private static State One => State.Pass();
        private static State Done => State.Succeed();
        private static State Broken => State.Fail("Broken");
        """);

    [Fact]
    public Task A_machine_with_two_possible_starts_asks_for_one() => MachineSource.Verify("""
        private static State A => State.Pass().Next(nameof(C));
        private static State B => State.Pass().Next(nameof(C));
        private static State C => State.Succeed();
        """, "[{|SVLS2301:StateMachine|}]");

    [Fact]
    public Task A_state_nobody_leads_to_is_reported_once() => MachineSource.Verify("""
        private static State A => State.Pass().Next(nameof(C));
        private static State {|SVLS2302:B|} => State.Pass().Next(nameof(C));
        private static State C => State.Succeed();
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public void A_state_nobody_leads_to_is_left_out() => Assert.Equal(
        ["A", "C"],
        MachineSource.Machine("""
            private static State A => State.Pass().Next(nameof(C));
            private static State B => State.Pass().Next(nameof(C));
            private static State C => State.Succeed();
            """, "[StateMachine(StartAt = nameof(A))]").Graph.States.Select(static s => s.Name));

    [Fact]
    public Task A_circle_without_a_way_out_is_an_error() => MachineSource.Verify("""
        private static State {|SVLS2303:A|} => State.Pass().Next(nameof(B));
        private static State B => State.Wait(TimeSpan.FromSeconds(5)).Next(nameof(A));
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public Task A_circle_with_a_way_out_is_fine() => MachineSource.Verify("""
        private static State A => State.Wait(TimeSpan.FromSeconds(5)).Next(nameof(B));
        private static State B => State.Choice().When((Item item) => item.Count > 3, nameof(Done)).Otherwise(nameof(A));
        private static State Done => State.Succeed();
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public Task A_circle_inside_a_branch_is_an_error_there() => MachineSource.Verify("""
        private static State A => State.Parallel(nameof(B));
        private static State {|SVLS2303:B|} => State.Pass().Next(nameof(C));
        private static State C => State.Pass().Next(nameof(B));
        """);

    [Fact]
    public async Task A_choice_without_otherwise_is_a_warning()
    {
        const string Members = """
            private static State {|SVLS2303:A|} => State.Choice().When((Item item) => item.Count > 3, nameof(Done));
            private static State Done => State.Succeed();
            """;
        await MachineSource.Verify(Members);
        var fault = Assert.Single(Harness.GeneratorRun.ReadModel(Harness.TestProject.Of(MachineSource.Of(Members))).Faults);
        Assert.True(fault.IsWarning);
    }

    [Fact]
    public Task A_branch_that_leads_outside_is_an_error_at_the_target() => MachineSource.Verify("""
        private static State Start => State.Parallel(nameof(A), nameof(B)).Next(nameof(Done));
        private static State A => State.Pass().Next({|SVLS2305:nameof(Done)|});
        private static State B => State.Pass();
        private static State Done => State.Succeed();
        """);

    [Fact]
    public Task A_state_of_two_branches_is_an_error() => MachineSource.Verify("""
        private static State Start => State.Parallel(nameof(A), nameof(B));
        private static State A => State.Pass().Next(nameof(Shared));
        private static State B => State.Pass().Next({|SVLS2305:nameof(Shared)|});
        private static State Shared => State.Pass();
        """);

    [Fact]
    public Task The_same_first_state_for_two_branches_is_an_error() => MachineSource.Verify("""
        private static State Start => State.Parallel(nameof(A), {|SVLS2305:nameof(A)|});
        private static State A => State.Pass();
        """);

    [Fact]
    public Task Two_states_with_one_name_are_an_error_over_all_branches() => MachineSource.Verify("""
        private static State Start => State.Parallel(nameof(A), nameof(B));
        private static State A => State.Pass().Named("Same");
        private static State {|SVLS2305:B|} => State.Pass().Named("Same");
        """);

    [Fact]
    public Task A_name_of_more_than_80_characters_is_refused() => MachineSource.Verify($$"""
        private static State {|SVLS2001:Start|} => State.Pass().Named("{{new string('x', 81)}}").Next(nameof(Next));
        private static State Next => State.Pass().Named("{{new string('x', 80)}}");
        """);
}
