using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Retriers. The recommended one covers Lambda's own passing faults, which have nothing to do with the user's code.</summary>
internal static class FailureRules
{
    private static readonly RetryRule LambdaServiceErrors = new(
        EquatableArray.Of("Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException"),
        IntervalSeconds: 2,
        MaxAttempts: 6,
        BackoffRate: 2,
        FullJitter: false);

    public static JsonNode ServiceErrors() => Retrier(LambdaServiceErrors);

    public static JsonNode Retrier(RetryRule rule) => new JsonObject
    {
        { "ErrorEquals", new JsonArray(rule.Errors.Select(static error => (JsonNode)new JsonString(error))) },
        { "IntervalSeconds", rule.IntervalSeconds },
        { "MaxAttempts", rule.MaxAttempts },
        { "BackoffRate", new JsonNumber(rule.BackoffRate) },
        { "MaxDelaySeconds", rule.MaxDelaySeconds is { } delay ? new JsonNumber(delay) : null },
        { "JitterStrategy", rule.FullJitter ? new JsonString("FULL") : null },
    };
}
