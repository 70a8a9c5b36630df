namespace Serverless.Model;

internal enum TaskResourceKind
{
    /// <summary>`dynamodb:putItem`: an integration of Step Functions' own, or what looks like one.</summary>
    Optimized,

    /// <summary>`aws-sdk:service:action`.</summary>
    AwsSdk,
}

/// <summary>The resource of a Task as in the Amazon States Language, taken apart: `aws-sdk:sfn:startSyncExecution`, `batch:submitJob.sync`.</summary>
/// <param name="Text">The tail of the ARN, as written.</param>
/// <param name="Kind">The family.</param>
/// <param name="Service">`batch`; of the SDK the service after `aws-sdk:`.</param>
/// <param name="Action">`submitJob`; empty when there is none.</param>
/// <param name="Pattern">How it is called.</param>
internal sealed record TaskResource(string Text, TaskResourceKind Kind, string Service, string Action, IntegrationPatterns Pattern)
{
    public const string Sync = ".sync";
    public const string Sync2 = ".sync:2";
    public const string Callback = ".waitForTaskToken";
    public const string Sdk = "aws-sdk";

    private const string Integration = ":states:::";

    /// <summary>`batch:submitJob`, without the pattern.</summary>
    public string Name => Text.Substring(0, Text.Length - SuffixOf(Pattern).Length);

    /// <summary>Takes the tail of an ARN apart. What is malformed has an empty service or action; nothing is refused here.</summary>
    public static TaskResource Parse(string text)
    {
        var pattern = PatternOf(text);
        var name = text.Substring(0, text.Length - SuffixOf(pattern).Length);
        var kind = name == Sdk || name.StartsWith(Sdk + ":", StringComparison.Ordinal) ? TaskResourceKind.AwsSdk : TaskResourceKind.Optimized;
        var rest = kind == TaskResourceKind.Optimized ? name : name.Substring(Math.Min(name.Length, Sdk.Length + 1));
        var colon = rest.IndexOf(':');
        return new TaskResource(text, kind, colon < 0 ? rest : rest.Substring(0, colon), colon < 0 ? "" : rest.Substring(colon + 1), pattern);
    }

    /// <summary>The integration behind a whole ARN (`arn:aws:states:::sqs:sendMessage`, of any partition), or null: a function, an activity, a placeholder.</summary>
    public static TaskResource? OfArn(string arn)
    {
        var tail = arn.StartsWith("arn:", StringComparison.Ordinal) ? arn.IndexOf(Integration, StringComparison.Ordinal) : -1;
        return tail < 0 ? null : Parse(arn.Substring(tail + Integration.Length));
    }

    /// <summary>What follows the action for a pattern; empty for a plain request.</summary>
    public static string SuffixOf(IntegrationPatterns pattern) => pattern switch
    {
        IntegrationPatterns.Sync => Sync,
        IntegrationPatterns.Sync2 => Sync2,
        IntegrationPatterns.Callback => Callback,
        _ => "",
    };

    private static IntegrationPatterns PatternOf(string text)
    {
        if (text.EndsWith(Callback, StringComparison.Ordinal))
            return IntegrationPatterns.Callback;
        if (text.EndsWith(Sync2, StringComparison.Ordinal))
            return IntegrationPatterns.Sync2;
        return text.EndsWith(Sync, StringComparison.Ordinal) ? IntegrationPatterns.Sync : IntegrationPatterns.RequestResponse;
    }
}
