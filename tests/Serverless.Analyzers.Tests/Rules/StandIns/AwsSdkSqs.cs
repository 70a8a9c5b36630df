// Stand-ins for the public shapes of Amazon SQS in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.SQS
{
    using Amazon.SQS.Model;
    using Amazon.Runtime;

    public class AmazonSQSConfig : ClientConfig;
    public class AmazonSQSRequest : AmazonWebServiceRequest;
    public interface IAmazonSQS : IAmazonService, IDisposable
    {
        ISQSPaginatorFactory Paginators { get; }
        Task<SendMessageResponse> SendMessageAsync(string queueUrl, string messageBody, CancellationToken cancellationToken = default);
        Task<SendMessageResponse> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default);
        Task<SendMessageBatchResponse> SendMessageBatchAsync(string queueUrl, List<SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default);
        Task<SendMessageBatchResponse> SendMessageBatchAsync(SendMessageBatchRequest request, CancellationToken cancellationToken = default);
        Task<ReceiveMessageResponse> ReceiveMessageAsync(string queueUrl, CancellationToken cancellationToken = default);
        Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request, CancellationToken cancellationToken = default);
        Task<DeleteMessageResponse> DeleteMessageAsync(string queueUrl, string receiptHandle, CancellationToken cancellationToken = default);
        Task<DeleteMessageResponse> DeleteMessageAsync(DeleteMessageRequest request, CancellationToken cancellationToken = default);
        Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(string queueUrl, List<DeleteMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default);
        Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(DeleteMessageBatchRequest request, CancellationToken cancellationToken = default);
        Task<ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(string queueUrl, string receiptHandle, int? visibilityTimeout, CancellationToken cancellationToken = default);
        Task<ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(ChangeMessageVisibilityRequest request, CancellationToken cancellationToken = default);
        Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(string queueUrl, List<ChangeMessageVisibilityBatchRequestEntry> entries, CancellationToken cancellationToken = default);
        Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default);
        Task<GetQueueUrlResponse> GetQueueUrlAsync(string queueName, CancellationToken cancellationToken = default);
        Task<GetQueueUrlResponse> GetQueueUrlAsync(GetQueueUrlRequest request, CancellationToken cancellationToken = default);
        Task<GetQueueAttributesResponse> GetQueueAttributesAsync(string queueUrl, List<string> attributeNames, CancellationToken cancellationToken = default);
        Task<GetQueueAttributesResponse> GetQueueAttributesAsync(GetQueueAttributesRequest request, CancellationToken cancellationToken = default);
        Task<ListQueuesResponse> ListQueuesAsync(string queueNamePrefix, CancellationToken cancellationToken = default);
        Task<ListQueuesResponse> ListQueuesAsync(ListQueuesRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonSQSClient : AmazonServiceClient, IAmazonSQS
    {
        public AmazonSQSClient() { }
        public AmazonSQSClient(RegionEndpoint region) { }
        public AmazonSQSClient(AmazonSQSConfig config) { }
        public AmazonSQSClient(AWSCredentials credentials) { }
        public AmazonSQSClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonSQSClient(AWSCredentials credentials, AmazonSQSConfig clientConfig) { }
        public AmazonSQSClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonSQSClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonSQSClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSQSConfig clientConfig) { }
        public ISQSPaginatorFactory Paginators => null;
        public virtual Task<SendMessageResponse> SendMessageAsync(string queueUrl, string messageBody, CancellationToken cancellationToken = default) => null;
        public virtual Task<SendMessageResponse> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<SendMessageBatchResponse> SendMessageBatchAsync(string queueUrl, List<SendMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default) => null;
        public virtual Task<SendMessageBatchResponse> SendMessageBatchAsync(SendMessageBatchRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ReceiveMessageResponse> ReceiveMessageAsync(string queueUrl, CancellationToken cancellationToken = default) => null;
        public virtual Task<ReceiveMessageResponse> ReceiveMessageAsync(ReceiveMessageRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteMessageResponse> DeleteMessageAsync(string queueUrl, string receiptHandle, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteMessageResponse> DeleteMessageAsync(DeleteMessageRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(string queueUrl, List<DeleteMessageBatchRequestEntry> entries, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteMessageBatchResponse> DeleteMessageBatchAsync(DeleteMessageBatchRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(string queueUrl, string receiptHandle, int? visibilityTimeout, CancellationToken cancellationToken = default) => null;
        public virtual Task<ChangeMessageVisibilityResponse> ChangeMessageVisibilityAsync(ChangeMessageVisibilityRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(string queueUrl, List<ChangeMessageVisibilityBatchRequestEntry> entries, CancellationToken cancellationToken = default) => null;
        public virtual Task<ChangeMessageVisibilityBatchResponse> ChangeMessageVisibilityBatchAsync(ChangeMessageVisibilityBatchRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetQueueUrlResponse> GetQueueUrlAsync(string queueName, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetQueueUrlResponse> GetQueueUrlAsync(GetQueueUrlRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetQueueAttributesResponse> GetQueueAttributesAsync(string queueUrl, List<string> attributeNames, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetQueueAttributesResponse> GetQueueAttributesAsync(GetQueueAttributesRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListQueuesResponse> ListQueuesAsync(string queueNamePrefix, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListQueuesResponse> ListQueuesAsync(ListQueuesRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.SQS.Model
{
    using Amazon.Runtime;

    public class SendMessageRequest : AmazonSQSRequest
    {
        public SendMessageRequest() { }
        public SendMessageRequest(string queueUrl, string messageBody) { }
        public string QueueUrl { get; set; }
        public string MessageBody { get; set; }
        public int? DelaySeconds { get; set; }
        public string MessageGroupId { get; set; }
        public string MessageDeduplicationId { get; set; }
        public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }
    }
    public class SendMessageResponse : AmazonWebServiceResponse
    {
        public string MessageId { get; set; }
        public string SequenceNumber { get; set; }
    }
    public class SendMessageBatchRequest : AmazonSQSRequest
    {
        public SendMessageBatchRequest() { }
        public SendMessageBatchRequest(string queueUrl, List<SendMessageBatchRequestEntry> entries) { }
        public string QueueUrl { get; set; }
        public List<SendMessageBatchRequestEntry> Entries { get; set; }
    }
    public class SendMessageBatchResponse : AmazonWebServiceResponse
    {
        public List<SendMessageBatchResultEntry> Successful { get; set; }
        public List<BatchResultErrorEntry> Failed { get; set; }
    }
    public class ReceiveMessageRequest : AmazonSQSRequest
    {
        public ReceiveMessageRequest() { }
        public ReceiveMessageRequest(string queueUrl) { }
        public string QueueUrl { get; set; }
        public int? MaxNumberOfMessages { get; set; }
        public int? WaitTimeSeconds { get; set; }
        public int? VisibilityTimeout { get; set; }
        public List<string> MessageAttributeNames { get; set; }
    }
    public class ReceiveMessageResponse : AmazonWebServiceResponse
    {
        public List<Message> Messages { get; set; }
    }
    public class DeleteMessageRequest : AmazonSQSRequest
    {
        public DeleteMessageRequest() { }
        public DeleteMessageRequest(string queueUrl, string receiptHandle) { }
        public string QueueUrl { get; set; }
        public string ReceiptHandle { get; set; }
    }
    public class DeleteMessageResponse : AmazonWebServiceResponse;
    public class DeleteMessageBatchRequest : AmazonSQSRequest
    {
        public DeleteMessageBatchRequest() { }
        public DeleteMessageBatchRequest(string queueUrl, List<DeleteMessageBatchRequestEntry> entries) { }
        public string QueueUrl { get; set; }
        public List<DeleteMessageBatchRequestEntry> Entries { get; set; }
    }
    public class DeleteMessageBatchResponse : AmazonWebServiceResponse
    {
        public List<DeleteMessageBatchResultEntry> Successful { get; set; }
        public List<BatchResultErrorEntry> Failed { get; set; }
    }
    public class ChangeMessageVisibilityRequest : AmazonSQSRequest
    {
        public ChangeMessageVisibilityRequest() { }
        public ChangeMessageVisibilityRequest(string queueUrl, string receiptHandle, int? visibilityTimeout) { }
        public string QueueUrl { get; set; }
        public string ReceiptHandle { get; set; }
        public int? VisibilityTimeout { get; set; }
    }
    public class ChangeMessageVisibilityResponse : AmazonWebServiceResponse;
    public class ChangeMessageVisibilityBatchRequest : AmazonSQSRequest
    {
        public ChangeMessageVisibilityBatchRequest() { }
        public ChangeMessageVisibilityBatchRequest(string queueUrl, List<ChangeMessageVisibilityBatchRequestEntry> entries) { }
        public string QueueUrl { get; set; }
        public List<ChangeMessageVisibilityBatchRequestEntry> Entries { get; set; }
    }
    public class ChangeMessageVisibilityBatchResponse : AmazonWebServiceResponse
    {
        public List<BatchResultErrorEntry> Failed { get; set; }
    }
    public class GetQueueUrlRequest : AmazonSQSRequest
    {
        public GetQueueUrlRequest() { }
        public GetQueueUrlRequest(string queueName) { }
        public string QueueName { get; set; }
        public string QueueOwnerAWSAccountId { get; set; }
    }
    public class GetQueueUrlResponse : AmazonWebServiceResponse
    {
        public string QueueUrl { get; set; }
    }
    public class GetQueueAttributesRequest : AmazonSQSRequest
    {
        public GetQueueAttributesRequest() { }
        public GetQueueAttributesRequest(string queueUrl, List<string> attributeNames) { }
        public string QueueUrl { get; set; }
        public List<string> AttributeNames { get; set; }
    }
    public class GetQueueAttributesResponse : AmazonWebServiceResponse
    {
        public Dictionary<string, string> Attributes { get; set; }
    }
    public class ListQueuesRequest : AmazonSQSRequest
    {
        public ListQueuesRequest() { }
        public ListQueuesRequest(string queueNamePrefix) { }
        public string QueueNamePrefix { get; set; }
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
    }
    public class ListQueuesResponse : AmazonWebServiceResponse
    {
        public List<string> QueueUrls { get; set; }
        public string NextToken { get; set; }
    }
    public class Message
    {
        public string MessageId { get; set; }
        public string ReceiptHandle { get; set; }
        public string Body { get; set; }
        public Dictionary<string, string> Attributes { get; set; }
        public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }
    }
    public class MessageAttributeValue
    {
        public string DataType { get; set; }
        public string StringValue { get; set; }
        public MemoryStream BinaryValue { get; set; }
    }
    public class SendMessageBatchRequestEntry
    {
        public SendMessageBatchRequestEntry() { }
        public SendMessageBatchRequestEntry(string id, string messageBody) { }
        public string Id { get; set; }
        public string MessageBody { get; set; }
        public int? DelaySeconds { get; set; }
        public string MessageGroupId { get; set; }
        public string MessageDeduplicationId { get; set; }
    }
    public class SendMessageBatchResultEntry
    {
        public string Id { get; set; }
        public string MessageId { get; set; }
    }
    public class DeleteMessageBatchRequestEntry
    {
        public DeleteMessageBatchRequestEntry() { }
        public DeleteMessageBatchRequestEntry(string id, string receiptHandle) { }
        public string Id { get; set; }
        public string ReceiptHandle { get; set; }
    }
    public class DeleteMessageBatchResultEntry
    {
        public string Id { get; set; }
    }
    public class ChangeMessageVisibilityBatchRequestEntry
    {
        public ChangeMessageVisibilityBatchRequestEntry() { }
        public ChangeMessageVisibilityBatchRequestEntry(string id, string receiptHandle) { }
        public string Id { get; set; }
        public string ReceiptHandle { get; set; }
        public int? VisibilityTimeout { get; set; }
    }
    public class BatchResultErrorEntry
    {
        public string Id { get; set; }
        public string Code { get; set; }
        public string Message { get; set; }
        public bool? SenderFault { get; set; }
    }
    public interface ISQSPaginatorFactory
    {
        IListQueuesPaginator ListQueues(ListQueuesRequest request);
    }
    public interface IListQueuesPaginator
    {
        IPaginatedEnumerable<ListQueuesResponse> Responses { get; }
        IPaginatedEnumerable<string> QueueUrls { get; }
    }
}
