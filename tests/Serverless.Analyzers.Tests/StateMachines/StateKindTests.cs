namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>Each kind of state, with each call of its builder, becomes what it says.</summary>
public sealed class StateKindTests
{
    [Fact]
    public void The_documented_choice_wait_and_map() => Assert.Equal(
        """
        start Route
        Route: choice
          when {% $states.input.total > 10000 %} -> AskHuman assign order = {% $states.input %}
          when {% $substring($states.input.id, 0, 5) = 'TEST-' %} -> Skipped assign order = {% $states.input %}
          otherwise Cool
          assign order = {% $states.input %}
        AskHuman: pass
          output {% $states.input %}
          next Decide
        Decide: choice
          when {% $states.input.approved %} -> Cool
          otherwise Rejected
        Cool: wait
          seconds 900
          next PickAll
        PickAll: map
          items {% $order.skus %}
          concurrency 5
          next Done
            start Pick
            Pick: task function MachinePick
              arguments {% $states.input %}
              timeout 20
              output {% $states.result.Payload %}
              retry TimeoutException every 1 s x2 max 5
        Done: succeed
        Skipped: pass
          output { id: {% $states.input.id %}, skipped: true }
        Rejected: fail
          error "Rejected"
          cause {% 'by ' & $states.input.by %}

        """,
        MachineSource.Read("""
            public sealed record Purchase(string Id, decimal Total, string[] Skus);
            public sealed record Decision(bool Approved, string By);

            private static State Route => State.Choice()
                .When((Purchase purchase) => purchase.Total > 10_000m, nameof(AskHuman))
                .When((Purchase purchase) => purchase.Id.StartsWith("TEST-"), nameof(Skipped))
                .Otherwise(nameof(Cool))
                .Set("order", (Purchase purchase) => purchase);

            private static State AskHuman => State.Pass((Purchase purchase) => Jsonata.Value<Decision>("$states.input")).Next(nameof(Decide));

            private static State Decide => State.Choice()
                .When((Decision decision) => decision.Approved, nameof(Cool))
                .Otherwise(nameof(Rejected));

            private static State Cool => State.Wait(TimeSpan.FromMinutes(15)).Next(nameof(PickAll));

            private static State PickAll => State.Map((Purchase order) => order.Skus, nameof(Pick)).MaxConcurrency(5).Next(nameof(Done));

            [TaskState(TimeoutSeconds = 20)]
            [Retry(typeof(TimeoutException), MaxAttempts = 5)]
            public Task<string> Pick(string sku) => Task.FromResult(sku);

            private static State Done => State.Succeed();
            private static State Skipped => State.Pass((Purchase purchase) => new { id = purchase.Id, skipped = true });
            private static State Rejected => State.Fail((Decision decision) => "Rejected", (Decision decision) => $"by {decision.By}");
            """));

    [Fact]
    public void Tasks_with_every_setting() => Assert.Equal(
        """
        start Put
        Put: task dynamodb:putItem
          arguments { TableName: @Table, Item: { id: { S: {% $states.input.id %} }, tags: [{% $states.input.count %}, 1, "x", "@plain", null], fixed: { N: "1" } } }
          timeout 30
          heartbeat 10
          assign written = {% $states.result %}
          assign key = {% $states.result.Attributes != null ? $states.result.Attributes : null %}
          output { id: "x", answer: {% $states.result %}, original: {% $states.input.id %} }
          retry Throttled every 1 s x1.5 max 3 delay 60 no jitter
          catch Boom, TimeoutException -> Broken assign error = {% $states.errorOutput %} output {% $states.input %}
          raw { "Comment": "mine" }
          next Call it
        Call it: task function PicturesResize
          arguments { id: {% $key %}, note: {% $states.input.id & '!' %} }
          timeout 5
          output {% $states.result.Payload %}
          next Again
        Again: task function PicturesResize
          arguments {% $states.input %}
          output {% $states.result.Payload.id %}
        Broken: fail
          error "Broken"

        """,
        MachineSource.Read("""
            public sealed record Written([property: System.Text.Json.Serialization.JsonPropertyName("Attributes")] System.Text.Json.JsonElement? Attributes);
            public sealed record Named(string Id);
            [Retry("Throttled", BackoffRate = 1.5, MaxDelaySeconds = 60, Jitter = JitterStrategy.None)]
            [Catch("Boom", nameof(TimeoutException), Next = nameof(Broken), Assign = "error", Output = "{% $states.input %}")]
            private static State Put => State.Task(Integration.DynamoDb.PutItem, (Item item) => new
                {
                    TableName = "@Table",
                    Item = new { id = new { S = item.Id }, tags = new object?[] { item.Count, 1, "x", "@@plain", null }, @fixed = new { N = "1" } },
                })
                .Timeout(30).Heartbeat(10)
                .Assign("written")
                .Set("key", (Written result) => result.Attributes)
                .Output((Written result, StateInput<Item> input) => new { id = "x", answer = result, original = input.Value.Id })
                .Raw("{ \"Comment\": \"mine\" }")
                .Next(nameof(Call));
            private static State Call => State.Function<Pictures>(nameof(Pictures.Resize), (System.Text.Json.JsonElement? key, Named named) => new { id = key, note = named.Id + "!" })
                .Named("Call it").Timeout(5).Next(nameof(Again));
            private static State Again => State.Function<Pictures>("Resize").Output((Item item) => item.Id);
            private static State Broken => State.Fail("Broken");
            }
            public sealed class Pictures
            {
                [ServerlessFunction] public Item Resize(Item input) => input;
            """));

