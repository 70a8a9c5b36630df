// Stand-ins for the object and document models of Amazon DynamoDB in the AWS SDK, version 4. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.DynamoDBv2.DataModel
{
    using Amazon.DynamoDBv2.DocumentModel;

    public class DynamoDBContextConfig
    {
        public bool? ConsistentRead { get; set; }
        public bool? DisableFetchingTableMetadata { get; set; }
        public string TableNamePrefix { get; set; }
    }

    public abstract class DynamoDBAttribute : Attribute;

    public sealed class DynamoDBTableAttribute(string tableName) : DynamoDBAttribute
    {
        public string TableName { get; set; } = tableName;
    }

    public class ScanCondition(string propertyName, ScanOperator op, params object[] values)
    {
        public string PropertyName { get; set; } = propertyName;
        public ScanOperator Operator { get; set; } = op;
        public object[] Values { get; set; } = values;
    }

    public interface IAsyncSearch<T>
    {
        bool IsDone { get; }
        string PaginationToken { get; }
        Task<List<T>> GetNextSetAsync(CancellationToken cancellationToken = default);
        Task<List<T>> GetRemainingAsync(CancellationToken cancellationToken = default);
    }

    public interface IDynamoDBContext : IDisposable
    {
        void RegisterTableDefinition(Table table);
        Task SaveAsync<T>(T value, CancellationToken cancellationToken = default);
        Task<T> LoadAsync<T>(object hashKey, CancellationToken cancellationToken = default);
        Task<T> LoadAsync<T>(object hashKey, object rangeKey, CancellationToken cancellationToken = default);
        Task DeleteAsync<T>(T value, CancellationToken cancellationToken = default);
        IAsyncSearch<T> QueryAsync<T>(object hashKeyValue);
        IAsyncSearch<T> ScanAsync<T>(IEnumerable<ScanCondition> conditions);
    }

    public class DynamoDBContext : IDynamoDBContext
    {
        public DynamoDBContext(IAmazonDynamoDB client) { }
        public DynamoDBContext(IAmazonDynamoDB client, DynamoDBContextConfig config) { }
        public void RegisterTableDefinition(Table table) { }
        public Task SaveAsync<T>(T value, CancellationToken cancellationToken = default) => null;
        public Task<T> LoadAsync<T>(object hashKey, CancellationToken cancellationToken = default) => null;
        public Task<T> LoadAsync<T>(object hashKey, object rangeKey, CancellationToken cancellationToken = default) => null;
        public Task DeleteAsync<T>(T value, CancellationToken cancellationToken = default) => null;
        public IAsyncSearch<T> QueryAsync<T>(object hashKeyValue) => null;
        public IAsyncSearch<T> ScanAsync<T>(IEnumerable<ScanCondition> conditions) => null;
        public void Dispose() { }
    }

    public interface IDynamoDBContextBuilder
    {
        IDynamoDBContextBuilder ConfigureContext(Action<DynamoDBContextConfig> configure);
        IDynamoDBContextBuilder WithDynamoDBClient(Func<IAmazonDynamoDB> factory);
        DynamoDBContext Build();
    }

    public class DynamoDBContextBuilder : IDynamoDBContextBuilder
    {
        public IDynamoDBContextBuilder ConfigureContext(Action<DynamoDBContextConfig> configure) => this;
        public IDynamoDBContextBuilder WithDynamoDBClient(Func<IAmazonDynamoDB> factory) => this;
        public DynamoDBContext Build() => null;
    }
}

namespace Amazon.DynamoDBv2.DocumentModel
{
    public enum ScanOperator { Equal, NotEqual, LessThanOrEqual, LessThan, GreaterThanOrEqual, GreaterThan, IsNotNull, IsNull, Contains, NotContains, BeginsWith, In, Between }

    public abstract class DynamoDBEntry;

    public class Document : DynamoDBEntry
    {
        public string ToJson() => null;
        public static Document FromJson(string json) => null;
    }

    public interface ITable
    {
        Task<Document> PutItemAsync(Document doc, CancellationToken cancellationToken = default);
        Task<Document> GetItemAsync(IDictionary<string, DynamoDBEntry> key, CancellationToken cancellationToken = default);
    }

    public class Table : ITable
    {
        private Table() { }
        public static ITable LoadTable(IAmazonDynamoDB ddbClient, string tableName) => null;
        public static bool TryLoadTable(IAmazonDynamoDB ddbClient, string tableName, out ITable table) { table = null; return false; }
        public Task<Document> PutItemAsync(Document doc, CancellationToken cancellationToken = default) => null;
        public Task<Document> GetItemAsync(IDictionary<string, DynamoDBEntry> key, CancellationToken cancellationToken = default) => null;
    }

    public interface ITableBuilder
    {
        Table Build();
    }

    public class TableBuilder : ITableBuilder
    {
        public TableBuilder(IAmazonDynamoDB ddbClient, string tableName) { }
        public Table Build() => null;
    }
}
