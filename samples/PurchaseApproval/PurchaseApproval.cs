using Serverless;
using Serverless.StepFunctions;

namespace Purchasing;

/// <summary>Buys what was ordered; above ten thousand euros somebody has to agree first.</summary>
[StateMachine(StartAt = nameof(Route), TimeoutSeconds = 14 * 24 * 3600)]
[HttpRoute("POST /purchases", Api = typeof(PurchasingApi), Authorizer = Authorizers.Iam)]
public sealed class PurchaseApproval(Shelves shelves)
{
    private static State Route => State.Choice()
        .When((Purchase purchase) => purchase.Id.StartsWith("TEST-"), nameof(Skipped))
        .When((Purchase purchase) => purchase.Total > 10_000, nameof(AskHuman))
        .Otherwise(nameof(Cool))
        .Set("order", (Purchase purchase) => purchase);

    /// <summary>Waits up to a week for a decision. Whoever works on it says once a day that it is not forgotten.</summary>
    [Catch("States.Timeout", "States.HeartbeatTimeout", Next = nameof(Forgotten))]
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

    /// <summary>A quarter of an hour to think better of it.</summary>
    private static State Cool => State.Wait(TimeSpan.FromMinutes(15)).Next(nameof(PickAll));

    private static State PickAll => State.Map((Purchase order) => order.Skus, nameof(Pick)).MaxConcurrency(5).Next(nameof(Done));

    /// <summary>Takes one article from its shelf.</summary>
    [TaskState(TimeoutSeconds = 20)]
    [Retry(typeof(TimeoutException), MaxAttempts = 5)]
    public string Pick(string sku) => shelves.Take(sku);

    private static State Done => State.Succeed((string[] picked, Purchase order) => new { id = order.Id, picked });

    private static State Skipped => State.Pass((Purchase purchase) => new { id = purchase.Id, skipped = true });

    private static State Rejected => State.Fail((Decision decision) => "Rejected", (Decision decision) => $"by {decision.By}");

    private static State Forgotten => State.Fail("Forgotten", "Nobody decided in time.");
}
