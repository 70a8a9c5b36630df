// Stand-ins for the public shapes of the AWS SDK that the rules recognise by name. Bodies do nothing.
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.Runtime
{
    public interface IClientConfig
    {
        TimeSpan? Timeout { get; }
    }
    public interface IAmazonService : IDisposable
    {
        IClientConfig Config { get; }
    }
    public class ClientConfig : IClientConfig
    {
        public TimeSpan? Timeout { get; set; }
        public int MaxErrorRetry { get; set; }
    }
    public abstract class AWSCredentials;
    public class BasicAWSCredentials(string key, string secret) : AWSCredentials
    {
        public string Text { get; } = key + secret;
    }
    public abstract class AmazonServiceClient : IDisposable
    {
        public IClientConfig Config { get; } = new ClientConfig();
        public void Dispose() { }
    }
}

namespace Amazon.S3
{
    using Amazon.Runtime;

    public class AmazonS3Config : ClientConfig;
    public interface IAmazonS3 : IAmazonService
    {
        Task<string> ListBucketsAsync(CancellationToken cancellationToken = default);
        Task PutObjectAsync(string bucket, string key, CancellationToken cancellationToken = default);
    }
    public class AmazonS3Client : AmazonServiceClient, IAmazonS3
    {
        public AmazonS3Client() { }
        public AmazonS3Client(AmazonS3Config config) { }
        public AmazonS3Client(AWSCredentials credentials) { }
        public AmazonS3Client(AWSCredentials credentials, AmazonS3Config config) { }
        public Task<string> ListBucketsAsync(CancellationToken cancellationToken = default) => Task.FromResult("");
        public Task PutObjectAsync(string bucket, string key, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}

namespace Amazon.S3.Model
{
    public class GetObjectResponse
    {
        public Task WriteResponseStreamToFileAsync(string filePath, bool append, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

namespace Amazon.S3.Transfer
{
    public interface ITransferUtility : IDisposable
    {
        Task DownloadAsync(string filePath, string bucketName, string key, CancellationToken cancellationToken = default);
    }
    public class TransferUtility(Amazon.S3.IAmazonS3 client) : ITransferUtility
    {
        public object Client { get; } = client;
        public Task DownloadAsync(string filePath, string bucketName, string key, CancellationToken cancellationToken = default) => Task.CompletedTask;
        public void Dispose() { }
    }
}

namespace Amazon.DynamoDBv2
{
    using Amazon.Runtime;

    public interface IAmazonDynamoDB : IAmazonService;
    public class AmazonDynamoDBClient : AmazonServiceClient, IAmazonDynamoDB;
}

namespace Amazon.DynamoDBv2.DataModel
{
    using Amazon.DynamoDBv2;
    using Amazon.DynamoDBv2.DocumentModel;

    public class DynamoDBContextConfig
    {
        public bool? DisableFetchingTableMetadata { get; set; }
        public string? TableNamePrefix { get; set; }
    }
    public interface IDynamoDBContext : IDisposable
    {
        void RegisterTableDefinition(Table table);
    }
    public class DynamoDBContext : IDynamoDBContext
    {
        public DynamoDBContext(IAmazonDynamoDB client) { }
        public DynamoDBContext(IAmazonDynamoDB client, DynamoDBContextConfig config) { }
        public void RegisterTableDefinition(Table table) { }
        public void Dispose() { }
    }
    public class DynamoDBContextBuilder
    {
        public DynamoDBContextBuilder WithDynamoDBClient(Func<IAmazonDynamoDB> factory) => this;
        public DynamoDBContextBuilder ConfigureContext(Action<DynamoDBContextConfig> configure) => this;
        public DynamoDBContext Build() => new(null!, new DynamoDBContextConfig { DisableFetchingTableMetadata = true });
    }
}

namespace Amazon.DynamoDBv2.DocumentModel
{
    using Amazon.DynamoDBv2;

    public class Table
    {
        public static Table LoadTable(IAmazonDynamoDB client, string name) => new();
        public static bool TryLoadTable(IAmazonDynamoDB client, string name, out Table table) { table = new(); return true; }
    }
}

namespace Amazon.SecurityToken
{
    using Amazon.Runtime;

    public class AmazonSecurityTokenServiceClient : AmazonServiceClient
    {
        public Task<AWSCredentials> AssumeRoleAsync(string role) => Task.FromResult<AWSCredentials>(new BasicAWSCredentials(role, ""));
    }
}
