namespace Serverless.Model;

/// <summary>
/// Results of the common integrations by resource: the response of the service in PascalCase, and with `.sync` the description of the job
/// that has ended. A resource that is not here has a result of which nothing is known.
/// </summary>
internal static class ResultShapes
{
    private const string Metadata = " SdkHttpMetadata SdkResponseMetadata";

    private const string Execution =
        "ExecutionArn StateMachineArn StateMachineVersionArn StateMachineAliasArn Name Status StartDate StopDate Input InputDetails Output OutputDetails TraceHeader MapRunArn Error Cause "
        + "RedriveCount RedriveDate RedriveStatus RedriveStatusReason" + Metadata;

    private const string EcsTask =
        "Attachments Attributes AvailabilityZone CapacityProviderName ClusterArn Connectivity ConnectivityAt ContainerInstanceArn Containers Cpu CreatedAt DesiredStatus EnableExecuteCommand EphemeralStorage "
        + "ExecutionStoppedAt FargateEphemeralStorage Group HealthStatus InferenceAccelerators LastStatus LaunchType Memory Overrides PlatformFamily PlatformVersion PullStartedAt PullStoppedAt StartedAt StartedBy "
        + "StopCode StoppedAt StoppedReason StoppingAt Tags TaskArn TaskDefinitionArn Version" + Metadata;

    private const string BatchJob =
        "ArrayProperties Attempts ConsumableResourceProperties Container CreatedAt DependsOn EcsProperties EksAttempts EksProperties IsCancelled IsTerminated JobArn JobDefinition JobId JobName JobQueue NodeDetails "
        + "NodeProperties Parameters PlatformCapabilities PropagateTags RetryStrategy SchedulingPriority ShareIdentifier StartedAt Status StatusReason StoppedAt Tags Timeout" + Metadata;

    private const string GlueRun =
        "AllocatedCapacity Arguments Attempt CompletedOn DPUSeconds ErrorMessage ExecutionClass ExecutionRoleSessionPolicy ExecutionTime GlueVersion Id JobMode JobName JobRunQueuingEnabled JobRunState LastModifiedOn "
        + "LogGroupName MaintenanceWindow MaxCapacity NotificationProperty NumberOfWorkers PredecessorRuns PreviousRunId ProfileName SecurityConfiguration StartedOn StateDetail Timeout TriggerName WorkerType" + Metadata;

    private static readonly Dictionary<string, ResultShape> ByResource = new(StringComparer.Ordinal)
    {
        ["sqs:sendMessage"] = ResultShape.Of("MessageId MD5OfMessageBody MD5OfMessageAttributes MD5OfMessageSystemAttributes SequenceNumber" + Metadata),
        ["sns:publish"] = ResultShape.Of("MessageId SequenceNumber" + Metadata),
        ["dynamodb:getItem"] = ResultShape.Of("ConsumedCapacity" + Metadata, "Item"),
        ["dynamodb:putItem"] = Written(),
        ["dynamodb:updateItem"] = Written(),
        ["dynamodb:deleteItem"] = Written(),
        ["lambda:invoke"] = ResultShape.Of("ExecutedVersion FunctionError LogResult Payload StatusCode" + Metadata),
        ["states:startExecution"] = ResultShape.Of("ExecutionArn StartDate" + Metadata),
        ["states:startExecution.sync"] = ResultShape.Of(Execution),
        ["states:startExecution.sync:2"] = ResultShape.Of(Execution),
        ["batch:submitJob"] = ResultShape.Of("JobArn JobId JobName" + Metadata),
        ["batch:submitJob.sync"] = ResultShape.Of(BatchJob),
        ["glue:startJobRun"] = ResultShape.Of("JobRunId" + Metadata),
        ["glue:startJobRun.sync"] = ResultShape.Of(GlueRun),
        ["ecs:runTask"] = ResultShape.Of("Tasks Failures" + Metadata),
        ["ecs:runTask.sync"] = ResultShape.Of(EcsTask),
        ["athena:startQueryExecution"] = ResultShape.Of("QueryExecutionId" + Metadata),
        ["athena:startQueryExecution.sync"] = ResultShape.Of("QueryExecution" + Metadata),
        ["athena:getQueryExecution"] = ResultShape.Of("QueryExecution" + Metadata),
        ["athena:getQueryResults"] = ResultShape.Of("NextToken ResultSet UpdateCount" + Metadata),
        ["events:putEvents"] = ResultShape.Of("Entries FailedEntryCount" + Metadata),
        ["codebuild:startBuild"] = ResultShape.Of("Build" + Metadata),
        ["codebuild:startBuild.sync"] = ResultShape.Of("Build" + Metadata),
        ["http:invoke"] = ResultShape.Of("Headers ResponseBody StatusCode StatusText"),
        ["apigateway:invoke"] = ResultShape.Of("Headers ResponseBody StatusCode StatusText"),
    };

    /// <summary>Every resource with a known result.</summary>
    public static IEnumerable<string> Resources => ByResource.Keys;

    /// <summary>The result of a resource, `sqs:sendMessage`, or null. What answers a task token is the answerer's choice, so a callback has none.</summary>
    public static ResultShape? Find(string? resource) => resource is not null && ByResource.TryGetValue(resource, out var shape) ? shape : null;

    private static ResultShape Written() => ResultShape.Of("ConsumedCapacity ItemCollectionMetrics" + Metadata, "Attributes");
}
