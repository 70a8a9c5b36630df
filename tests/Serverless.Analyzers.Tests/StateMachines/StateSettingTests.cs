namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>Settings that several kinds of states share, and the forms of Choice, Wait and Fail.</summary>
public sealed class StateSettingTests
{
    [Fact]
    public void Limits_are_constants_or_computed_and_another_role_may_call() => Assert.Equal(
        """
        start Work
        A: task sns:publish
          arguments { TopicArn: @Topic, Message: "m" }
          timeout {% $states.input.count * 60 %}
          heartbeat {% $states.input.count %}
          role @Topic.Role
          output {% $states.result %}
          next B
        B: task function MachineWork
          arguments {% $states.input %}
          timeout {% $limit.count %}
          heartbeat 90
          role @arn:aws:iam::123456789012:role/other
          output {% $states.result.Payload %}
        Work: task function MachineWork
          arguments {% $states.input %}
          timeout 60
          assign limit = {% $states.result.Payload %}
          output {% $states.result.Payload %}
          raw { "Comment": "mine" }
          next A

        """,
        MachineSource.Read("""
            private static State A => State.Task("sns:publish", () => new { TopicArn = "@Topic", Message = "m" })
                .Timeout((Item item) => TimeSpan.FromMinutes(item.Count)).Heartbeat((Item item) => item.Count).Credentials("@Topic.Role").Output((System.Text.Json.JsonElement sent) => sent).Next(nameof(B));
            private static State B => State.Function<Machine>(nameof(Work)).Timeout((Item limit) => limit.Count).Heartbeat((Item item) => TimeSpan.FromSeconds(90)).Credentials("arn:aws:iam::123456789012:role/other");
            [TaskState(Next = nameof(A), Assign = "limit", Raw = "{ \"Comment\": \"mine\" }")] public Item Work(Item item) => item;
            """, "[StateMachine(StartAt = nameof(Work))]"));

    [Fact]
    public void Each_way_of_a_choice_may_hand_on_something_else() => Assert.Equal(
        """
        start Route
        Route: choice
          when {% $states.input.count > 1 %} -> Named assign seen = {% $states.input.id %} output { name: {% $states.input.id %} }
          when {% $states.input.count > 0 %} -> Plain assign seen = {% $states.input.id %}
          otherwise Rest
          assign seen = {% $states.input.id %}
          output {% $states.input.tags %}
        Named: pass
          output {% $states.input.name %}
        Plain: pass
          output {% $states.input.count %}
        Rest: pass
          output {% $count($states.input) %}

        """,
        MachineSource.Read("""
            private static State Route => State.Choice()
                .When((Item item) => item.Count > 1, nameof(Named), (Item item) => new { name = item.Id })
                .When((Item item) => item.Count > 0, nameof(Plain))
                .Otherwise(nameof(Rest), (Item item) => item.Tags)
                .Set("seen", (Item item) => item.Id);
            private static State Named => State.Pass((Other other) => other.Name);
            private static State Plain => State.Pass((Item item) => item.Count);
            private static State Rest => State.Pass((string[] tags) => tags.Length);
            """));

    [Fact]
    public Task The_ways_of_a_choice_have_types_of_their_own() => MachineSource.Verify("""
        private static State Route => State.Choice()
            .When((Item item) => item.Count > 1, nameof(Named), (Item item) => new { name = item.Id })
            .When((Item item) => item.Count > 0, nameof(Plain), (Item item) => item.Tags)
            .Otherwise(nameof(Rest));
        private static State Named => State.Pass((Item {|SVLS2306:item|}) => item.Id);
        private static State Plain => State.Pass((Other {|SVLS2306:other|}) => other.Name);
        private static State Rest => State.Pass((Item item) => item.Id);
        """);

