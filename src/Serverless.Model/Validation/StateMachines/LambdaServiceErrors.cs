namespace Serverless.Model.Validation.StateMachines;

/// <summary>Errors of Lambda itself, and of those who speak to it. A retrier for one of them shows that somebody has thought of them.</summary>
internal static class LambdaServiceErrors
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.ClientExecutionTimeoutException", "Lambda.TooManyRequestsException",
        "Lambda.Unknown", "States.ALL", "States.TaskFailed",
    };

    /// <summary>True for one of them, and for the names that stand for all.</summary>
    public static bool Has(string error) => Names.Contains(error);
}