    [Fact]
    public void Waits_of_every_form() => Assert.Equal(
        """
        start A
        A: wait
          seconds 90061
          assign seen = {% $states.input %}
          next B
        B: wait
          seconds {% $states.input.count * 60 + 5 %}
          next C
        C: wait
          until {% $states.input.moment %}
          next D
        D: wait
          seconds 0

        """,
        MachineSource.Read("""
            public sealed record Due(int Count, DateTimeOffset Moment);
            private static State A => State.Wait(new TimeSpan(1, 1, 1, 1)).Set("seen", (Due due) => due).Next(nameof(B));
            private static State B => State.Wait((Due due) => TimeSpan.FromMinutes(due.Count, 5)).Next(nameof(C));
            private static State C => State.WaitUntil((Due when) => when.Moment).Next(nameof(D));
            private static State D => State.Wait(TimeSpan.Zero);
            """));

    [Fact]
    public void Parallel_and_Map_with_every_setting() => Assert.Equal(
        """
        start Both
        Both: parallel
          arguments {% $states.input %}
          assign first = {% $states.result[0] %}
          assign total = {% $states.result[0].count + $states.result[1].count %}
          output { a: {% $states.result[0].id %}, tags: {% $states.result[1].tags %} }
          next Each
            start A
            A: pass
            start B
            B: pass
              next B2
            B2: succeed
              output { id: {% $states.input.id %}, count: 1, note: null, tags: [] }
        Each: map
          items {% $states.input.tags %}
          item { tag: {% $states.context.Map.Item.Value %}, index: {% $states.context.Map.Item.Index %}, first: {% $first.id %} }
          concurrency 10
          assign all = {% $states.result %}
          output {% $count($states.result) %}
            start One
            One: pass
              output {% $states.input.tag %}

        """,
        MachineSource.Read("""
            public sealed record Tagged(string Tag, int Index);
            private static State Both => State.Parallel(nameof(A), nameof(B))
                .Arguments((Item item) => item)
                .Assign("first")
                .Set("total", (Item left, Item right) => left.Count + right.Count)
                .Output((Item left, Item right) => new { a = left.Id, tags = right.Tags })
                .Next(nameof(Each));
            private static State A => State.Pass();
            private static State B => State.Pass().Next(nameof(B2));
            private static State B2 => State.Succeed((Item item) => new Item(item.Id, 1, null, new string[] { }));
            private static State Each => State.Map((TagList list) => list.Tags, nameof(One))
                .Select((string tag, int index, Item first) => new { tag, index, first = first.Id })
                .Assign("all")
                .Output((string[] results) => results.Length);
            public sealed record TagList(string[] Tags);
            private static State One => State.Pass((Tagged one) => one.Tag);
            """));

    [Fact]
    public void The_class_retrier_and_the_start_that_nobody_leads_to() => Assert.Equal(
        """
        start First
        Second: task function MachineSecond
          arguments { item: {% $states.input %}, known: {% $known %} }
          timeout 60
          output {% $states.result.Payload %}
          retry States.ALL every 1 s x2 max 3
        First: task function MachineFirst
          arguments {% $states.input %}
          timeout 60
          heartbeat 30
          assign known = {% $states.result.Payload %}
          output {% $states.result.Payload.id %}
          retry Own every 1 s x2 max 3
          retry Class every 9 s x2 max 3
          next Second

        """,
        MachineSource.Read("""
            [TaskState, Retry] public void Second(Item item, Item known) { }
            [TaskState(Next = nameof(Second), HeartbeatSeconds = 30, Assign = "known", Output = "$states.result.Payload.id"), Retry("Own")] public Item First(Item item) => item;
            """, "[StateMachine, Retry(\"Class\", IntervalSeconds = 9)]"));

    [Fact]
    public void Wrap_puts_the_main_path_into_one_branch() => Assert.Equal(
        """
        start Main
        Main: parallel
          output {% $states.result[0] %}
          catch States.ALL -> Alert
            start Route
            Route: choice
              when {% $states.input.count > 1 %} -> Done
              otherwise Done
            Done: succeed
        Alert: pass
          next Failed
        Failed: fail
          error {% $states.input.Error %}
          cause {% $states.input.Cause != null ? $states.input.Cause : null %}

        """,
        MachineSource.Read("""
            private static State Route => State.Choice().When((Item item) => item.Count > 1, nameof(Done)).Otherwise(nameof(Done));
            private static State Done => State.Succeed();
            private static State Alert => State.Pass().Next(nameof(Failed));
            private static State Failed => State.Fail((StateError e) => e.Error, (StateError e) => e.Cause);
            """, "[StateMachine, CatchAll(Next = nameof(Alert), Wrap = true)]"));

    [Theory]
    [InlineData("[StateMachine]", 86_400, "Error", "Standard")]
    [InlineData("[StateMachine(Type = WorkflowType.Express)]", 300, "All", "Express")]
    [InlineData("[StateMachine(TimeoutSeconds = 5, LogLevel = StateMachineLogLevel.Off)]", 5, "Off", "Standard")]
    public void Settings_have_the_documented_defaults(string attribute, int timeout, string level, string type)
    {
        var machine = MachineSource.Machine("[TaskState] public Item A(Item item) => item;", attribute);

        Assert.Equal((timeout, level, type, false, 30), (machine.TimeoutSeconds, machine.LogLevel.ToString(), machine.Type.ToString(), machine.LogExecutionData, machine.LogRetentionDays));
    }
}