    [Fact]
    public void Waits_and_failures_in_every_form() => Assert.Equal(
        """
        start A
        A: wait
          until "2027-01-31T08:00:00Z"
          assign limit = {% $states.input.count %}
          output {% $states.input.id %}
          next B
        B: wait
          seconds {% $limit + $states.context.Execution.Input.count %}
          next C
        C: wait
          until {% $states.context.Execution.StartTime %}
          next D
        D: choice
          when {% $limit > 1 %} -> E
          when {% $limit > 2 %} -> F
          otherwise G
        E: fail
          error "E"
          cause {% $states.context.Execution.Name & $string($limit) %}
        F: fail
          error {% $states.input %}
          cause {% $string($limit) %}
        G: fail
          error {% $states.context.Execution.Input.id %}

        """,
        MachineSource.Read("""
            private static State A => State.WaitUntil("2027-01-31T08:00:00Z").Set("limit", (Item item) => item.Count).Output((Item item) => item.Id).Next(nameof(B));
            private static State B => State.Wait((int limit, [BindExecutionInput] Item started) => TimeSpan.FromSeconds(limit + started.Count)).Next(nameof(C));
            private static State C => State.WaitUntil((string any, StateMachineContext context) => context.ExecutionStartTime).Next(nameof(D));
            private static State D => State.Choice().When((int limit) => limit > 1, nameof(E)).When((int limit) => limit > 2, nameof(F)).Otherwise(nameof(G));
            private static State E => State.Fail("E", (StateMachineContext context, int limit) => context.ExecutionName + limit.ToString());
            private static State F => State.Fail((string error, int limit) => error, (string error, int limit) => limit.ToString());
            private static State G => State.Fail(([BindExecutionInput] Item started) => started.Id);
            """));

    [Fact]
    public Task Moments_are_written_as_the_service_reads_them() => MachineSource.Verify("""
        private static State A => State.WaitUntil("2027-01-31T08:00:00.125+02:00").Next(nameof(B));
        private static State B => State.WaitUntil({|SVLS2005:"2027-01-31"|}).Next(nameof(C));
        private static State C => State.WaitUntil({|SVLS2005:"2027-01-31T08:00:00"|}).Next(nameof(D));
        private static State D => State.WaitUntil({|SVLS2005:"2027-02-30T08:00:00Z"|}).Next(nameof(E));
        private static State E => State.WaitUntil({|SVLS2005:""|});
        """);

    [Fact]
    public void Every_kind_has_a_name_a_comment_and_fields_of_its_own() => Assert.Equal(
        """
        start a
        a: pass
          raw { "x": 1 }
          next b
        b: choice
          when {% true %} -> c
          otherwise c
          raw { "x": 2 }
        c: wait
          seconds 1
          raw { "x": 3 }
          next d
        d: parallel
          raw { "x": 4 }
          next e
            start d1
            d1: succeed
              raw { "x": 5 }
        e: map
          items {% $states.input %}
          concurrency 10
          raw { "x": 6 }
          next f
            start e1
            e1: fail
              error "x"
              raw { "x": 7 }
        f: task sns:publish
          arguments { TopicArn: @Topic, Message: "m" }
          raw { "x": 8 }

        """,
        MachineSource.Read("""
            private static State A => State.Pass().Named("a").Comment("c").Raw("{ \"x\": 1 }").Next(nameof(B));
            private static State B => State.Choice().Named("b").Comment("c").Raw("{ \"x\": 2 }").When(() => true, nameof(C)).Otherwise(nameof(C));
            private static State C => State.Wait(TimeSpan.FromSeconds(1)).Named("c").Comment("c").Raw("{ \"x\": 3 }").Next(nameof(D));
            private static State D => State.Parallel(nameof(D1)).Named("d").Comment("c").Raw("{ \"x\": 4 }").Next(nameof(E));
            private static State D1 => State.Succeed().Named("d1").Comment("c").Raw("{ \"x\": 5 }");
            private static State E => State.Map((string[] all) => all, nameof(E1)).Named("e").Comment("c").Raw("{ \"x\": 6 }").Next(nameof(F));
            private static State E1 => State.Fail("x").Named("e1").Comment("c").Raw("{ \"x\": 7 }");
            private static State F => State.Task("sns:publish", () => new { TopicArn = "@Topic", Message = "m" }).Named("f").Comment("c").Raw("{ \"x\": 8 }");
            """));

