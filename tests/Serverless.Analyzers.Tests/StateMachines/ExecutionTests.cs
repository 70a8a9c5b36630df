using System.Text.Json.Nodes;
using Serverless.Testing.StateMachines;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>Machines that run other machines of the project.</summary>
public sealed class ExecutionTests
{
    private const string Checked = "($states.result.Status = 'SUCCEEDED' ? $parse($states.result.Output) : $error($join([$states.result.Status, $states.result.Error, $states.result.Cause], ': ')))";
    private const string StartedBy = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

    /// <summary>Two machines beside the one under test.</summary>
    private const string Children = """
        }
        [StateMachine]
        public sealed class Standard
        {
            [TaskState] public Item Work(Item item) => item;
        }
        [StateMachine("Fast", Type = WorkflowType.Express)]
        public sealed class Express
        {
            private static State Route => State.Choice().When((Item item) => item.Count > 1, nameof(Work)).Otherwise(nameof(End));
            [TaskState] public Item Work(Item item) => item;
            private static State End => State.Succeed((Item item) => item);
        }
        public static class Rest
        {
        """;

    [Fact]
    public void A_Standard_machine_is_waited_for_and_an_Express_one_runs_in_the_request() => Assert.Equal(
        $$"""
        start First
        First: task states:startExecution.sync:2
          arguments { StateMachineArn: @Standard, Input: {% $type($states.input) = 'object' ? $merge([$states.input, {'{{StartedBy}}': $states.context.Execution.Id}]) : $states.input %} }
          timeout 100
          assign item = {% $states.result.Output %}
          output {% $states.result.Output %}
          next Second
        Second: task states:startExecution.sync:2
          arguments { StateMachineArn: @Standard, Name: {% $states.input.id %}, Input: { id: {% $states.input.id %}, {{StartedBy}}: {% $states.context.Execution.Id %} } }
          output {% $states.result.Output.count %}
          next Third
        Third: task states:startExecution
          arguments { StateMachineArn: @Standard, Input: {% $merge([$item, {'{{StartedBy}}': $states.context.Execution.Id}]) %} }
          output {% $states.result.ExecutionArn %}
          next Fourth
        Fourth: task states:startExecution
          arguments { StateMachineArn: @Fast, Input: [{% $states.input %}, {% $item.id %}] }
          next Fifth
        Fifth: task aws-sdk:sfn:startSyncExecution
          arguments { StateMachineArn: @Fast, Input: {% $string($states.input) %} }
          assign again = {% {{Checked}} %}
          assign twice = {% {{Checked}}.count * 2 %}
          output {% {{Checked}} %}
          next Sixth
        Sixth: task aws-sdk:sfn:startSyncExecution
          arguments { StateMachineArn: @Fast, Input: {% $string({'id': $states.input.id, 'rest': ['a', 1, true, null, $item.id]}) %} }
          output { id: {% {{Checked}}.id %} }

        """,
        Read("""
            private static State First => State.Execution<Standard>().Timeout(100).Assign("item").Next(nameof(Second));
            private static State Second => State.Execution<Standard>((Item input) => new { id = input.Id }).RunName((Item input) => input.Id).Output((Item result) => result.Count).Next(nameof(Third));
            private static State Third => State.Execution<Standard>((int count, Item item) => item).NoWait().Output((StartedExecution started) => started.ExecutionArn).Next(nameof(Fourth));
            private static State Fourth => State.Execution<Express>((string arn, Item item) => new[] { arn, item.Id }).NoWait().Next(nameof(Fifth));
            private static State Fifth => State.Execution<Express>().Assign("again").Set("twice", (Item result) => result.Count * 2).Next(nameof(Sixth));
            private static State Sixth => State.Execution<Express>((Item input, Item item) => new { id = input.Id, rest = new object?[] { "a", 1, true, null, item.Id } }).Output((Item result) => new { id = result.Id });
            """));

