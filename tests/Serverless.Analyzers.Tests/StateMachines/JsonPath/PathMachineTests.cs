using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Tests.Harness;
using Serverless.Artifacts;
using Serverless.Testing.StateMachines;
using Serverless.Testing.Tools;

namespace Serverless.Analyzers.Tests.StateMachines.JsonPath;

/// <summary>JSONPath machines written in C#: judged by the validators, and run on an independent engine with their compiled methods.</summary>
public sealed class PathMachineTests : IDisposable
{
    private const string Orders = """
        using System;
        using System.Linq;
        using System.Text.Json;
        using Serverless;
        using Serverless.StepFunctions;
        namespace Shop;
        public sealed record Line(string Sku, int Quantity);
        public sealed record Order(string Id, decimal Total, string? Coupon, Line[] Lines);
        public sealed record Payment(string Number, decimal Amount);
        public sealed record Paid(string Id, decimal Total, string? Coupon, Line[] Lines, Payment Payment);
        public sealed record Picked(string Sku, string Shelf);
        public sealed record Failed(StateError Problem);
        public sealed class CardRefusedException(string message) : System.Exception(message);

        /// <summary>Takes money and picks what was ordered.</summary>
        [StateMachine(QueryLanguage = QueryLanguage.JSONPath, StartAt = nameof(Route))]
        public sealed class Orders
        {
            private static State Route => State.Choice()
                .When((Order order) => order.Total <= 0 || order.Lines.Length == 0, nameof(Empty))
                .When((Order order) => order.Coupon != null && order.Coupon.StartsWith("FREE"), nameof(Gift))
                .Otherwise(nameof(Pay));

            [TaskState(Next = nameof(PickAll), ResultSelector = "{ \"Number.$\": \"$.number\", \"amount.$\": \"$.amount\", \"number.$\": \"States.Format('P-{}', $.number)\" }", ResultPath = "$.payment")]
            [Retry(typeof(TimeoutException), MaxAttempts = 1)]
            [Catch(typeof(CardRefusedException), Next = nameof(Refused), ResultPath = "$.problem")]
            public Payment Pay(Order order) => order.Id switch
            {
                "refused" => throw new CardRefusedException("no money"),
                "slow" => throw new TimeoutException("bank"),
                _ => new Payment(order.Id.ToUpperInvariant(), order.Total),
            };

            private static State Gift => State.Pass(() => new { number = "gift", amount = 0 }).ResultPath("$.payment").Next(nameof(PickAll));

            private static State PickAll => State.Map((Order order) => order.Lines, nameof(Pick))
                .Select((Line line, int index, StateInput<Paid> order) => new { line.Sku, index, payment = order.Value.Payment.Number })
                .MaxConcurrency(1).ResultPath("$.picked").Next(nameof(Both));

            [TaskState(TimeoutSeconds = 5)]
            public Picked Pick(JsonElement item) => new(item.GetProperty("Sku").GetString()!, item.GetProperty("payment").GetString() + "/" + item.GetProperty("index").GetInt32());

            private static State Both => State.Parallel(nameof(Count), nameof(Names))
                .Output((JsonElement counted, JsonElement names) => new { counted, names }).ResultPath("$.summary").Next(nameof(Rest));
            private static State Count => State.Pass((Paid paid) => new { lines = paid.Lines.Length, next = paid.Lines[0].Quantity + 1 });
            private static State Names => State.Pass((Paid paid) => paid.Lines.Select(l => l.Sku));
            private static State Rest => State.Wait(TimeSpan.FromSeconds(60)).Next(nameof(Done));
            private static State Done => State.Pass((JsonElement all) => new
            {
                id = all.GetProperty("id"),
                paid = all.GetProperty("payment"),
                shelves = JsonPath.Value<string[]>("$.picked[*].shelf"),
                summary = all.GetProperty("summary"),
                text = $"{all.GetProperty("id").GetString()!} is ready",
            });
            private static State Empty => State.Succeed();
            private static State Refused => State.Fail((Failed failed) => failed.Problem.Error, (Failed failed) => failed.Problem.Cause);
        }
        """;

