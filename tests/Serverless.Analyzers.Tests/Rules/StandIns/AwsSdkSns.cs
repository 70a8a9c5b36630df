// Stand-ins for the public shapes of Amazon SNS in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.SimpleNotificationService
{
    using Amazon.SimpleNotificationService.Model;
    using Amazon.Runtime;

    public class AmazonSimpleNotificationServiceConfig : ClientConfig;
    public class AmazonSimpleNotificationServiceRequest : AmazonWebServiceRequest;
    public interface IAmazonSimpleNotificationService : IAmazonService, IDisposable
    {
        ISimpleNotificationServicePaginatorFactory Paginators { get; }
        Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default);
        Task<PublishResponse> PublishAsync(string topicArn, string message, string subject, CancellationToken cancellationToken = default);
        Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default);
        Task<PublishBatchResponse> PublishBatchAsync(PublishBatchRequest request, CancellationToken cancellationToken = default);
        Task<ListTopicsResponse> ListTopicsAsync(CancellationToken cancellationToken = default);
        Task<ListTopicsResponse> ListTopicsAsync(string nextToken, CancellationToken cancellationToken = default);
        Task<ListTopicsResponse> ListTopicsAsync(ListTopicsRequest request, CancellationToken cancellationToken = default);
        Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(string topicArn, CancellationToken cancellationToken = default);
        Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(string topicArn, string nextToken, CancellationToken cancellationToken = default);
        Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(ListSubscriptionsByTopicRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonSimpleNotificationServiceClient : AmazonServiceClient, IAmazonSimpleNotificationService
    {
        public AmazonSimpleNotificationServiceClient() { }
        public AmazonSimpleNotificationServiceClient(RegionEndpoint region) { }
        public AmazonSimpleNotificationServiceClient(AmazonSimpleNotificationServiceConfig config) { }
        public AmazonSimpleNotificationServiceClient(AWSCredentials credentials) { }
        public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonSimpleNotificationServiceClient(AWSCredentials credentials, AmazonSimpleNotificationServiceConfig clientConfig) { }
        public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonSimpleNotificationServiceClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSimpleNotificationServiceConfig clientConfig) { }
        public ISimpleNotificationServicePaginatorFactory Paginators => null;
        public virtual Task<PublishResponse> PublishAsync(string topicArn, string message, CancellationToken cancellationToken = default) => null;
        public virtual Task<PublishResponse> PublishAsync(string topicArn, string message, string subject, CancellationToken cancellationToken = default) => null;
        public virtual Task<PublishResponse> PublishAsync(PublishRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<PublishBatchResponse> PublishBatchAsync(PublishBatchRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListTopicsResponse> ListTopicsAsync(CancellationToken cancellationToken = default) => null;
        public virtual Task<ListTopicsResponse> ListTopicsAsync(string nextToken, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListTopicsResponse> ListTopicsAsync(ListTopicsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(string topicArn, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(string topicArn, string nextToken, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListSubscriptionsByTopicResponse> ListSubscriptionsByTopicAsync(ListSubscriptionsByTopicRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.SimpleNotificationService.Model
{
    using Amazon.Runtime;

    public class PublishRequest : AmazonSimpleNotificationServiceRequest
    {
        public PublishRequest() { }
        public PublishRequest(string topicArn, string message) { }
        public PublishRequest(string topicArn, string message, string subject) { }
        public string TopicArn { get; set; }
        public string TargetArn { get; set; }
        public string PhoneNumber { get; set; }
        public string Message { get; set; }
        public string Subject { get; set; }
        public string MessageGroupId { get; set; }
        public string MessageDeduplicationId { get; set; }
        public string MessageStructure { get; set; }
        public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }
    }
    public class PublishResponse : AmazonWebServiceResponse
    {
        public string MessageId { get; set; }
        public string SequenceNumber { get; set; }
    }
    public class PublishBatchRequest : AmazonSimpleNotificationServiceRequest
    {
        public string TopicArn { get; set; }
        public List<PublishBatchRequestEntry> PublishBatchRequestEntries { get; set; }
    }
    public class PublishBatchResponse : AmazonWebServiceResponse
    {
        public List<PublishBatchResultEntry> Successful { get; set; }
        public List<BatchResultErrorEntry> Failed { get; set; }
    }
    public class ListTopicsRequest : AmazonSimpleNotificationServiceRequest
    {
        public ListTopicsRequest() { }
        public ListTopicsRequest(string nextToken) { }
        public string NextToken { get; set; }
    }
    public class ListTopicsResponse : AmazonWebServiceResponse
    {
        public List<Topic> Topics { get; set; }
        public string NextToken { get; set; }
    }
    public class ListSubscriptionsByTopicRequest : AmazonSimpleNotificationServiceRequest
    {
        public ListSubscriptionsByTopicRequest() { }
        public ListSubscriptionsByTopicRequest(string topicArn) { }
        public ListSubscriptionsByTopicRequest(string topicArn, string nextToken) { }
        public string TopicArn { get; set; }
        public string NextToken { get; set; }
    }
    public class ListSubscriptionsByTopicResponse : AmazonWebServiceResponse
    {
        public List<Subscription> Subscriptions { get; set; }
        public string NextToken { get; set; }
    }
    public class MessageAttributeValue
    {
        public string DataType { get; set; }
        public string StringValue { get; set; }
        public MemoryStream BinaryValue { get; set; }
    }
    public class PublishBatchRequestEntry
    {
        public string Id { get; set; }
        public string Message { get; set; }
        public string Subject { get; set; }
        public string MessageGroupId { get; set; }
        public string MessageDeduplicationId { get; set; }
    }
    public class PublishBatchResultEntry
    {
        public string Id { get; set; }
        public string MessageId { get; set; }
    }
    public class BatchResultErrorEntry
    {
        public string Id { get; set; }
        public string Code { get; set; }
        public string Message { get; set; }
        public bool? SenderFault { get; set; }
    }
    public class Topic
    {
        public string TopicArn { get; set; }
    }
    public class Subscription
    {
        public string SubscriptionArn { get; set; }
        public string TopicArn { get; set; }
        public string Protocol { get; set; }
        public string Endpoint { get; set; }
    }
    public interface ISimpleNotificationServicePaginatorFactory
    {
        IListTopicsPaginator ListTopics(ListTopicsRequest request);
        IListSubscriptionsByTopicPaginator ListSubscriptionsByTopic(ListSubscriptionsByTopicRequest request);
    }
    public interface IListTopicsPaginator
    {
        IPaginatedEnumerable<ListTopicsResponse> Responses { get; }
        IPaginatedEnumerable<Topic> Topics { get; }
    }
    public interface IListSubscriptionsByTopicPaginator
    {
        IPaginatedEnumerable<ListSubscriptionsByTopicResponse> Responses { get; }
        IPaginatedEnumerable<Subscription> Subscriptions { get; }
    }
}