    /// <summary>The request of an Express run succeeds when the run does not: the state must not.</summary>
    [Theory]
    [InlineData("""{ "Status": "SUCCEEDED", "Output": "{\"id\":\"x\"}" }""", """{"id":"x"}""")]
    [InlineData("""{ "Status": "SUCCEEDED", "Output": "null" }""", "null")]
    [InlineData("""{ "Status": "FAILED", "Error": "Boom", "Cause": "because" }""", "! FAILED: Boom: because")]
    [InlineData("""{ "Status": "TIMED_OUT" }""", "! TIMED_OUT")]
    public async Task A_failed_Express_run_fails_the_state(string result, string expected)
    {
        using var evaluator = new JsonataEvaluator();
        var states = new JsonObject { ["result"] = JsonNode.Parse(result) };
        string actual;
        try
        {
            actual = (await evaluator.EvaluateAsync("{% " + Checked + " %}", states, []))?.ToJsonString() ?? "null";
        }
        catch (StateMachineException exception)
        {
            Assert.Equal("States.QueryEvaluationError", exception.Error);
            actual = "! " + exception.Cause;
        }

        Assert.Equal(expected, actual);
    }

    [Fact]
    public Task What_a_run_gives_is_what_the_other_machine_ends_with() => MachineSource.Verify("""
        private static State A => State.Execution<Standard>().Next(nameof(B));
        private static State B => State.Pass((Other {|SVLS2306:other|}) => other.Name).Next(nameof(C));
        private static State C => State.Execution<Express>((string name) => new { name }).Assign("item").Next(nameof(D));
        private static State D => State.Pass((Item given) => given.Id).Next(nameof(E));
        private static State E => State.Execution<Standard>((string id) => new { id }).NoWait().Next(nameof(F));
        private static State F => State.Pass((Item {|SVLS2306:given|}, Other {|SVLS2306:item|}) => item.Name);
        """ + Children);

    [Fact]
    public Task An_Express_machine_waits_for_no_Standard_one() => MachineSource.Verify("""
        private static State A => State.{|SVLS2304:Execution<Standard>|}().Next(nameof(B));
        private static State B => State.Execution<Standard>().NoWait().Next(nameof(C));
        private static State C => State.Execution<Express>();
        """ + Children, "[StateMachine(Type = WorkflowType.Express)]");

    [Fact]
    public Task Machines_do_not_run_each_other_in_a_circle() => MachineSource.Verify("""
        private static State A => State.{|SVLS2002:Execution<Machine>|}().Next(nameof(B));
        private static State B => State.{|SVLS2002:Execution<Second>|}().Next(nameof(C));
        private static State C => State.Execution<Alone>();
        }
        [StateMachine] public sealed class Second { private static State A => State.{|SVLS2002:Execution<Third>|}(); }
        [StateMachine] public sealed class Third { private static State A => State.{|SVLS2002:Execution<Machine>|}(); }
        [StateMachine] public sealed class Alone { private static State A => State.Pass();
        """);

    [Fact]
    public Task What_is_run_is_a_machine_of_the_project() => MachineSource.Verify("""
        private static State A => State.{|SVLS2316:Execution<Item>|}();
        private static State B => State.{|SVLS2013:Execution<string>|}();
        """);

    [Fact]
    public void A_machine_whose_ends_differ_gives_nothing_certain() => Assert.Contains(
        "D: pass",
        Read("""
            private static State A => State.Execution<Mixed>().Next(nameof(D));
            private static State D => State.Pass((Other other) => other.Name);
            }
            [StateMachine(StartAt = nameof(X))]
            public sealed class Mixed
            {
                private static State X => State.Choice().When((Item item) => item.Count > 1, nameof(Y)).Otherwise(nameof(Z));
                private static State Y => State.Succeed((Item item) => item.Id);
                private static State Z => State.Succeed((Item item) => item.Count);
            """), StringComparison.Ordinal);

    private static string Read(string members) => MachineSource.ReadFirst(members + (members.Contains("class Mixed", StringComparison.Ordinal) ? "" : "\n" + Children));
}
