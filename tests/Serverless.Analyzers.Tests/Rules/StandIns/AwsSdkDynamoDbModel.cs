// Stand-ins for the public shapes of Amazon DynamoDB in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System.Collections.Generic;
using System.IO;

namespace Amazon.DynamoDBv2.Model
{
    using Amazon.Runtime;

    public class GetItemRequest : AmazonDynamoDBRequest
    {
        public GetItemRequest() { }
        public GetItemRequest(string tableName, Dictionary<string, AttributeValue> key) { }
        public string TableName { get; set; }
        public Dictionary<string, AttributeValue> Key { get; set; }
        public bool? ConsistentRead { get; set; }
        public string ProjectionExpression { get; set; }
        public Dictionary<string, string> ExpressionAttributeNames { get; set; }
    }
    public class GetItemResponse : AmazonWebServiceResponse
    {
        public Dictionary<string, AttributeValue> Item { get; set; }
        public bool IsItemSet { get; set; }
    }
    public class PutItemRequest : AmazonDynamoDBRequest
    {
        public PutItemRequest() { }
        public PutItemRequest(string tableName, Dictionary<string, AttributeValue> item) { }
        public string TableName { get; set; }
        public Dictionary<string, AttributeValue> Item { get; set; }
        public string ConditionExpression { get; set; }
        public Dictionary<string, string> ExpressionAttributeNames { get; set; }
        public Dictionary<string, AttributeValue> ExpressionAttributeValues { get; set; }
    }
    public class PutItemResponse : AmazonWebServiceResponse
    {
        public Dictionary<string, AttributeValue> Attributes { get; set; }
    }
    public class UpdateItemRequest : AmazonDynamoDBRequest
    {
        public string TableName { get; set; }
        public Dictionary<string, AttributeValue> Key { get; set; }
        public string UpdateExpression { get; set; }
        public string ConditionExpression { get; set; }
        public Dictionary<string, string> ExpressionAttributeNames { get; set; }
        public Dictionary<string, AttributeValue> ExpressionAttributeValues { get; set; }
    }
    public class UpdateItemResponse : AmazonWebServiceResponse
    {
        public Dictionary<string, AttributeValue> Attributes { get; set; }
    }
    public class DeleteItemRequest : AmazonDynamoDBRequest
    {
        public DeleteItemRequest() { }
        public DeleteItemRequest(string tableName, Dictionary<string, AttributeValue> key) { }
        public string TableName { get; set; }
        public Dictionary<string, AttributeValue> Key { get; set; }
        public string ConditionExpression { get; set; }
    }
    public class DeleteItemResponse : AmazonWebServiceResponse
    {
        public Dictionary<string, AttributeValue> Attributes { get; set; }
    }
    public class QueryRequest : AmazonDynamoDBRequest
    {
        public QueryRequest() { }
        public QueryRequest(string tableName) { }
        public string TableName { get; set; }
        public string IndexName { get; set; }
        public string KeyConditionExpression { get; set; }
        public string FilterExpression { get; set; }
        public int? Limit { get; set; }
        public bool? ScanIndexForward { get; set; }
        public Select Select { get; set; }
        public Dictionary<string, AttributeValue> ExclusiveStartKey { get; set; }
        public Dictionary<string, string> ExpressionAttributeNames { get; set; }
        public Dictionary<string, AttributeValue> ExpressionAttributeValues { get; set; }
    }
    public class QueryResponse : AmazonWebServiceResponse
    {
        public List<Dictionary<string, AttributeValue>> Items { get; set; }
        public int? Count { get; set; }
        public int? ScannedCount { get; set; }
        public Dictionary<string, AttributeValue> LastEvaluatedKey { get; set; }
    }
    public class ScanRequest : AmazonDynamoDBRequest
    {
        public ScanRequest() { }
        public ScanRequest(string tableName) { }
        public string TableName { get; set; }
        public string IndexName { get; set; }
        public string FilterExpression { get; set; }
        public int? Limit { get; set; }
        public Select Select { get; set; }
        public int? Segment { get; set; }
        public int? TotalSegments { get; set; }
        public Dictionary<string, AttributeValue> ExclusiveStartKey { get; set; }
        public Dictionary<string, string> ExpressionAttributeNames { get; set; }
        public Dictionary<string, AttributeValue> ExpressionAttributeValues { get; set; }
    }
    public class ScanResponse : AmazonWebServiceResponse
    {
        public List<Dictionary<string, AttributeValue>> Items { get; set; }
        public int? Count { get; set; }
        public int? ScannedCount { get; set; }
        public Dictionary<string, AttributeValue> LastEvaluatedKey { get; set; }
    }
    public class BatchGetItemRequest : AmazonDynamoDBRequest
    {
        public BatchGetItemRequest() { }
        public BatchGetItemRequest(Dictionary<string, KeysAndAttributes> requestItems) { }
        public Dictionary<string, KeysAndAttributes> RequestItems { get; set; }
    }
    public class BatchGetItemResponse : AmazonWebServiceResponse
    {
        public Dictionary<string, List<Dictionary<string, AttributeValue>>> Responses { get; set; }
        public Dictionary<string, KeysAndAttributes> UnprocessedKeys { get; set; }
    }
    public class BatchWriteItemRequest : AmazonDynamoDBRequest
    {
        public BatchWriteItemRequest() { }
        public BatchWriteItemRequest(Dictionary<string, List<WriteRequest>> requestItems) { }
        public Dictionary<string, List<WriteRequest>> RequestItems { get; set; }
    }
    public class BatchWriteItemResponse : AmazonWebServiceResponse
    {
        public Dictionary<string, List<WriteRequest>> UnprocessedItems { get; set; }
    }
    public class TransactWriteItemsRequest : AmazonDynamoDBRequest
    {
        public List<TransactWriteItem> TransactItems { get; set; }
        public string ClientRequestToken { get; set; }
    }
    public class TransactWriteItemsResponse : AmazonWebServiceResponse
    {
        public List<ConsumedCapacity> ConsumedCapacity { get; set; }
    }
    public class ListTablesRequest : AmazonDynamoDBRequest
    {
        public ListTablesRequest() { }
        public ListTablesRequest(string exclusiveStartTableName) { }
        public ListTablesRequest(string exclusiveStartTableName, int? limit) { }
        public string ExclusiveStartTableName { get; set; }
        public int? Limit { get; set; }
    }
    public class ListTablesResponse : AmazonWebServiceResponse
    {
        public List<string> TableNames { get; set; }
        public string LastEvaluatedTableName { get; set; }
    }
    public class DescribeTableRequest : AmazonDynamoDBRequest
    {
        public DescribeTableRequest() { }
        public DescribeTableRequest(string tableName) { }
        public string TableName { get; set; }
    }
    public class DescribeTableResponse : AmazonWebServiceResponse
    {
        public TableDescription Table { get; set; }
    }
    public class CreateTableRequest : AmazonDynamoDBRequest
    {
        public string TableName { get; set; }
        public BillingMode BillingMode { get; set; }
    }
    public class CreateTableResponse : AmazonWebServiceResponse
    {
        public TableDescription TableDescription { get; set; }
    }
    public class DeleteTableRequest : AmazonDynamoDBRequest
    {
        public DeleteTableRequest() { }
        public DeleteTableRequest(string tableName) { }
        public string TableName { get; set; }
    }
    public class DeleteTableResponse : AmazonWebServiceResponse
    {
        public TableDescription TableDescription { get; set; }
    }
    public class AttributeValue
    {
        public AttributeValue() { }
        public AttributeValue(string s) { }
        public AttributeValue(List<string> ss) { }
        public string S { get; set; }
        public string N { get; set; }
        public MemoryStream B { get; set; }
        public bool? BOOL { get; set; }
        public bool? NULL { get; set; }
        public List<string> SS { get; set; }
        public List<string> NS { get; set; }
        public List<AttributeValue> L { get; set; }
        public Dictionary<string, AttributeValue> M { get; set; }
    }
    public class KeysAndAttributes
    {
        public List<Dictionary<string, AttributeValue>> Keys { get; set; }
        public bool? ConsistentRead { get; set; }
        public string ProjectionExpression { get; set; }
    }
    public class WriteRequest
    {
        public WriteRequest() { }
        public WriteRequest(PutRequest putRequest) { }
        public WriteRequest(DeleteRequest deleteRequest) { }
        public PutRequest PutRequest { get; set; }
        public DeleteRequest DeleteRequest { get; set; }
    }
    public class PutRequest
    {
        public PutRequest() { }
        public PutRequest(Dictionary<string, AttributeValue> item) { }
        public Dictionary<string, AttributeValue> Item { get; set; }
    }
    public class DeleteRequest
    {
        public DeleteRequest() { }
        public DeleteRequest(Dictionary<string, AttributeValue> key) { }
        public Dictionary<string, AttributeValue> Key { get; set; }
    }
    public class TransactWriteItem
    {
        public Put Put { get; set; }
        public Delete Delete { get; set; }
    }
    public class Put
    {
        public string TableName { get; set; }
        public Dictionary<string, AttributeValue> Item { get; set; }
        public string ConditionExpression { get; set; }
    }
    public class Delete
    {
        public string TableName { get; set; }
        public Dictionary<string, AttributeValue> Key { get; set; }
        public string ConditionExpression { get; set; }
    }
    public class ConsumedCapacity
    {
        public string TableName { get; set; }
        public double? CapacityUnits { get; set; }
    }
    public class TableDescription
    {
        public string TableName { get; set; }
        public string TableArn { get; set; }
        public long? ItemCount { get; set; }
        public TableStatus TableStatus { get; set; }
    }
    public interface IDynamoDBv2PaginatorFactory
    {
        IQueryPaginator Query(QueryRequest request);
        IScanPaginator Scan(ScanRequest request);
        IBatchGetItemPaginator BatchGetItem(BatchGetItemRequest request);
        IListTablesPaginator ListTables(ListTablesRequest request);
    }
    public interface IQueryPaginator
    {
        IPaginatedEnumerable<QueryResponse> Responses { get; }
    }
    public interface IScanPaginator
    {
        IPaginatedEnumerable<ScanResponse> Responses { get; }
    }
    public interface IBatchGetItemPaginator
    {
        IPaginatedEnumerable<BatchGetItemResponse> Responses { get; }
    }
    public interface IListTablesPaginator
    {
        IPaginatedEnumerable<ListTablesResponse> Responses { get; }
        IPaginatedEnumerable<string> TableNames { get; }
    }
}
