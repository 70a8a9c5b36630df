// Stand-ins for the public shapes of Amazon EventBridge in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.EventBridge
{
    using Amazon.EventBridge.Model;
    using Amazon.Runtime;

    public class AmazonEventBridgeConfig : ClientConfig;
    public class AmazonEventBridgeRequest : AmazonWebServiceRequest;
    public interface IAmazonEventBridge : IAmazonService, IDisposable
    {
        Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default);
        Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default);
        Task<ListEventBusesResponse> ListEventBusesAsync(ListEventBusesRequest request, CancellationToken cancellationToken = default);
        Task<PutTargetsResponse> PutTargetsAsync(PutTargetsRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonEventBridgeClient : AmazonServiceClient, IAmazonEventBridge
    {
        public AmazonEventBridgeClient() { }
        public AmazonEventBridgeClient(RegionEndpoint region) { }
        public AmazonEventBridgeClient(AmazonEventBridgeConfig config) { }
        public AmazonEventBridgeClient(AWSCredentials credentials) { }
        public AmazonEventBridgeClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonEventBridgeClient(AWSCredentials credentials, AmazonEventBridgeConfig clientConfig) { }
        public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonEventBridgeClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonEventBridgeConfig clientConfig) { }
        public virtual Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListRulesResponse> ListRulesAsync(ListRulesRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListEventBusesResponse> ListEventBusesAsync(ListEventBusesRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutTargetsResponse> PutTargetsAsync(PutTargetsRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.EventBridge.Model
{
    using Amazon.Runtime;

    public class PutEventsRequest : AmazonEventBridgeRequest
    {
        public List<PutEventsRequestEntry> Entries { get; set; }
        public string EndpointId { get; set; }
    }
    public class PutEventsResponse : AmazonWebServiceResponse
    {
        public List<PutEventsResultEntry> Entries { get; set; }
        public int? FailedEntryCount { get; set; }
    }
    public class ListRulesRequest : AmazonEventBridgeRequest
    {
        public string NamePrefix { get; set; }
        public string EventBusName { get; set; }
        public string NextToken { get; set; }
        public int? Limit { get; set; }
    }
    public class ListRulesResponse : AmazonWebServiceResponse
    {
        public List<Rule> Rules { get; set; }
        public string NextToken { get; set; }
    }
    public class ListEventBusesRequest : AmazonEventBridgeRequest
    {
        public string NamePrefix { get; set; }
        public string NextToken { get; set; }
        public int? Limit { get; set; }
    }
    public class ListEventBusesResponse : AmazonWebServiceResponse
    {
        public List<EventBus> EventBuses { get; set; }
        public string NextToken { get; set; }
    }
    public class PutTargetsRequest : AmazonEventBridgeRequest
    {
        public string Rule { get; set; }
        public string EventBusName { get; set; }
        public List<Target> Targets { get; set; }
    }
    public class PutTargetsResponse : AmazonWebServiceResponse
    {
        public int? FailedEntryCount { get; set; }
        public List<PutTargetsResultEntry> FailedEntries { get; set; }
    }
    public class PutEventsRequestEntry
    {
        public string Source { get; set; }
        public string DetailType { get; set; }
        public string Detail { get; set; }
        public string EventBusName { get; set; }
        public List<string> Resources { get; set; }
        public DateTime? Time { get; set; }
        public string TraceHeader { get; set; }
    }
    public class PutEventsResultEntry
    {
        public string EventId { get; set; }
        public string ErrorCode { get; set; }
        public string ErrorMessage { get; set; }
    }
    public class PutTargetsResultEntry
    {
        public string TargetId { get; set; }
        public string ErrorCode { get; set; }
        public string ErrorMessage { get; set; }
    }
    public class Rule
    {
        public string Name { get; set; }
        public string Arn { get; set; }
        public string EventPattern { get; set; }
    }
    public class EventBus
    {
        public string Name { get; set; }
        public string Arn { get; set; }
    }
    public class Target
    {
        public string Id { get; set; }
        public string Arn { get; set; }
        public string Input { get; set; }
    }
}
