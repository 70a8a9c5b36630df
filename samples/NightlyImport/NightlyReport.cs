using Serverless;
using Serverless.StepFunctions;

namespace Imports;

/// <summary>Tells about a night. A machine of its own: it can be started again for a night of long ago.</summary>
[StateMachine(StartAt = nameof(Write), TimeoutSeconds = 600)]
public sealed class NightlyReport
{
    /// <summary>Words the report.</summary>
    [TaskState(Next = nameof(Send), TimeoutSeconds = 10)]
    public static string Write(Summary summary) => $"The sales of {summary.Day} are imported; query {summary.Query} has the figures.";

    private static State Send => State.Task("sns:publish", (string report) => new { TopicArn = "@Reports", Subject = "Nightly import", Message = report })
        .Timeout(30)
        .Output((StateInput<string> report) => new { report = report.Value });
}
