// Stand-ins for the public shapes of AWS Step Functions in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.StepFunctions
{
    using Amazon.StepFunctions.Model;
    using Amazon.Runtime;

    public class AmazonStepFunctionsConfig : ClientConfig;
    public class AmazonStepFunctionsRequest : AmazonWebServiceRequest;
    public class ExecutionStatus : ConstantClass
    {
        public static readonly ExecutionStatus RUNNING = new("RUNNING");
        public static readonly ExecutionStatus SUCCEEDED = new("SUCCEEDED");
        public static readonly ExecutionStatus FAILED = new("FAILED");
        public static readonly ExecutionStatus TIMED_OUT = new("TIMED_OUT");
        public static readonly ExecutionStatus ABORTED = new("ABORTED");
        public static readonly ExecutionStatus PENDING_REDRIVE = new("PENDING_REDRIVE");
        public ExecutionStatus(string value) : base(value) { }
        public static implicit operator ExecutionStatus(string value) => new(value);
    }
    public class SyncExecutionStatus : ConstantClass
    {
        public static readonly SyncExecutionStatus SUCCEEDED = new("SUCCEEDED");
        public static readonly SyncExecutionStatus FAILED = new("FAILED");
        public static readonly SyncExecutionStatus TIMED_OUT = new("TIMED_OUT");
        public SyncExecutionStatus(string value) : base(value) { }
        public static implicit operator SyncExecutionStatus(string value) => new(value);
    }
    public interface IAmazonStepFunctions : IAmazonService, IDisposable
    {
        IStepFunctionsPaginatorFactory Paginators { get; }
        Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default);
        Task<StartSyncExecutionResponse> StartSyncExecutionAsync(StartSyncExecutionRequest request, CancellationToken cancellationToken = default);
        Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default);
        Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default);
        Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default);
        Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default);
        Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request, CancellationToken cancellationToken = default);
        Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default);
        Task<ListStateMachinesResponse> ListStateMachinesAsync(ListStateMachinesRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonStepFunctionsClient : AmazonServiceClient, IAmazonStepFunctions
    {
        public AmazonStepFunctionsClient() { }
        public AmazonStepFunctionsClient(RegionEndpoint region) { }
        public AmazonStepFunctionsClient(AmazonStepFunctionsConfig config) { }
        public AmazonStepFunctionsClient(AWSCredentials credentials) { }
        public AmazonStepFunctionsClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonStepFunctionsClient(AWSCredentials credentials, AmazonStepFunctionsConfig clientConfig) { }
        public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonStepFunctionsConfig clientConfig) { }
        public IStepFunctionsPaginatorFactory Paginators => null;
        public virtual Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<StartSyncExecutionResponse> StartSyncExecutionAsync(StartSyncExecutionRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<SendTaskHeartbeatResponse> SendTaskHeartbeatAsync(SendTaskHeartbeatRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListStateMachinesResponse> ListStateMachinesAsync(ListStateMachinesRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.StepFunctions.Model
{
    using Amazon.Runtime;

    public class StartExecutionRequest : AmazonStepFunctionsRequest
    {
        public string StateMachineArn { get; set; }
        public string Name { get; set; }
        public string Input { get; set; }
        public string TraceHeader { get; set; }
    }
    public class StartExecutionResponse : AmazonWebServiceResponse
    {
        public string ExecutionArn { get; set; }
        public DateTime? StartDate { get; set; }
    }
    public class StartSyncExecutionRequest : AmazonStepFunctionsRequest
    {
        public string StateMachineArn { get; set; }
        public string Name { get; set; }
        public string Input { get; set; }
        public string TraceHeader { get; set; }
    }
    public class StartSyncExecutionResponse : AmazonWebServiceResponse
    {
        public string ExecutionArn { get; set; }
        public string Output { get; set; }
        public string Error { get; set; }
        public string Cause { get; set; }
        public SyncExecutionStatus Status { get; set; }
    }
    public class DescribeExecutionRequest : AmazonStepFunctionsRequest
    {
        public string ExecutionArn { get; set; }
    }
    public class DescribeExecutionResponse : AmazonWebServiceResponse
    {
        public string ExecutionArn { get; set; }
        public ExecutionStatus Status { get; set; }
        public string Input { get; set; }
        public string Output { get; set; }
        public string Error { get; set; }
        public string Cause { get; set; }
    }
    public class StopExecutionRequest : AmazonStepFunctionsRequest
    {
        public string ExecutionArn { get; set; }
        public string Error { get; set; }
        public string Cause { get; set; }
    }
    public class StopExecutionResponse : AmazonWebServiceResponse
    {
        public DateTime? StopDate { get; set; }
    }
    public class SendTaskSuccessRequest : AmazonStepFunctionsRequest
    {
        public string TaskToken { get; set; }
        public string Output { get; set; }
    }
    public class SendTaskSuccessResponse : AmazonWebServiceResponse;
    public class SendTaskFailureRequest : AmazonStepFunctionsRequest
    {
        public string TaskToken { get; set; }
        public string Error { get; set; }
        public string Cause { get; set; }
    }
    public class SendTaskFailureResponse : AmazonWebServiceResponse;
    public class SendTaskHeartbeatRequest : AmazonStepFunctionsRequest
    {
        public string TaskToken { get; set; }
    }
    public class SendTaskHeartbeatResponse : AmazonWebServiceResponse;
    public class ListExecutionsRequest : AmazonStepFunctionsRequest
    {
        public string StateMachineArn { get; set; }
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
        public ExecutionStatus StatusFilter { get; set; }
    }
    public class ListExecutionsResponse : AmazonWebServiceResponse
    {
        public List<ExecutionListItem> Executions { get; set; }
        public string NextToken { get; set; }
    }
    public class ListStateMachinesRequest : AmazonStepFunctionsRequest
    {
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
    }
    public class ListStateMachinesResponse : AmazonWebServiceResponse
    {
        public List<StateMachineListItem> StateMachines { get; set; }
        public string NextToken { get; set; }
    }
    public class ExecutionListItem
    {
        public string ExecutionArn { get; set; }
        public string Name { get; set; }
        public ExecutionStatus Status { get; set; }
    }
    public class StateMachineListItem
    {
        public string Name { get; set; }
        public string StateMachineArn { get; set; }
    }
    public interface IStepFunctionsPaginatorFactory
    {
        IListExecutionsPaginator ListExecutions(ListExecutionsRequest request);
        IListStateMachinesPaginator ListStateMachines(ListStateMachinesRequest request);
    }
    public interface IListExecutionsPaginator
    {
        IPaginatedEnumerable<ListExecutionsResponse> Responses { get; }
        IPaginatedEnumerable<ExecutionListItem> Executions { get; }
    }
    public interface IListStateMachinesPaginator
    {
        IPaginatedEnumerable<ListStateMachinesResponse> Responses { get; }
        IPaginatedEnumerable<StateMachineListItem> StateMachines { get; }
    }
}
