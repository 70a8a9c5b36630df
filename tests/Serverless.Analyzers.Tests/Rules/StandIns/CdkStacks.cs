// Stand-ins for stacks, state machines and policies of the CDK. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;

namespace Constructs
{
    public class Construct(Construct scope, string id)
    {
        public Construct Scope { get; } = scope;
        public string Id { get; } = id;
    }
}

namespace Amazon.CDK
{
    public interface IStackProps;

    public class Stack(Constructs.Construct scope = null, string id = null, IStackProps props = null) : Constructs.Construct(scope, id);
}

namespace Amazon.CDK.AWS.StepFunctions
{
    public interface IRetryProps;

    public abstract class TaskStateBase : Constructs.Construct
    {
        protected TaskStateBase(Constructs.Construct scope, string id)
            : base(scope, id)
        {
        }

        public virtual TaskStateBase AddRetry(IRetryProps props = null) => this;
    }

    public class Timeout
    {
        private Timeout() { }
        public static Timeout At(string path) => new();
        public static Timeout Duration(Amazon.CDK.Duration duration) => new();
    }

    public enum IntegrationPattern { REQUEST_RESPONSE, RUN_JOB, WAIT_FOR_TASK_TOKEN }

    public interface ITaskStateBaseOptions
    {
        Duration Heartbeat { get; }
        Timeout HeartbeatTimeout { get; }
        IntegrationPattern? IntegrationPattern { get; }
        Timeout TaskTimeout { get; }
        Duration Timeout { get; }
    }

    public interface ITaskStateBaseProps : ITaskStateBaseOptions;

    public interface IStateMachineProps;

    public class StateMachineProps : IStateMachineProps
    {
        public string StateMachineName { get; set; }
        public Duration Timeout { get; set; }
    }

    public class StateMachine(Constructs.Construct scope, string id, IStateMachineProps props) : Constructs.Construct(scope, id)
    {
    }
}

namespace Amazon.CDK.AWS.StepFunctions.Tasks
{
    public interface ILambdaInvokeProps : ITaskStateBaseProps
    {
        object LambdaFunction { get; }
    }

    public class LambdaInvokeProps : ILambdaInvokeProps
    {
        public object LambdaFunction { get; set; }
        public string Comment { get; set; }
        public Duration Heartbeat { get; set; }
        public Timeout HeartbeatTimeout { get; set; }
        public IntegrationPattern? IntegrationPattern { get; set; }
        public bool? RetryOnServiceExceptions { get; set; }
        public Timeout TaskTimeout { get; set; }
        public Duration Timeout { get; set; }
    }

    public class LambdaInvoke(Constructs.Construct scope, string id, ILambdaInvokeProps props) : TaskStateBase(scope, id);
}

namespace Amazon.CDK.AWS.IAM
{
    public enum Effect { ALLOW, DENY }

    public interface IPrincipal;

    public interface IManagedPolicy;

    public class AccountRootPrincipal : IPrincipal;

    public interface IPolicyStatementProps;

    public class PolicyStatementProps : IPolicyStatementProps
    {
        public string[] Actions { get; set; }
        public Effect? Effect { get; set; }
        public string[] NotActions { get; set; }
        public IPrincipal[] Principals { get; set; }
        public string[] Resources { get; set; }
        public string Sid { get; set; }
    }

    public class PolicyStatement(IPolicyStatementProps props = null)
    {
        public void AddActions(params string[] actions) { }
    }

    public class ManagedPolicy
    {
        private ManagedPolicy() { }
        public static IManagedPolicy FromAwsManagedPolicyName(string managedPolicyName) => null;
    }
}
