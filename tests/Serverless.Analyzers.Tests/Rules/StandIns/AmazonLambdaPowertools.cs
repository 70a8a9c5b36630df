// Stand-ins for the aspects, the batch processor and the resolvers of Powertools. Bodies do nothing.
using System;
using System.Threading;
using System.Threading.Tasks;
using Amazon.Lambda.SQSEvents;

namespace AWS.Lambda.Powertools.Tracing
{
    [AttributeUsage(AttributeTargets.Method)]
    public class TracingAttribute : Attribute
    {
        public string? SegmentName { get; set; }
    }
}

namespace AWS.Lambda.Powertools.Metrics
{
    [AttributeUsage(AttributeTargets.Method)]
    public class MetricsAttribute : Attribute
    {
        public bool CaptureColdStart { get; set; }
    }
}

namespace AWS.Lambda.Powertools.Idempotency
{
    [AttributeUsage(AttributeTargets.Method)]
    public class IdempotentAttribute : Attribute;
}

namespace AWS.Lambda.Powertools.BatchProcessing
{
    [AttributeUsage(AttributeTargets.Method)]
    public class BatchProcessorAttribute : Attribute
    {
        public Type? RecordHandler { get; set; }
    }

    public class RecordHandlerResult
    {
        public static RecordHandlerResult None { get; } = new();
        public object? Data { get; init; }
    }

    public interface IRecordHandler<in T>
    {
        Task<RecordHandlerResult> HandleAsync(T record, CancellationToken cancellationToken);
    }
}

namespace AWS.Lambda.Powertools.BatchProcessing.Sqs
{
    public interface ISqsRecordHandler : IRecordHandler<SQSEvent.SQSMessage>;
}

namespace AWS.Lambda.Powertools.EventHandler.Resolvers
{
    public class BedrockAgentFunctionResolver
    {
        public BedrockAgentFunctionResolver Tool(string name, Delegate handler) => this;
        public BedrockAgentFunctionResolver Tool(string name, string description, Delegate handler) => this;
    }
}
