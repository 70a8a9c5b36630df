using Serverless.Analyzers.Tests.Harness;
using Serverless.Model;

namespace Serverless.Analyzers.Tests.StateMachines;

/// <summary>SVLS2306 along transitions, into branches and items, out of them, and from what services answer.</summary>
public sealed class TypeFlowTests
{
    [Fact]
    public Task The_target_of_a_catcher_gets_the_error() => MachineSource.Verify("""
        [TaskState(Next = nameof(Done)), Catch(Next = nameof(Report))] public Item Work(Item item) => item;
        [TaskState(Next = nameof(Done))] public int Report(Item {|SVLS2306:item|}) => 1;
        private static State Done => State.Succeed();
        """);

    [Fact]
    public Task A_target_that_takes_the_error_or_what_fits_it_is_fine() => MachineSource.Verify("""
        public sealed record Failure(string Error, string? Cause);
        [TaskState(Next = nameof(Done)), Catch(typeof(TimeoutException), Next = nameof(Report)), Catch("Boom", Next = nameof(Log)), Catch(Next = nameof(Any), Output = "$states.input")] public Item Work(Item item) => item;
        [TaskState] public int Report(StateError error) => 1;
        [TaskState] public int Log(Failure failure) => 1;
        [TaskState] public int Any(Item item) => 1;
        private static State Done => State.Succeed();
        """);

    [Fact]
    public Task Each_branch_of_a_parallel_has_its_parameter() => MachineSource.Verify("""
        private static State Both => State.Parallel(nameof(A), nameof(B)).Output((Item a, Item {|SVLS2306:b|}) => new { a.Id, b.Count }).Next(nameof(Done));
        [TaskState] public Item A(Item item) => item;
        [TaskState(Next = nameof(B2))] public Item B(Item item) => item;
        [TaskState] public Other B2(Item item) => new("x");
        private static State Done => State.Pass((Other {|SVLS2306:other|}) => other.Name);
        """);

    [Fact]
    public Task The_result_of_a_parallel_is_a_list() => MachineSource.Verify("""
        private static State Both => State.Parallel(nameof(A), nameof(B)).Next(nameof(Done));
        [TaskState] public Item A(Item item) => item;
        [TaskState] public Other B(Item item) => new("x");
        [TaskState] public int Done(Item {|SVLS2306:item|}) => 1;
        """);

    [Fact]
    public Task Every_branch_fits_the_elements_or_is_named() => MachineSource.Verify("""
        private static State Both => State.Parallel(nameof(A), nameof(B)).Next(nameof(Done));
        [TaskState] public Item A(Item item) => item;
        [TaskState] public Other B(Item item) => new("x");
        [TaskState] public int Done(Item[] {|SVLS2306:items|}) => 1;
        """);

    [Fact]
    public Task Results_of_items_are_a_list_of_what_the_processor_gives() => MachineSource.Verify("""
        private static State Each => State.Map((Item[] items) => items, nameof(One)).Set("names", (Item[] {|SVLS2306:results|}) => results.Length).Next(nameof(Done));
        [TaskState] public Other One(Item item) => new(item.Id);
        [TaskState(Next = nameof(Bad))] public Item Done(System.Collections.Generic.List<Other> others) => throw new NotSupportedException();
        [TaskState] public int Bad(Item item) => 1;
        """);

    [Fact]
    public Task Where_ends_differ_or_are_not_known_nothing_is_claimed() => MachineSource.Verify("""
        private static State Each => State.Map((Item[] items) => items, nameof(Route)).Next(nameof(Both));
        private static State Route => State.Choice().When((Item item) => item.Count > 1, nameof(A)).Otherwise(nameof(B));
        [TaskState] public Item A(Item item) => item;
        [TaskState] public Other B(Item item) => new("x");
        private static State Both => State.Parallel(nameof(C), nameof(D)).Output((Item c, object d) => new { c.Id, d }).Next(nameof(Last));
        private static State C => State.Task("aws-sdk:dynamodb:query", (Item[] items) => new { TableName = "@Table" });
        private static State D => State.Fail("Never");
        [TaskState] public int Last(System.Text.Json.JsonElement data) => 1;
        """);

    [Fact]
    public Task A_loop_over_branches_comes_to_an_end() => MachineSource.Verify("""
        private static State Again => State.Parallel(nameof(A)).Next(nameof(Route));
        private static State A => State.Pass();
        private static State Route => State.Choice().When((object data) => data != null, nameof(Again)).Otherwise(nameof(Done));
        private static State Done => State.Succeed();
        """, "[StateMachine(StartAt = nameof(Again))]");

