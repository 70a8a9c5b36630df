// Stand-ins for the public shapes of Amazon Data Firehose in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.KinesisFirehose
{
    using Amazon.KinesisFirehose.Model;
    using Amazon.Runtime;

    public class AmazonKinesisFirehoseConfig : ClientConfig;
    public class AmazonKinesisFirehoseRequest : AmazonWebServiceRequest;
    public interface IAmazonKinesisFirehose : IAmazonService, IDisposable
    {
        Task<PutRecordResponse> PutRecordAsync(string deliveryStreamName, Record record, CancellationToken cancellationToken = default);
        Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default);
        Task<PutRecordBatchResponse> PutRecordBatchAsync(string deliveryStreamName, List<Record> records, CancellationToken cancellationToken = default);
        Task<PutRecordBatchResponse> PutRecordBatchAsync(PutRecordBatchRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonKinesisFirehoseClient : AmazonServiceClient, IAmazonKinesisFirehose
    {
        public AmazonKinesisFirehoseClient() { }
        public AmazonKinesisFirehoseClient(RegionEndpoint region) { }
        public AmazonKinesisFirehoseClient(AmazonKinesisFirehoseConfig config) { }
        public AmazonKinesisFirehoseClient(AWSCredentials credentials) { }
        public AmazonKinesisFirehoseClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonKinesisFirehoseClient(AWSCredentials credentials, AmazonKinesisFirehoseConfig clientConfig) { }
        public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonKinesisFirehoseClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonKinesisFirehoseConfig clientConfig) { }
        public virtual Task<PutRecordResponse> PutRecordAsync(string deliveryStreamName, Record record, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutRecordResponse> PutRecordAsync(PutRecordRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutRecordBatchResponse> PutRecordBatchAsync(string deliveryStreamName, List<Record> records, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutRecordBatchResponse> PutRecordBatchAsync(PutRecordBatchRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.KinesisFirehose.Model
{
    using Amazon.Runtime;

    public class PutRecordRequest : AmazonKinesisFirehoseRequest
    {
        public string DeliveryStreamName { get; set; }
        public Record Record { get; set; }
    }
    public class PutRecordResponse : AmazonWebServiceResponse
    {
        public string RecordId { get; set; }
        public bool? Encrypted { get; set; }
    }
    public class PutRecordBatchRequest : AmazonKinesisFirehoseRequest
    {
        public string DeliveryStreamName { get; set; }
        public List<Record> Records { get; set; }
    }
    public class PutRecordBatchResponse : AmazonWebServiceResponse
    {
        public int? FailedPutCount { get; set; }
        public List<PutRecordBatchResponseEntry> RequestResponses { get; set; }
        public bool? Encrypted { get; set; }
    }
    public class Record
    {
        public MemoryStream Data { get; set; }
    }
    public class PutRecordBatchResponseEntry
    {
        public string RecordId { get; set; }
        public string ErrorCode { get; set; }
        public string ErrorMessage { get; set; }
    }
}