    [Fact]
    public void A_comment_wins_over_the_summary()
    {
        var states = MachineSource.Machine("""
            /// <summary>From the summary.</summary>
            private static State A => State.Pass().Next(nameof(B));
            /// <summary>From the summary.</summary>
            private static State B => State.Pass().Comment("Its own.");
            """).Graph.States;

        Assert.Equal(["From the summary.", "Its own."], states.Select(static s => s.Comment));
    }

    [Fact]
    public Task Fields_of_ones_own_are_a_JSON_object() => MachineSource.Verify("""
        private static State A => State.Pass().Raw({|SVLS2316:"[]"|}).Next(nameof(B));
        private static State B => State.Succeed().Raw({|SVLS2316:"{"|});
        [TaskState(Raw = {|SVLS2316:"nothing"|}, Next = nameof(A))] public Item C(Item item) => item;
        private static string Computed => "{}";
        private static State D => State.Choice().Raw({|SVLS2316:Computed|}).When(() => true, nameof(C)).Otherwise(nameof(A));
        """, "[StateMachine(StartAt = nameof(D))]");

    [Fact]
    public Task Limits_have_ranges_and_a_heartbeat_comes_before_the_end() => MachineSource.Verify("""
        private static State A => State.Task("sns:publish", () => new { TopicArn = "@Topic", Message = "m" }).Timeout({|SVLS2001:100_000_000|}).Heartbeat({|SVLS2001:0|}).Next(nameof(B));
        private static State B => State.Task("sns:publish", () => new { TopicArn = "@Topic", Message = "m" }).Timeout(([BindExecutionInput] Item item) => item.Count).Heartbeat(5).Next(nameof(C));
        private static State C => State.Task("sns:publish", () => new { TopicArn = "@Topic", Message = "m" }).Timeout(([BindExecutionInput] Item item) => TimeSpan.FromSeconds(5)).Heartbeat({|SVLS2001:5|}).Next(nameof(D));
        private static State D => State.Task("sns:publish", () => new { TopicArn = "@Topic", Message = "m" }).Credentials({|SVLS2004:"@Nobody"|}).Next(nameof(E));
        private static State E => State.Pass().Named({|SVLS2316:Computed|});
        private static string Computed => "x";
        """, "[StateMachine(StartAt = nameof(A))]");

    [Fact]
    public void The_context_has_the_services_names() => Assert.Equal(
        """
        start A
        A: pass
          output { a: {% $states.context.Execution.Id %}, b: {% $states.context.Execution.Name %}, c: {% $states.context.Execution.RoleArn %}, d: {% $states.context.Execution.StartTime %}, e: {% $states.context.Execution.RedriveCount %}, f: {% $states.context.Execution.RedriveTime != null ? $states.context.Execution.RedriveTime : null %}, g: {% $states.context.State.Name %}, h: {% $states.context.State.EnteredTime %}, i: {% $states.context.State.RetryCount %}, j: {% $states.context.StateMachine.Id %}, k: {% $states.context.StateMachine.Name %}, l: {% $states.context.Map.Item.Index != null ? $states.context.Map.Item.Index : null %}, m: {% $states.context.Map.Item.Key != null ? $states.context.Map.Item.Key : null %}, n: {% $states.context.Map.Item.Source != null ? $states.context.Map.Item.Source : null %}, o: {% $states.context.Execution.Input.id %} }

        """,
        MachineSource.Read("""
            private static State A => State.Pass((StateMachineContext c, [BindExecutionInput] Item started) => new
            {
                a = c.ExecutionId, b = c.ExecutionName, c = c.ExecutionRoleArn, d = c.ExecutionStartTime, e = c.RedriveCount, f = c.RedriveTime, g = c.StateName, h = c.StateEnteredTime,
                i = c.RetryCount, j = c.StateMachineId, k = c.StateMachineName, l = c.MapItemIndex, m = c.MapItemKey, n = c.MapItemSource, o = started.Id,
            });
            """));
}
