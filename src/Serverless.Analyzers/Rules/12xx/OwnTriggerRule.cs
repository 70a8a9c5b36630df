using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS1203: the target of a write is taken from the event that triggered the function. A constant prefix in front of an object's key is the documented way out of the loop,
/// so it is left alone; a constant ending may be one, which is information.
/// </summary>
internal sealed class OwnTriggerRule : HazardRule
{
    /// <summary>What writes where: the operation, the service's namespace, the request's property, the kind of target.</summary>
    private static readonly Dictionary<string, (string Service, string Property, string Kind)[]> Writes = new(StringComparer.Ordinal)
    {
        ["PutObject"] = [("S3", "BucketName", Bucket)],
        ["CopyObject"] = [("S3", "DestinationBucket", Bucket)],
        ["Upload"] = [("Transfer", "BucketName", Bucket)],
        ["SendMessage"] = [("SQS", "QueueUrl", Queue)],
        ["SendMessageBatch"] = [("SQS", "QueueUrl", Queue)],
        ["Publish"] = [("SimpleNotificationService", "TopicArn", Topic)],
        ["PublishBatch"] = [("SimpleNotificationService", "TopicArn", Topic)],
        ["PutItem"] = [("DynamoDBv2", "TableName", Table)],
        ["UpdateItem"] = [("DynamoDBv2", "TableName", Table)],
        ["DeleteItem"] = [("DynamoDBv2", "TableName", Table)],
        ["PutRecord"] = [("Kinesis", "StreamName", Stream), ("Kinesis", "StreamARN", Stream)],
        ["PutRecords"] = [("Kinesis", "StreamName", Stream), ("Kinesis", "StreamARN", Stream)],
    };

    private const string Bucket = "bucket", Queue = "queue", Topic = "topic", Table = "table", Stream = "stream";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(EventRules.WritesOwnTrigger);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Calls((context, call) => Analyze(context, call, model), Writes.Keys.Select(static name => name + "Async").Concat(Writes.Keys).ToArray());

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        var operation = AwsCalls.OperationOf(call.TargetMethod);
        var service = AwsCalls.ServiceOf(call.TargetMethod) ?? (IsTransfer(call.TargetMethod.ContainingType) ? "Transfer" : null);
        if (service is null || Array.Find(Writes[operation], write => write.Service == service).Kind is not { } kind)
            return;
        var request = AwsRequest.Of(call);
        var cancellationToken = context.CancellationToken;
        if (!request.IsKnown || model.ReachOf(call.Syntax, cancellationToken).Handler is not { } reached)
            return;
        if (!Array.Exists(Writes[operation], write => ValueOrigins.ComesFrom(request.Value(write.Property, cancellationToken), reached, origin => IsTrigger(origin, kind), cancellationToken)))
            return;
        var severity = DiagnosticSeverity.Warning;
        if (kind == Bucket)
        {
            var key = request.Value("Key", cancellationToken) ?? request.Value("DestinationKey", cancellationToken);
            if (key is not null && ConstantText.BeginsConstant(key))
                return;
            if (key is not null && (ConstantText.EndsConstant(key) || KeyTests.Guards(call)))
                severity = DiagnosticSeverity.Info;
        }

        context.ReportAs(severity, EventRules.WritesOwnTrigger, call.Syntax, reached, operation, kind, reached.Chain, Remedy(kind));
    }

    private static string Remedy(string kind) => kind == Bucket
        ? "write to another bucket, or under a constant prefix that the trigger's filter leaves out"
        : "write to another " + kind;

    private static bool IsTransfer(INamedTypeSymbol? type) => type is { Name: "TransferUtility" or "ITransferUtility", ContainingNamespace.Name: "Transfer" };

    private static bool IsTrigger(IOperation operation, string kind) => operation is IPropertyReferenceOperation { Property: { Name: var name, ContainingType: { Name: var type } owner } } && (kind switch
    {
        Bucket => name is "Name" or "Arn" && type is "S3BucketEntity" or "Bucket" && IsLambdaEvent(owner),
        Queue => name == "EventSourceArn" && type == "SQSMessage",
        Topic => name == "TopicArn" && type == "SNSMessage",
        Table => name == "EventSourceArn" && type == "DynamodbStreamRecord",
        _ => name == "EventSourceARN" && type == "KinesisEventRecord",
    });

    private static bool IsLambdaEvent(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "S3Events", ContainingNamespace.Name: "Lambda" or "CloudWatchEvents" };
}
