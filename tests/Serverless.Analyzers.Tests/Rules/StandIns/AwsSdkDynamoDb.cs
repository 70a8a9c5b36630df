// Stand-ins for the public shapes of Amazon DynamoDB in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.DynamoDBv2
{
    using Amazon.DynamoDBv2.Model;
    using Amazon.Runtime;

    public class AmazonDynamoDBConfig : ClientConfig;
    public class AmazonDynamoDBRequest : AmazonWebServiceRequest;
    public class Select : ConstantClass
    {
        public static readonly Select ALL_ATTRIBUTES = new("ALL_ATTRIBUTES");
        public static readonly Select ALL_PROJECTED_ATTRIBUTES = new("ALL_PROJECTED_ATTRIBUTES");
        public static readonly Select COUNT = new("COUNT");
        public static readonly Select SPECIFIC_ATTRIBUTES = new("SPECIFIC_ATTRIBUTES");
        public Select(string value) : base(value) { }
        public static implicit operator Select(string value) => new(value);
    }
    public class BillingMode : ConstantClass
    {
        public static readonly BillingMode PAY_PER_REQUEST = new("PAY_PER_REQUEST");
        public static readonly BillingMode PROVISIONED = new("PROVISIONED");
        public BillingMode(string value) : base(value) { }
        public static implicit operator BillingMode(string value) => new(value);
    }
    public class TableStatus : ConstantClass
    {
        public static readonly TableStatus ACTIVE = new("ACTIVE");
        public static readonly TableStatus CREATING = new("CREATING");
        public static readonly TableStatus DELETING = new("DELETING");
        public static readonly TableStatus UPDATING = new("UPDATING");
        public TableStatus(string value) : base(value) { }
        public static implicit operator TableStatus(string value) => new(value);
    }
    public interface IAmazonDynamoDB : IAmazonService, IDisposable
    {
        IDynamoDBv2PaginatorFactory Paginators { get; }
        Task<GetItemResponse> GetItemAsync(string tableName, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken = default);
        Task<GetItemResponse> GetItemAsync(string tableName, Dictionary<string, AttributeValue> key, bool? consistentRead, CancellationToken cancellationToken = default);
        Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default);
        Task<PutItemResponse> PutItemAsync(string tableName, Dictionary<string, AttributeValue> item, CancellationToken cancellationToken = default);
        Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default);
        Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default);
        Task<DeleteItemResponse> DeleteItemAsync(string tableName, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken = default);
        Task<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default);
        Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default);
        Task<ScanResponse> ScanAsync(string tableName, List<string> attributesToGet, CancellationToken cancellationToken = default);
        Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default);
        Task<BatchGetItemResponse> BatchGetItemAsync(Dictionary<string, KeysAndAttributes> requestItems, CancellationToken cancellationToken = default);
        Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default);
        Task<BatchWriteItemResponse> BatchWriteItemAsync(Dictionary<string, List<WriteRequest>> requestItems, CancellationToken cancellationToken = default);
        Task<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default);
        Task<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default);
        Task<ListTablesResponse> ListTablesAsync(CancellationToken cancellationToken = default);
        Task<ListTablesResponse> ListTablesAsync(string exclusiveStartTableName, CancellationToken cancellationToken = default);
        Task<ListTablesResponse> ListTablesAsync(string exclusiveStartTableName, int? limit, CancellationToken cancellationToken = default);
        Task<ListTablesResponse> ListTablesAsync(int? limit, CancellationToken cancellationToken = default);
        Task<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default);
        Task<DescribeTableResponse> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default);
        Task<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default);
        Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default);
        Task<DeleteTableResponse> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default);
        Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonDynamoDBClient : AmazonServiceClient, IAmazonDynamoDB
    {
        public AmazonDynamoDBClient() { }
        public AmazonDynamoDBClient(RegionEndpoint region) { }
        public AmazonDynamoDBClient(AmazonDynamoDBConfig config) { }
        public AmazonDynamoDBClient(AWSCredentials credentials) { }
        public AmazonDynamoDBClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonDynamoDBClient(AWSCredentials credentials, AmazonDynamoDBConfig clientConfig) { }
        public AmazonDynamoDBClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonDynamoDBClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonDynamoDBClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonDynamoDBConfig clientConfig) { }
        public IDynamoDBv2PaginatorFactory Paginators => null;
        public virtual Task<GetItemResponse> GetItemAsync(string tableName, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetItemResponse> GetItemAsync(string tableName, Dictionary<string, AttributeValue> key, bool? consistentRead, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutItemResponse> PutItemAsync(string tableName, Dictionary<string, AttributeValue> item, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteItemResponse> DeleteItemAsync(string tableName, Dictionary<string, AttributeValue> key, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<QueryResponse> QueryAsync(QueryRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ScanResponse> ScanAsync(string tableName, List<string> attributesToGet, CancellationToken cancellationToken = default) => null;
        public virtual Task<ScanResponse> ScanAsync(ScanRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<BatchGetItemResponse> BatchGetItemAsync(Dictionary<string, KeysAndAttributes> requestItems, CancellationToken cancellationToken = default) => null;
        public virtual Task<BatchGetItemResponse> BatchGetItemAsync(BatchGetItemRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<BatchWriteItemResponse> BatchWriteItemAsync(Dictionary<string, List<WriteRequest>> requestItems, CancellationToken cancellationToken = default) => null;
        public virtual Task<BatchWriteItemResponse> BatchWriteItemAsync(BatchWriteItemRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<TransactWriteItemsResponse> TransactWriteItemsAsync(TransactWriteItemsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListTablesResponse> ListTablesAsync(CancellationToken cancellationToken = default) => null;
        public virtual Task<ListTablesResponse> ListTablesAsync(string exclusiveStartTableName, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListTablesResponse> ListTablesAsync(string exclusiveStartTableName, int? limit, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListTablesResponse> ListTablesAsync(int? limit, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListTablesResponse> ListTablesAsync(ListTablesRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DescribeTableResponse> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) => null;
        public virtual Task<DescribeTableResponse> DescribeTableAsync(DescribeTableRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteTableResponse> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default) => null;
    }
}
