// Stand-ins for the attributes of Amazon.Lambda.Annotations that describe what invokes a function.
using System;

namespace Amazon.Lambda.Annotations.ALB
{
    [AttributeUsage(AttributeTargets.Method)]
    public class ALBApiAttribute(string listenerArn, string pathPattern, int priority) : Attribute
    {
        public string ListenerArn { get; set; } = listenerArn;
        public string PathPattern { get; set; } = pathPattern;
        public int Priority { get; set; } = priority;
    }
}

namespace Amazon.Lambda.Annotations.SQS
{
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class SQSEventAttribute(string queue) : Attribute
    {
        public string Queue { get; set; } = queue;
        public uint BatchSize { get; set; }
        public uint MaximumBatchingWindowInSeconds { get; set; }
        public uint MaximumConcurrency { get; set; }
    }
}

namespace Amazon.Lambda.Annotations.SNS
{
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class SNSEventAttribute(string topic) : Attribute
    {
        public string Topic { get; set; } = topic;
    }
}

namespace Amazon.Lambda.Annotations.S3
{
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class S3EventAttribute(string bucket) : Attribute
    {
        public string Bucket { get; set; } = bucket;
    }
}

namespace Amazon.Lambda.Annotations.DynamoDB
{
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    public class DynamoDBEventAttribute(string stream) : Attribute
    {
        public string Stream { get; set; } = stream;
        public uint BatchSize { get; set; }
    }
}

namespace Amazon.Lambda.Annotations.Schedule
{
    [AttributeUsage(AttributeTargets.Method)]
    public class ScheduleEventAttribute(string schedule) : Attribute
    {
        public string Schedule { get; set; } = schedule;
    }
}
