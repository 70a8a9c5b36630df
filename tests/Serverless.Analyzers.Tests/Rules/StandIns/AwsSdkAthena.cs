// Stand-ins for the public shapes of Amazon Athena in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.Athena
{
    using Amazon.Athena.Model;
    using Amazon.Runtime;

    public class AmazonAthenaConfig : ClientConfig;
    public class AmazonAthenaRequest : AmazonWebServiceRequest;
    public class QueryExecutionState : ConstantClass
    {
        public static readonly QueryExecutionState QUEUED = new("QUEUED");
        public static readonly QueryExecutionState RUNNING = new("RUNNING");
        public static readonly QueryExecutionState SUCCEEDED = new("SUCCEEDED");
        public static readonly QueryExecutionState FAILED = new("FAILED");
        public static readonly QueryExecutionState CANCELLED = new("CANCELLED");
        public QueryExecutionState(string value) : base(value) { }
        public static implicit operator QueryExecutionState(string value) => new(value);
    }
    public interface IAmazonAthena : IAmazonService, IDisposable
    {
        IAthenaPaginatorFactory Paginators { get; }
        Task<StartQueryExecutionResponse> StartQueryExecutionAsync(StartQueryExecutionRequest request, CancellationToken cancellationToken = default);
        Task<GetQueryExecutionResponse> GetQueryExecutionAsync(GetQueryExecutionRequest request, CancellationToken cancellationToken = default);
        Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken = default);
        Task<ListWorkGroupsResponse> ListWorkGroupsAsync(ListWorkGroupsRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonAthenaClient : AmazonServiceClient, IAmazonAthena
    {
        public AmazonAthenaClient() { }
        public AmazonAthenaClient(RegionEndpoint region) { }
        public AmazonAthenaClient(AmazonAthenaConfig config) { }
        public AmazonAthenaClient(AWSCredentials credentials) { }
        public AmazonAthenaClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonAthenaClient(AWSCredentials credentials, AmazonAthenaConfig clientConfig) { }
        public AmazonAthenaClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonAthenaClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonAthenaClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonAthenaConfig clientConfig) { }
        public IAthenaPaginatorFactory Paginators => null;
        public virtual Task<StartQueryExecutionResponse> StartQueryExecutionAsync(StartQueryExecutionRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetQueryExecutionResponse> GetQueryExecutionAsync(GetQueryExecutionRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListWorkGroupsResponse> ListWorkGroupsAsync(ListWorkGroupsRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.Athena.Model
{
    using Amazon.Runtime;

    public class StartQueryExecutionRequest : AmazonAthenaRequest
    {
        public string QueryString { get; set; }
        public string WorkGroup { get; set; }
        public string ClientRequestToken { get; set; }
    }
    public class StartQueryExecutionResponse : AmazonWebServiceResponse
    {
        public string QueryExecutionId { get; set; }
    }
    public class GetQueryExecutionRequest : AmazonAthenaRequest
    {
        public string QueryExecutionId { get; set; }
    }
    public class GetQueryExecutionResponse : AmazonWebServiceResponse
    {
        public QueryExecution QueryExecution { get; set; }
    }
    public class GetQueryResultsRequest : AmazonAthenaRequest
    {
        public string QueryExecutionId { get; set; }
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
    }
    public class GetQueryResultsResponse : AmazonWebServiceResponse
    {
        public ResultSet ResultSet { get; set; }
        public string NextToken { get; set; }
        public long? UpdateCount { get; set; }
    }
    public class ListWorkGroupsRequest : AmazonAthenaRequest
    {
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
    }
    public class ListWorkGroupsResponse : AmazonWebServiceResponse
    {
        public List<WorkGroupSummary> WorkGroups { get; set; }
        public string NextToken { get; set; }
    }
    public class QueryExecution
    {
        public string QueryExecutionId { get; set; }
        public string Query { get; set; }
        public QueryExecutionStatus Status { get; set; }
    }
    public class QueryExecutionStatus
    {
        public QueryExecutionState State { get; set; }
        public string StateChangeReason { get; set; }
    }
    public class ResultSet
    {
        public List<Row> Rows { get; set; }
    }
    public class Row
    {
        public List<Datum> Data { get; set; }
    }
    public class Datum
    {
        public string VarCharValue { get; set; }
    }
    public class WorkGroupSummary
    {
        public string Name { get; set; }
        public string Description { get; set; }
    }
    public interface IAthenaPaginatorFactory
    {
        IGetQueryResultsPaginator GetQueryResults(GetQueryResultsRequest request);
        IListWorkGroupsPaginator ListWorkGroups(ListWorkGroupsRequest request);
    }
    public interface IGetQueryResultsPaginator
    {
        IPaginatedEnumerable<GetQueryResultsResponse> Responses { get; }
    }
    public interface IListWorkGroupsPaginator
    {
        IPaginatedEnumerable<ListWorkGroupsResponse> Responses { get; }
    }
}