    private readonly PathMachineEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("""{ "id": "a", "total": 0, "coupon": null, "lines": [ { "sku": "x", "quantity": 1 } ] }""", """{ "id": "a", "total": 0, "coupon": null, "lines": [ { "sku": "x", "quantity": 1 } ] }""")]
    [InlineData("""{ "id": "a", "total": 5, "lines": [] }""", """{ "id": "a", "total": 5, "lines": [] }""")]
    [InlineData(
        """{ "id": "a", "total": 5, "lines": [ { "sku": "x", "quantity": 1 }, { "sku": "y", "quantity": 4 } ] }""",
        """{ "id": "a", "paid": { "Number": "A", "amount": 5, "number": "P-A" }, "shelves": ["P-A/0", "P-A/1"], "summary": { "counted": { "lines": 2, "next": 2 }, "names": ["x", "y"] }, "text": "a is ready" }""")]
    [InlineData(
        """{ "id": "b", "total": 5, "coupon": "FREE-1", "lines": [ { "sku": "x", "quantity": 7 } ] }""",
        """{ "id": "b", "paid": { "number": "gift", "amount": 0 }, "shelves": ["gift/0"], "summary": { "counted": { "lines": 1, "next": 8 }, "names": ["x"] }, "text": "b is ready" }""")]
    public async Task A_machine_runs_with_its_methods(string input, string expected)
    {
        var run = await RunAsync(input);
        Assert.Equal((null, null), (run.Error, run.Cause));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), run.Output), run.Output?.ToJsonString());
    }

    [Theory]
    [InlineData("refused", "CardRefusedException", "no money")]
    [InlineData("slow", "TimeoutException", "bank")]
    public async Task A_failure_is_caught_by_its_type_or_ends_the_run(string id, string error, string cause)
    {
        var run = await RunAsync($$"""{ "id": "{{id}}", "total": 5, "lines": [ { "sku": "x", "quantity": 1 } ] }""");
        Assert.Equal((error, cause), (run.Error, run.Cause));
    }

    [Fact]
    public async Task No_tool_finds_a_fault_in_machines_of_every_kind()
    {
        foreach (var source in (string[])[Orders, EveryKind])
        {
            var run = GeneratorRun.Of(source);
            Assert.Equal("", run.Faults);
            var artifacts = ArtifactSet.Render(run.Application, CancellationToken.None);
            var findings = await ArtifactValidator.ValidateAsync(artifacts.Select(static artifact => KeyValuePair.Create(artifact.Path, artifact.Text)));
            Assert.DoesNotContain(findings, static finding => finding.IsError);
        }
    }

    private async Task<PathMachineResult> RunAsync(string input)
    {
        var project = TestProject.Of(Orders);
        var application = GeneratorRun.ReadModel(project);
        Assert.Empty(application.Faults.Select(static f => f.RuleId + " " + string.Join(" | ", f.Arguments)));
        var definition = JsonNode.Parse(AslRenderer.Render(Assert.Single(application.StateMachines), new ReferenceResolver(application)).ToText())!;
        using var image = new MemoryStream();
        Assert.True(project.Compile().Emit(image).Success);
        image.Position = 0;
        var type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Shop.Orders")!;
        return await _engine.RunAsync(definition, JsonNode.Parse(input), (state, payload) => Invoke(type.GetMethod(state)!, Activator.CreateInstance(type)!, payload));
    }

    private static JsonNode? Invoke(MethodInfo method, object owner, JsonNode? payload)
    {
        try
        {
            return JsonSerializer.SerializeToNode(method.Invoke(owner, [payload.Deserialize(method.GetParameters()[0].ParameterType, JsonSerializerOptions.Web)]), JsonSerializerOptions.Web);
        }
        catch (TargetInvocationException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    internal const string EveryKind = """
        using System;
        using System.Text.Json;
        using Serverless;
        using Serverless.StepFunctions;
        [assembly: TableResource("Table", "id")]
        [assembly: QueueResource("Jobs")]
        [assembly: BucketResource("Uploads")]
        namespace Paths;
        public sealed record Item(string Id, int Count, int Delay, string? Note, string[] Tags, DateTimeOffset Due, int[] Numbers);

        [StateMachine(QueryLanguage = QueryLanguage.JSONPath, StartAt = nameof(First)), CatchAll(Next = nameof(Alert), ResultPath = "$.error", Wrap = true)]
        public sealed class Kinds
        {
            [TaskState(Next = nameof(Second), InputPath = "$.item", ResultPath = "$.first", OutputPath = "$", Assign = "first")]
            public Item First(Item item) => item;
            [TaskState(Next = nameof(Put), ResultPath = "null")]
            public void Second(Item item, Item first, StateMachineContext context) { }
            private static State Put => State.Task("dynamodb:putItem", (Item item, Item first) => new { TableName = "@Table", Item = new { id = new { S = item.Id }, n = new { N = $"{first.Count}" } } })
                .ResultPath(null).Timeout((Item item) => item.Count).Next(nameof(Ask));
            private static State Ask => State.Task("sqs:sendMessage.waitForTaskToken", (Item item, TaskToken token) => new { QueueUrl = "@Jobs", MessageBody = new { token, item.Id } })
                .Timeout(3600).Heartbeat(60).ResultSelector((JsonElement answer) => new { name = answer.GetProperty("name") }).ResultPath("$.answer").Next(nameof(Call));
            private static State Call => State.Function<Kinds>(nameof(First)).InputPath("$.item").Assign("again").Set("count", (Item result) => result.Count).ResultPath("$.called").Next(nameof(Sleep));
            private static State Sleep => State.Wait((Item item) => TimeSpan.FromSeconds(item.Delay)).Set("waited", () => true).Next(nameof(Until));
            private static State Until => State.WaitUntil((Item item) => item.Due).InputPath("$.item").OutputPath("$.next").Next(nameof(Decide));
            private static State Decide => State.Choice()
                .When((Item item, int count) => item.Count > count && item.Note == "x", nameof(Many))
                .When((Item item) => item.Due < DateTimeOffset.UtcNow, nameof(Done))
                .Otherwise(nameof(Many)).Set("seen", (Item item) => item.Id);
            private static State Many => State.Map((Item item) => item.Tags, nameof(Tag)).MaxConcurrency((Item item) => item.Count).ResultPath("$.tags").Next(nameof(Files));
            private static State Tag => State.Pass((string tag, string seen) => new { tag, seen, id = Guid.NewGuid() });
            private static State Files => State.MapObjects("@Uploads", "in/", nameof(Object)).Distributed(WorkflowType.Standard, "files").Tolerate(5).ResultPath("$.files").Next(nameof(Both));
            private static State Object => State.Succeed().OutputPath("$.Key");
            private static State Both => State.Parallel(nameof(Left), nameof(Right)).Arguments((Item item) => new { item.Id, all = item }).Assign("left", "right").ResultPath("$.both").Next(nameof(Child));
            private static State Left => State.Pass((JsonElement any) => "text").ResultPath("$.left");
            private static State Right => State.Pass((JsonElement any) => new[] { 1, 2 });
            private static State Child => State.Execution<Small>((Item item) => new { item.Id }).Next(nameof(Done));
            private static State Done => State.Succeed((JsonElement all) => all.GetProperty("result"));
            private static State Alert => State.Fail((JsonElement all) => $"{all.GetProperty("error").GetProperty("Error").GetString()!}!", (StateMachineContext context) => context.ExecutionName);
        }

        [StateMachine(QueryLanguage = QueryLanguage.JSONPath, Type = WorkflowType.Express)]
        public sealed class Small
        {
            private static State Only => State.Pass((JsonElement any) => new { result = any, sum = JsonPath.Value<int>("States.MathAdd(1, 2)") });
        }
        """;
}
