// Stand-ins for the public shapes of AWS Secrets Manager in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.SecretsManager
{
    using Amazon.SecretsManager.Model;
    using Amazon.Runtime;

    public class AmazonSecretsManagerConfig : ClientConfig;
    public class AmazonSecretsManagerRequest : AmazonWebServiceRequest;
    public interface IAmazonSecretsManager : IAmazonService, IDisposable
    {
        ISecretsManagerPaginatorFactory Paginators { get; }
        Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default);
        Task<BatchGetSecretValueResponse> BatchGetSecretValueAsync(BatchGetSecretValueRequest request, CancellationToken cancellationToken = default);
        Task<PutSecretValueResponse> PutSecretValueAsync(PutSecretValueRequest request, CancellationToken cancellationToken = default);
        Task<ListSecretsResponse> ListSecretsAsync(ListSecretsRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonSecretsManagerClient : AmazonServiceClient, IAmazonSecretsManager
    {
        public AmazonSecretsManagerClient() { }
        public AmazonSecretsManagerClient(RegionEndpoint region) { }
        public AmazonSecretsManagerClient(AmazonSecretsManagerConfig config) { }
        public AmazonSecretsManagerClient(AWSCredentials credentials) { }
        public AmazonSecretsManagerClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig) { }
        public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonSecretsManagerClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSecretsManagerConfig clientConfig) { }
        public ISecretsManagerPaginatorFactory Paginators => null;
        public virtual Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<BatchGetSecretValueResponse> BatchGetSecretValueAsync(BatchGetSecretValueRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutSecretValueResponse> PutSecretValueAsync(PutSecretValueRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListSecretsResponse> ListSecretsAsync(ListSecretsRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.SecretsManager.Model
{
    using Amazon.Runtime;

    public class GetSecretValueRequest : AmazonSecretsManagerRequest
    {
        public string SecretId { get; set; }
        public string VersionId { get; set; }
        public string VersionStage { get; set; }
    }
    public class GetSecretValueResponse : AmazonWebServiceResponse
    {
        public string ARN { get; set; }
        public string Name { get; set; }
        public string SecretString { get; set; }
        public MemoryStream SecretBinary { get; set; }
        public string VersionId { get; set; }
    }
    public class BatchGetSecretValueRequest : AmazonSecretsManagerRequest
    {
        public List<string> SecretIdList { get; set; }
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
    }
    public class BatchGetSecretValueResponse : AmazonWebServiceResponse
    {
        public List<SecretValueEntry> SecretValues { get; set; }
        public List<APIErrorType> Errors { get; set; }
        public string NextToken { get; set; }
    }
    public class PutSecretValueRequest : AmazonSecretsManagerRequest
    {
        public string SecretId { get; set; }
        public string SecretString { get; set; }
    }
    public class PutSecretValueResponse : AmazonWebServiceResponse
    {
        public string ARN { get; set; }
        public string VersionId { get; set; }
    }
    public class ListSecretsRequest : AmazonSecretsManagerRequest
    {
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
    }
    public class ListSecretsResponse : AmazonWebServiceResponse
    {
        public List<SecretListEntry> SecretList { get; set; }
        public string NextToken { get; set; }
    }
    public class SecretListEntry
    {
        public string ARN { get; set; }
        public string Name { get; set; }
    }
    public class SecretValueEntry
    {
        public string ARN { get; set; }
        public string Name { get; set; }
        public string SecretString { get; set; }
    }
    public class APIErrorType
    {
        public string SecretId { get; set; }
        public string ErrorCode { get; set; }
        public string Message { get; set; }
    }
    public interface ISecretsManagerPaginatorFactory
    {
        IBatchGetSecretValuePaginator BatchGetSecretValue(BatchGetSecretValueRequest request);
        IListSecretsPaginator ListSecrets(ListSecretsRequest request);
    }
    public interface IBatchGetSecretValuePaginator
    {
        IPaginatedEnumerable<BatchGetSecretValueResponse> Responses { get; }
        IPaginatedEnumerable<SecretValueEntry> SecretValues { get; }
    }
    public interface IListSecretsPaginator
    {
        IPaginatedEnumerable<ListSecretsResponse> Responses { get; }
        IPaginatedEnumerable<SecretListEntry> SecretList { get; }
    }
}
