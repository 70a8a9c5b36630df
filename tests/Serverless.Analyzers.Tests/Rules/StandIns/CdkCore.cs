// Stand-ins for the public shapes of the CDK that the rules recognise by name. Bodies do nothing.
namespace Amazon.CDK
{
    public class Duration
    {
        private Duration() { }
        public static Duration Seconds(double amount) => new();
        public static Duration Minutes(double amount) => new();
    }
}
