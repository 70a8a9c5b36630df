// Stand-ins for the public shapes of Amazon Kinesis in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.Kinesis
{
    using Amazon.Kinesis.Model;
    using Amazon.Runtime;

    public class AmazonKinesisConfig : ClientConfig;
    public class AmazonKinesisRequest : AmazonWebServiceRequest;
    public interface IAmazonKinesis : IAmazonService, IDisposable
    {
        IKinesisPaginatorFactory Paginators { get; }
        Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default);
        Task<PutRecordsResponse> PutRecordsAsync(PutRecordsRequest request, CancellationToken cancellationToken = default);
        Task<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default);
        Task<ListStreamsResponse> ListStreamsAsync(CancellationToken cancellationToken = default);
        Task<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default);
        Task<ListShardsResponse> ListShardsAsync(ListShardsRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonKinesisClient : AmazonServiceClient, IAmazonKinesis
    {
        public AmazonKinesisClient() { }
        public AmazonKinesisClient(RegionEndpoint region) { }
        public AmazonKinesisClient(AmazonKinesisConfig config) { }
        public AmazonKinesisClient(AWSCredentials credentials) { }
        public AmazonKinesisClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonKinesisClient(AWSCredentials credentials, AmazonKinesisConfig clientConfig) { }
        public AmazonKinesisClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonKinesisClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonKinesisClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonKinesisConfig clientConfig) { }
        public IKinesisPaginatorFactory Paginators => null;
        public virtual Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutRecordsResponse> PutRecordsAsync(PutRecordsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetRecordsResponse> GetRecordsAsync(GetRecordsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListStreamsResponse> ListStreamsAsync(CancellationToken cancellationToken = default) => null;
        public virtual Task<ListStreamsResponse> ListStreamsAsync(ListStreamsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListShardsResponse> ListShardsAsync(ListShardsRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.Kinesis.Model
{
    using Amazon.Runtime;

    public class PutRecordRequest : AmazonKinesisRequest
    {
        public string StreamName { get; set; }
        public string StreamARN { get; set; }
        public string PartitionKey { get; set; }
        public MemoryStream Data { get; set; }
        public string ExplicitHashKey { get; set; }
    }
    public class PutRecordResponse : AmazonWebServiceResponse
    {
        public string ShardId { get; set; }
        public string SequenceNumber { get; set; }
    }
    public class PutRecordsRequest : AmazonKinesisRequest
    {
        public string StreamName { get; set; }
        public string StreamARN { get; set; }
        public List<PutRecordsRequestEntry> Records { get; set; }
    }
    public class PutRecordsResponse : AmazonWebServiceResponse
    {
        public int? FailedRecordCount { get; set; }
        public List<PutRecordsResultEntry> Records { get; set; }
    }
    public class GetRecordsRequest : AmazonKinesisRequest
    {
        public string ShardIterator { get; set; }
        public string StreamARN { get; set; }
        public int? Limit { get; set; }
    }
    public class GetRecordsResponse : AmazonWebServiceResponse
    {
        public List<Record> Records { get; set; }
        public string NextShardIterator { get; set; }
        public long? MillisBehindLatest { get; set; }
    }
    public class ListStreamsRequest : AmazonKinesisRequest
    {
        public string ExclusiveStartStreamName { get; set; }
        public int? Limit { get; set; }
        public string NextToken { get; set; }
    }
    public class ListStreamsResponse : AmazonWebServiceResponse
    {
        public List<string> StreamNames { get; set; }
        public bool? HasMoreStreams { get; set; }
        public string NextToken { get; set; }
    }
    public class ListShardsRequest : AmazonKinesisRequest
    {
        public string StreamName { get; set; }
        public string StreamARN { get; set; }
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
    }
    public class ListShardsResponse : AmazonWebServiceResponse
    {
        public List<Shard> Shards { get; set; }
        public string NextToken { get; set; }
    }
    public class PutRecordsRequestEntry
    {
        public string PartitionKey { get; set; }
        public MemoryStream Data { get; set; }
        public string ExplicitHashKey { get; set; }
    }
    public class PutRecordsResultEntry
    {
        public string ShardId { get; set; }
        public string SequenceNumber { get; set; }
        public string ErrorCode { get; set; }
        public string ErrorMessage { get; set; }
    }
    public class Record
    {
        public MemoryStream Data { get; set; }
        public string PartitionKey { get; set; }
        public string SequenceNumber { get; set; }
        public DateTime? ApproximateArrivalTimestamp { get; set; }
    }
    public class Shard
    {
        public string ShardId { get; set; }
        public string ParentShardId { get; set; }
    }
    public interface IKinesisPaginatorFactory
    {
        IListStreamsPaginator ListStreams(ListStreamsRequest request);
    }
    public interface IListStreamsPaginator
    {
        IPaginatedEnumerable<ListStreamsResponse> Responses { get; }
        IPaginatedEnumerable<string> StreamNames { get; }
    }
}
