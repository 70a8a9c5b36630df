// Stand-ins for the shapes of Amazon.Lambda.CloudWatchLogsEvents that the rules recognise by name.
#nullable disable

namespace Amazon.Lambda.CloudWatchLogsEvents
{
    public class CloudWatchLogsEvent
    {
        public Log Awslogs { get; set; }
        public class Log
        {
            public string EncodedData { get; set; }
            public string DecodeData() => null;
        }
    }
}
