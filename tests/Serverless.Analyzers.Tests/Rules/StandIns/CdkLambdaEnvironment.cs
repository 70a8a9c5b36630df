// Stand-ins for what sets the environment of a CDK function. Bodies do nothing.
namespace Amazon.CDK.AWS.Lambda
{
    public interface IEnvironmentOptions;

    public class Function(Constructs.Construct scope, string id, FunctionProps props) : Constructs.Construct(scope, id)
    {
        public FunctionProps Props { get; } = props;
        public virtual Function AddEnvironment(string key, string value, IEnvironmentOptions? options = null) => this;
    }
}
