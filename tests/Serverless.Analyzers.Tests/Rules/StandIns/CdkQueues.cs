// Stand-ins for queues of the CDK and the functions that they feed. Bodies do nothing.
#nullable disable
namespace Amazon.CDK.AWS.SQS
{
    public interface IQueue;

    public interface IQueueProps;

    public class QueueProps : IQueueProps
    {
        public string QueueName { get; set; }
        public Duration VisibilityTimeout { get; set; }
    }

    public class Queue : Constructs.Construct, IQueue
    {
        public Queue(Constructs.Construct scope, string id, IQueueProps props = null) : base(scope, id) { }
    }
}

namespace Amazon.CDK.AWS.Lambda
{
    public interface IEventSource;
}

namespace Amazon.CDK.AWS.Lambda.EventSources
{
    public interface ISqsEventSourceProps;

    public class SqsEventSourceProps : ISqsEventSourceProps
    {
        public double? BatchSize { get; set; }
        public bool? ReportBatchItemFailures { get; set; }
    }

    public class SqsEventSource : IEventSource
    {
        public SqsEventSource(Amazon.CDK.AWS.SQS.IQueue queue, ISqsEventSourceProps props = null) { }
    }
}
