namespace Serverless.StepFunctions.Local;

/// <summary>Names of the errors that Step Functions itself reports.</summary>
internal static class ErrorNames
{
    public const string All = "States.ALL";
    public const string TaskFailed = "States.TaskFailed";
    public const string Timeout = "States.Timeout";
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";
    public const string ParameterPathFailure = "States.ParameterPathFailure";
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    public const string NoChoiceMatched = "States.NoChoiceMatched";
    public const string IntrinsicFailure = "States.IntrinsicFailure";
    public const string QueryEvaluationError = "States.QueryEvaluationError";
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";
    public const string ItemReaderFailed = "States.ItemReaderFailed";
    public const string ResultWriterFailed = "States.ResultWriterFailed";
    public const string DataLimitExceeded = "States.DataLimitExceeded";
    public const string Runtime = "States.Runtime";

    /// <summary>True when a retrier or catcher with these names means the error.</summary>
    /// <param name="names">`ErrorEquals`.</param>
    /// <param name="failure">The error.</param>
    public static bool Match(IReadOnlyList<string> names, StateFailure failure)
    {
        // Nothing means an error of the machine itself.
        if (failure.Error == Runtime)
            return false;
        foreach (var name in names)
        {
            if (name == failure.Error || name == failure.Alias)
                return true;
            if (failure.Error == DataLimitExceeded)
                continue;
            if (name == All || (name == TaskFailed && failure.Error is not (Timeout or HeartbeatTimeout)))
                return true;
        }

        return false;
    }
}
