// Stand-ins for what sets the environment of a CDK function. Bodies do nothing.
namespace Amazon.CDK.AWS.Lambda
{
    public interface IEnvironmentOptions;

    public class Function : Constructs.Construct
    {
        public Function(Constructs.Construct scope, string id, IFunctionProps props) : base(scope, id) { }
        public virtual void AddEventSource(IEventSource source) { }
        public virtual Function AddEnvironment(string key, string value, IEnvironmentOptions? options = null) => this;
    }
}