    [Fact]
    public Task Lambdas_over_a_services_answer_use_its_names() => MachineSource.Verify("""
        public sealed record Sent(string MessageId);
        public sealed record Named([property: System.Text.Json.Serialization.JsonPropertyName("MessageId")] string Id);
        public sealed record Wrong([property: System.Text.Json.Serialization.JsonPropertyName("MessageID")] string? Id);
        public sealed record Other2([property: System.Text.Json.Serialization.JsonPropertyName("Receipt")] string Receipt);
        private static State A => State.Task("sns:publish", (Item item) => new { TopicArn = "@Topic", Message = "m" }).Output((Sent {|SVLS2306:sent|}) => sent.MessageId).Next(nameof(B));
        private static State B => State.Task("sns:publish", (string id) => new { TopicArn = "@Topic", Message = "m" }).Output((Named sent) => sent.Id).Next(nameof(C));
        private static State C => State.Task("sns:publish", (string id) => new { TopicArn = "@Topic", Message = "m" }).Output((Wrong {|SVLS2306:sent|}) => sent.Id).Next(nameof(D));
        private static State D => State.Task("sns:publish", (string? id) => new { TopicArn = "@Topic", Message = "m" }).Set("receipt", (Other2 {|SVLS2306:sent|}) => sent.Receipt).Next(nameof(E));
        [TaskState] public int E(Sent sent) => 1;
        """);

    [Fact]
    public async Task The_message_gives_the_services_spelling() => Assert.Equal(
        "'A' takes 'Sent', but 'sns:publish' gives an object of 'MessageId', 'SequenceNumber': it has no 'messageId', but 'MessageId': put [JsonPropertyName(\"MessageId\")] on 'MessageId'",
        await MachineSource.Message("""
            public sealed record Sent(string MessageId);
            private static State A => State.Task("sns:publish", (Item item) => new { TopicArn = "@Topic", Message = "m" }).Output((Sent sent) => sent.MessageId);
            """));

    [Fact]
    public Task An_item_of_DynamoDB_holds_attribute_values() => MachineSource.Verify("""
        public sealed record Text([property: System.Text.Json.Serialization.JsonPropertyName("S")] string Value);
        public sealed record Row(string Id);
        public sealed record Found([property: System.Text.Json.Serialization.JsonPropertyName("Item")] Row Item);
        public sealed record Raw(Text Id);
        public sealed record Right([property: System.Text.Json.Serialization.JsonPropertyName("Item")] Raw? Item);
        public sealed record Free([property: System.Text.Json.Serialization.JsonPropertyName("Item")] System.Collections.Generic.Dictionary<string, System.Text.Json.JsonElement>? Item);
        private static State A => State.Task("dynamodb:getItem", (Item item) => new { TableName = "@Table", Key = new { id = new { S = item.Id } } }).Output((Found {|SVLS2306:found|}) => found.Item.Id).Next(nameof(B));
        private static State B => State.Task("dynamodb:getItem", (string id) => new { TableName = "@Table", Key = new { id = new { S = id } } }).Output((Right found) => found.Item!.Id.Value).Next(nameof(C));
        private static State C => State.Task("dynamodb:getItem", (string id) => new { TableName = "@Table", Key = new { id = new { S = id } } }).Output((Free found) => found.Item);
        """);

    [Fact]
    public Task A_variable_keeps_the_answer_it_received() => MachineSource.Verify("""
        public sealed record Sent(string MessageId);
        private static State A => State.Task("sns:publish", (Item item) => new { TopicArn = "@Topic", Message = "m" }).Assign("sent").Next(nameof(B));
        private static State B => State.Pass((Sent {|SVLS2306:sent|}) => sent.MessageId).Next(nameof(C));
        private static State C => State.Pass((System.Text.Json.JsonElement sent) => sent);
        """);

    [Fact]
    public Task The_answer_to_a_token_is_whatever_the_answerer_sends() => MachineSource.Verify("""
        private static State A => State.Task("sns:publish.waitForTaskToken", (Item item, TaskToken token) => new { TopicArn = "@Topic", Message = new { token } }).Output((Other other) => other.Name);
        """);

    [Fact]
    public void Known_results_are_of_integrations_that_exist()
    {
        Assert.All(ResultShapes.Resources, static resource => Assert.NotNull(OptimizedIntegrations.Find(TaskResource.Parse(resource).Name)));
        Assert.True(ResultShapes.Resources.Count() > 20);
        Assert.Null(ResultShapes.Find("sqs:sendMessage.waitForTaskToken"));
    }
}
