using Serverless.StepFunctions;

namespace Serverless.Annotations.Tests.Listings;

/// <summary>Every factory and every member of the builder once.</summary>
[StateMachine("Every", StartAt = nameof(Plain), LogLevel = StateMachineLogLevel.All, QueryLanguage = QueryLanguage.JSONata)]
[Retry("States.Timeout")]
public sealed class EveryState
{
    public sealed record Job(string Id, int[] Numbers, TimeSpan Pause, DateTimeOffset Due);

    private static State Plain => State.Task(Integration.Sns.Publish).Named("Publish").Raw("""{ "Comment": "x" }""").Next(nameof(Called));

    private static State Called => State.Function<EveryState>(nameof(Work)).Timeout(5).Credentials("@Role").Assign("answer").Next(nameof(CalledWith));

    private static State CalledWith => State.Function<EveryState>(nameof(Work), (Job job) => new { job.Id }).Output((int result, StateInput<Job> job) => job.Value.Id).Next(nameof(Nested));

    private static State Nested => State.Execution<Quote>().Timeout(60).Next(nameof(NestedWith));

    private static State NestedWith => State.Execution<Quote>((Job job) => new { job.Id }).NoWait().Next(nameof(Same));

    private static State Same => State.Pass().Set("now", () => DateTimeOffset.UtcNow).Next(nameof(Computed));

    private static State Computed => State.Pass((Job job) => new { millis = Jsonata.Value<long>("$millis()") }).Next(nameof(Choose));

    private static State Choose => State.Choice().When((Job job) => job.Numbers.Length == 0, nameof(Fine)).Otherwise(nameof(Short)).Named("Choose one");

    private static State Short => State.Wait(TimeSpan.FromSeconds(1)).Next(nameof(Long));

    private static State Long => State.Wait((Job job) => job.Pause).Next(nameof(Until));

    private static State Until => State.WaitUntil((Job job) => job.Due).Next(nameof(Both));

    private static State Both => State.Parallel(nameof(Fine), nameof(FineWith)).Arguments((Job job) => job.Numbers).Assign("one", "two").Output((string one, string two) => one + two).Next(nameof(Each));

    private static State Each => State.Map((Job job) => job.Numbers, nameof(Fine)).Select((int number, int index) => new { number, index }).MaxConcurrency(2).Next(nameof(EachObject));

    private static State EachObject => State.MapObjects("@Bucket", "in/", nameof(Fine)).Distributed(WorkflowType.Express, "objects").Batch(10, 1024).Tolerate(5, 3).WriteResults("@Bucket", "out/").Next(nameof(EachLine));

    private static State EachLine => State.MapFile("@Bucket", "list.csv", ItemFormat.Csv, nameof(Fine)).Distributed().Next(nameof(Fine));

    private static State Fine => State.Succeed();

    private static State FineWith => State.Succeed((Job job) => job.Id);

    private static State Bad => State.Fail("Bad");

    private static State BadWith => State.Fail("Bad", "cause");

    private static State BadComputed => State.Fail((StateError error) => error.Error);

    private static State BadCause => State.Fail("Bad", (StateError error) => error.Cause);

    [ServerlessFunction(Timeout = 20)]
    [TaskState("work", WaitForTaskToken = true, HeartbeatSeconds = 10)]
    public int Work([BindVariable] Job job, [BindExecutionInput] Job original, TaskToken token) => job.Numbers.Length + original.Numbers.Length + token.Value.Length;
}
