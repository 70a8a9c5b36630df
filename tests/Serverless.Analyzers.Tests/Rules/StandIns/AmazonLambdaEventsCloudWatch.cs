// Stand-ins for the shapes of Amazon.Lambda.CloudWatchEvents that the rules recognise by name.
#nullable disable
using System;
using System.Collections.Generic;

namespace Amazon.Lambda.CloudWatchEvents
{
    public class CloudWatchEvent<T>
    {
        public string Version { get; set; }
        public string Account { get; set; }
        public string Region { get; set; }
        public T Detail { get; set; }
        public string DetailType { get; set; }
        public string Source { get; set; }
        public DateTime Time { get; set; }
        public string Id { get; set; }
        public List<string> Resources { get; set; }
    }
}

namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents
{
    public class ScheduledEvent : CloudWatchEvent<Detail>
    {
    }

    public class Detail
    {
    }
}

namespace Amazon.Lambda.CloudWatchEvents.S3Events
{
    public class S3ObjectCreateEvent : CloudWatchEvent<S3ObjectCreate> {}

    public class S3ObjectCreate : S3ObjectEventDetails
    {
        public string SourceIpAddress { get; set; }
        public string Reason { get; set; }
    }

    public class S3ObjectEventDetails
    {
        public string Version { get; set; }
        public Bucket Bucket { get; set; }
        public S3Object Object { get; set; }
        public string RequestId { get; set; }
        public string Requester { get; set; }
    }

    public class Bucket
    {
        public string Name { get; set; }
    }

    public class S3Object
    {
        public string Key { get; set; }
        public long Size { get; set; }
        public string ETag { get; set; }
        public string VersionId { get; set; }
        public string Sequencer { get; set; }
    }
}
