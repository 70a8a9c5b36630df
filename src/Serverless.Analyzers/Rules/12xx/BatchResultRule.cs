using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1207: a batch call whose failed entries nobody looks at. DeleteObjects is not among them: the SDK turns its errors into an exception.
/// </summary>
internal sealed class BatchResultRule : HazardRule
{
    /// <summary>The operation, its service, the member that says what failed, and another from which it can be computed.</summary>
    private static readonly Dictionary<string, (string Service, string Member, string? Other)> Batches = new(StringComparer.Ordinal)
    {
        ["BatchWriteItemAsync"] = ("DynamoDBv2", "UnprocessedItems", null),
        ["BatchGetItemAsync"] = ("DynamoDBv2", "UnprocessedKeys", null),
        ["SendMessageBatchAsync"] = ("SQS", "Failed", "Successful"),
        ["DeleteMessageBatchAsync"] = ("SQS", "Failed", "Successful"),
        ["ChangeMessageVisibilityBatchAsync"] = ("SQS", "Failed", "Successful"),
        ["PublishBatchAsync"] = ("SimpleNotificationService", "Failed", "Successful"),
        ["PutRecordsAsync"] = ("Kinesis", "FailedRecordCount", "Records"),
        ["PutRecordBatchAsync"] = ("KinesisFirehose", "FailedPutCount", "RequestResponses"),
        ["PutEventsAsync"] = ("EventBridge", "FailedEntryCount", "Entries"),
        ["PutTargetsAsync"] = ("EventBridge", "FailedEntryCount", "FailedEntries"),
    };

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(EventRules.BatchResultIgnored);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls((context, call) => Analyze(context, call, model), Batches.Keys.ToArray());

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var (service, member, other) = Batches[call.TargetMethod.Name];
        if (!call.IsOf(service) || !Ignores(CallResult.Of(call), call, member, other, context.CancellationToken))
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is not { } reached)
            return;
        var properties = ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Member, member);
        context.ReportDiagnostic(HazardReporting.Create(
            EventRules.BatchResultIgnored, call.Syntax.GetLocation(), DiagnosticSeverity.Warning, reached, properties, AwsCalls.OperationOf(call.TargetMethod), member, reached.Chain));
    }

    private static bool Ignores(CallResult result, IInvocationOperation call, string member, string? other, CancellationToken cancellationToken)
    {
        switch (result.Use)
        {
            case ResultUse.Discarded:
                return true;
            case ResultUse.Member:
                return result.Member?.Member.Name is { } read && read != member && read != other;
            case ResultUse.Local when result.Local is { } local && call.SemanticModel is { } semantics:
                var reads = LocalReads.Of(local, call.Syntax, semantics, cancellationToken);
                return !reads.Escapes && !reads.Reads(member) && (other is null || !reads.Reads(other));
            default:
                return false;
        }
    }
}
