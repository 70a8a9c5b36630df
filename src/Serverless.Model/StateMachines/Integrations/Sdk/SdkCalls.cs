namespace Serverless.Model;

/// <summary>
/// `aws-sdk:service:action`: what is known of a call. First the exceptions; then the optimised integration of the same call, which needs the
/// same; then the catalogue of IAM, where an action of the call's name allows it.
/// </summary>
internal static class SdkCalls
{
    private static readonly Dictionary<string, SdkCall> Exceptions = new[]
    {
        S3Calls.All, DynamoDbCalls.All, SqsCalls.All, KmsCalls.All, SchedulerCalls.All, SecretCalls.All, OtherCalls.All,
    }.SelectMany(static calls => calls).ToDictionary(static call => call.Name, StringComparer.Ordinal);

    /// <summary>SDK services under the name that their optimised integrations have, where both call the same API with the same arguments.</summary>
    private static readonly Dictionary<string, string> Twins = new(StringComparer.Ordinal)
    {
        ["athena"] = "athena", ["batch"] = "batch", ["bedrock"] = "bedrock", ["codebuild"] = "codebuild", ["databrew"] = "databrew", ["dynamodb"] = "dynamodb",
        ["ecs"] = "ecs", ["eks"] = "eks", ["emrcontainers"] = "emr-containers", ["emrserverless"] = "emr-serverless", ["eventbridge"] = "events", ["glue"] = "glue",
        ["lambda"] = "lambda", ["mediaconvert"] = "mediaconvert", ["sagemaker"] = "sagemaker", ["sfn"] = "states", ["sns"] = "sns", ["sqs"] = "sqs",
    };

    /// <summary>All calls that are exceptions.</summary>
    public static IEnumerable<SdkCall> All => Exceptions.Values;

    /// <summary>The exception for a call; null when there is none.</summary>
    public static SdkCall? Find(string service, string action) => Exceptions.TryGetValue(service + ":" + action, out var call) ? call : null;

    /// <summary>The optimised integration of the same call; null when there is none.</summary>
    public static OptimizedIntegration? FindTwin(string service, string action) =>
        Twins.TryGetValue(service, out var twin) && action is not ("runJob" or "call") ? OptimizedIntegrations.Find(twin + ":" + action) : null;

    /// <summary>The action of IAM with the call's name; null when the catalogue has none, which says nothing of the call.</summary>
    public static IamAction? FindAction(string service, string action) =>
        IamCatalogue.TryFindSdkService(service, out var prefix) && prefix is not null ? IamCatalogue.FindAction(prefix, action) : null;

    /// <summary>Names of calls of a service that are known here, in the casing of Step Functions.</summary>
    public static IEnumerable<string> KnownActions(string service)
    {
        var known = Exceptions.Values.Where(call => call.Service == service).Select(static call => call.Action);
        return IamCatalogue.TryFindSdkService(service, out var prefix) && prefix is not null && IamCatalogue.Find(prefix) is { } iam
            ? known.Concat(iam.Actions.Select(static action => char.ToLowerInvariant(action.Name[0]) + action.Name.Substring(1)))
            : known;
    }

    /// <summary>What the role needs for a call.</summary>
    public static RoleStatement[] StatementsOf(string service, string action)
    {
        if (Find(service, action) is { } exception)
            return exception.Statements;
        return FindTwin(service, action) is { } twin ? twin.Statements : SdkStatements.Of(service, action);
    }
}
