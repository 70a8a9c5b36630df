// Stand-ins for the shapes of CDK functions that the handler recognition reads. Bodies do nothing.
namespace Amazon.CDK.AWS.Lambda
{
    public abstract class SnapStartConf
    {
        public static SnapStartConf ON_PUBLISHED_VERSIONS => null!;
    }

    public interface IFunctionProps;

    public class FunctionProps : IFunctionProps
    {
        public string? Handler { get; set; }
        public Duration? Timeout { get; set; }
        public double? MemorySize { get; set; }
        public SnapStartConf? SnapStart { get; set; }
        public System.Collections.Generic.IDictionary<string, string>? Environment { get; set; }
    }
}
