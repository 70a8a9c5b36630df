// Stand-ins for the public shapes of AWS Lambda in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.Lambda
{
    using Amazon.Lambda.Model;
    using Amazon.Runtime;

    public class AmazonLambdaConfig : ClientConfig;
    public class AmazonLambdaRequest : AmazonWebServiceRequest;
    public class InvocationType : ConstantClass
    {
        public static readonly InvocationType Event = new("Event");
        public static readonly InvocationType RequestResponse = new("RequestResponse");
        public static readonly InvocationType DryRun = new("DryRun");
        public InvocationType(string value) : base(value) { }
        public static implicit operator InvocationType(string value) => new(value);
    }
    public class ResponseStreamingInvocationType : ConstantClass
    {
        public static readonly ResponseStreamingInvocationType DryRun = new("DryRun");
        public static readonly ResponseStreamingInvocationType RequestResponse = new("RequestResponse");
        public ResponseStreamingInvocationType(string value) : base(value) { }
        public static implicit operator ResponseStreamingInvocationType(string value) => new(value);
    }
    public class LogType : ConstantClass
    {
        public static readonly LogType None = new("None");
        public static readonly LogType Tail = new("Tail");
        public LogType(string value) : base(value) { }
        public static implicit operator LogType(string value) => new(value);
    }
    public class FunctionVersion : ConstantClass
    {
        public static readonly FunctionVersion ALL = new("ALL");
        public FunctionVersion(string value) : base(value) { }
        public static implicit operator FunctionVersion(string value) => new(value);
    }
    public interface IAmazonLambda : IAmazonService, IDisposable
    {
        ILambdaPaginatorFactory Paginators { get; }
        Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default);
        Task<InvokeAsyncResponse> InvokeAsyncAsync(InvokeAsyncRequest request, CancellationToken cancellationToken = default);
        Task<InvokeWithResponseStreamResponse> InvokeWithResponseStreamAsync(InvokeWithResponseStreamRequest request, CancellationToken cancellationToken = default);
        Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(string functionName, CancellationToken cancellationToken = default);
        Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(GetFunctionConfigurationRequest request, CancellationToken cancellationToken = default);
        Task<ListFunctionsResponse> ListFunctionsAsync(CancellationToken cancellationToken = default);
        Task<ListFunctionsResponse> ListFunctionsAsync(ListFunctionsRequest request, CancellationToken cancellationToken = default);
        Task<ListEventSourceMappingsResponse> ListEventSourceMappingsAsync(ListEventSourceMappingsRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonLambdaClient : AmazonServiceClient, IAmazonLambda
    {
        public AmazonLambdaClient() { }
        public AmazonLambdaClient(RegionEndpoint region) { }
        public AmazonLambdaClient(AmazonLambdaConfig config) { }
        public AmazonLambdaClient(AWSCredentials credentials) { }
        public AmazonLambdaClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonLambdaClient(AWSCredentials credentials, AmazonLambdaConfig clientConfig) { }
        public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonLambdaClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonLambdaConfig clientConfig) { }
        public ILambdaPaginatorFactory Paginators => null;
        public virtual Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<InvokeAsyncResponse> InvokeAsyncAsync(InvokeAsyncRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<InvokeWithResponseStreamResponse> InvokeWithResponseStreamAsync(InvokeWithResponseStreamRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(string functionName, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetFunctionConfigurationResponse> GetFunctionConfigurationAsync(GetFunctionConfigurationRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListFunctionsResponse> ListFunctionsAsync(CancellationToken cancellationToken = default) => null;
        public virtual Task<ListFunctionsResponse> ListFunctionsAsync(ListFunctionsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListEventSourceMappingsResponse> ListEventSourceMappingsAsync(ListEventSourceMappingsRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.Lambda.Model
{
    using Amazon.Runtime;

    public class InvokeRequest : AmazonLambdaRequest
    {
        public string FunctionName { get; set; }
        public InvocationType InvocationType { get; set; }
        public LogType LogType { get; set; }
        public string Payload { get; set; }
        public MemoryStream PayloadStream { get; set; }
        public string Qualifier { get; set; }
        public string ClientContextBase64 { get; set; }
    }
    public class InvokeResponse : AmazonWebServiceResponse
    {
        public int? StatusCode { get; set; }
        public string FunctionError { get; set; }
        public string LogResult { get; set; }
        public MemoryStream Payload { get; set; }
        public string ExecutedVersion { get; set; }
    }
    public class InvokeAsyncRequest : AmazonLambdaRequest
    {
        public string FunctionName { get; set; }
        public string InvokeArgs { get; set; }
        public Stream InvokeArgsStream { get; set; }
    }
    public class InvokeAsyncResponse : AmazonWebServiceResponse
    {
        public int? Status { get; set; }
    }
    public class InvokeWithResponseStreamRequest : AmazonLambdaRequest
    {
        public string FunctionName { get; set; }
        public ResponseStreamingInvocationType InvocationType { get; set; }
        public MemoryStream Payload { get; set; }
        public string Qualifier { get; set; }
    }
    public class InvokeWithResponseStreamResponse : AmazonWebServiceResponse
    {
        public int? StatusCode { get; set; }
        public string ExecutedVersion { get; set; }
        public string ResponseStreamContentType { get; set; }
    }
    public class GetFunctionConfigurationRequest : AmazonLambdaRequest
    {
        public string FunctionName { get; set; }
        public string Qualifier { get; set; }
    }
    public class GetFunctionConfigurationResponse : AmazonWebServiceResponse
    {
        public string FunctionName { get; set; }
        public string FunctionArn { get; set; }
        public int? Timeout { get; set; }
        public int? MemorySize { get; set; }
    }
    public class ListFunctionsRequest : AmazonLambdaRequest
    {
        public FunctionVersion FunctionVersion { get; set; }
        public string Marker { get; set; }
        public int? MaxItems { get; set; }
    }
    public class ListFunctionsResponse : AmazonWebServiceResponse
    {
        public List<FunctionConfiguration> Functions { get; set; }
        public string NextMarker { get; set; }
    }
    public class ListEventSourceMappingsRequest : AmazonLambdaRequest
    {
        public string EventSourceArn { get; set; }
        public string FunctionName { get; set; }
        public string Marker { get; set; }
        public int? MaxItems { get; set; }
    }
    public class ListEventSourceMappingsResponse : AmazonWebServiceResponse
    {
        public List<EventSourceMappingConfiguration> EventSourceMappings { get; set; }
        public string NextMarker { get; set; }
    }
    public class FunctionConfiguration
    {
        public string FunctionName { get; set; }
        public string FunctionArn { get; set; }
        public int? Timeout { get; set; }
        public int? MemorySize { get; set; }
    }
    public class EventSourceMappingConfiguration
    {
        public string UUID { get; set; }
        public string EventSourceArn { get; set; }
        public string FunctionArn { get; set; }
        public int? BatchSize { get; set; }
    }
    public interface ILambdaPaginatorFactory
    {
        IListFunctionsPaginator ListFunctions(ListFunctionsRequest request);
        IListEventSourceMappingsPaginator ListEventSourceMappings(ListEventSourceMappingsRequest request);
    }
    public interface IListFunctionsPaginator
    {
        IPaginatedEnumerable<ListFunctionsResponse> Responses { get; }
        IPaginatedEnumerable<FunctionConfiguration> Functions { get; }
    }
    public interface IListEventSourceMappingsPaginator
    {
        IPaginatedEnumerable<ListEventSourceMappingsResponse> Responses { get; }
        IPaginatedEnumerable<EventSourceMappingConfiguration> EventSourceMappings { get; }
    }
}
