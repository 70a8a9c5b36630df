using Serverless.StepFunctions;

namespace Serverless.Annotations.Tests.Listings;

/// <summary>Choice, Wait, Map and human approval.</summary>
[StateMachine(StartAt = nameof(Route), TimeoutSeconds = 14 * 24 * 3600)]
public sealed class PurchaseApproval
{
    public sealed record Purchase(string Id, decimal Total, string[] Skus);

    public sealed record Decision(bool Approved, string By);

    private static State Route => State.Choice()
        .When((Purchase purchase) => purchase.Total > 10_000m, nameof(AskHuman))
        .When((Purchase purchase) => purchase.Id.StartsWith("TEST-"), nameof(Skipped))
        .Otherwise(nameof(Cool))
        .Set("order", (Purchase purchase) => purchase);

    private static State AskHuman => State.Task("sqs:sendMessage.waitForTaskToken", (Purchase purchase, TaskToken token) => new
        {
            QueueUrl = "@Approvals",
            MessageBody = new { token, id = purchase.Id, total = purchase.Total },
        })
        .Timeout(7 * 24 * 3600).Heartbeat(24 * 3600)
        .Next(nameof(Decide));

    private static State Decide => State.Choice()
        .When((Decision decision) => decision.Approved, nameof(Cool))
        .Otherwise(nameof(Rejected));

    private static State Cool => State.Wait(TimeSpan.FromMinutes(15)).Next(nameof(PickAll));

    private static State PickAll => State.Map((Purchase order) => order.Skus, nameof(Pick)).MaxConcurrency(5).Next(nameof(Done));

    [TaskState(TimeoutSeconds = 20)]
    [Retry(typeof(TimeoutException), MaxAttempts = 5)]
    public Task<string> Pick(string sku, CancellationToken deadline) => Task.FromResult(sku);

    private static State Done => State.Succeed();

    private static State Skipped => State.Pass((Purchase purchase) => new { id = purchase.Id, skipped = true });

    private static State Rejected => State.Fail((Decision decision) => "Rejected", (Decision decision) => $"by {decision.By}");

    [Retry("States.Timeout", "Custom", IntervalSeconds = 2, MaxDelaySeconds = 60, Jitter = JitterStrategy.None)]
    [Retry]
    [Catch(typeof(TimeoutException), Next = nameof(Rejected), Assign = "error")]
    [Catch(Next = nameof(Rejected))]
    private static State Checked => State.Task(Integration.Batch.SubmitJobSync);
}
