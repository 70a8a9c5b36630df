// Stand-ins for the shapes of AWSSDK.Core, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.Net;
using System.Threading.Tasks;

namespace Amazon
{
    public static class AWSConfigs
    {
        public static bool InitializeCollections { get; set; }
        public static string AWSRegion { get; set; }
        public static RegionEndpoint RegionEndpoint { get; set; }
    }

    public class RegionEndpoint
    {
        public static readonly RegionEndpoint EUCentral1 = new();
        public static readonly RegionEndpoint EUWest1 = new();
        public static readonly RegionEndpoint USEast1 = new();
        public static readonly RegionEndpoint USWest2 = new();
        private RegionEndpoint() { }
        public string SystemName => null;
        public string DisplayName => null;
        public static RegionEndpoint GetBySystemName(string systemName) => null;
    }
}

namespace Amazon.Runtime
{
    public interface IClientConfig
    {
        TimeSpan? Timeout { get; }
        int MaxErrorRetry { get; }
        RegionEndpoint RegionEndpoint { get; }
    }

    public interface IAmazonService
    {
        IClientConfig Config { get; }
    }

    public abstract class ClientConfig : IClientConfig
    {
        public TimeSpan? Timeout { get; set; }
        public TimeSpan? ConnectTimeout { get; set; }
        public int MaxErrorRetry { get; set; }
        public bool ThrottleRetries { get; set; }
        public bool FastFailRequests { get; set; }
        public RequestRetryMode RetryMode { get; set; }
        public DefaultConfigurationMode DefaultConfigurationMode { get; set; }
        public RegionEndpoint RegionEndpoint { get; set; }
        public string ServiceURL { get; set; }
        public string AuthenticationRegion { get; set; }
        public bool UseHttp { get; set; }
        public bool LogResponse { get; set; }
        public bool CacheHttpClient { get; set; }
        public int HttpClientCacheSize { get; set; }
        public int? MaxConnectionsPerServer { get; set; }
        public AWSCredentials DefaultAWSCredentials { get; set; }
        public HttpClientFactory HttpClientFactory { get; set; }
        public virtual void Validate() { }
    }

    public abstract class HttpClientFactory
    {
        public abstract System.Net.Http.HttpClient CreateHttpClient(IClientConfig clientConfig);
    }

    public enum RequestRetryMode { Standard, Adaptive }

    public enum DefaultConfigurationMode { Standard, InRegion, CrossRegion, Mobile, Auto }

    public class ImmutableCredentials(string awsAccessKeyId, string awsSecretAccessKey, string token)
    {
        public string AccessKey { get; } = awsAccessKeyId;
        public string SecretKey { get; } = awsSecretAccessKey;
        public string Token { get; } = token;
    }

    public abstract class AWSCredentials
    {
        public virtual ImmutableCredentials GetCredentials() => null;
        public virtual Task<ImmutableCredentials> GetCredentialsAsync() => null;
    }

    public class BasicAWSCredentials : AWSCredentials
    {
        public BasicAWSCredentials(string accessKey, string secretKey) { }
    }

    public class SessionAWSCredentials : AWSCredentials
    {
        public SessionAWSCredentials(string awsAccessKeyId, string awsSecretAccessKey, string token) { }
    }

    public abstract class RefreshingAWSCredentials : AWSCredentials, IDisposable
    {
        public void Dispose() { }
        public virtual void ClearCredentials() { }
    }

    public class AssumeRoleAWSCredentials : RefreshingAWSCredentials
    {
        public AssumeRoleAWSCredentials(AWSCredentials sourceCredentials, string roleArn, string roleSessionName) { }
        public AssumeRoleAWSCredentials(AWSCredentials sourceCredentials, string roleArn, string roleSessionName, AssumeRoleAWSCredentialsOptions options) { }
    }

    public class AssumeRoleAWSCredentialsOptions
    {
        public string ExternalId { get; set; }
        public int? DurationSeconds { get; set; }
    }

    public class InstanceProfileAWSCredentials : AWSCredentials
    {
        public InstanceProfileAWSCredentials() { }
        public InstanceProfileAWSCredentials(string role) { }
    }

    public class EnvironmentVariablesAWSCredentials : AWSCredentials;

    public static class FallbackCredentialsFactory
    {
        public static AWSCredentials GetCredentials() => null;
    }

    public abstract class AmazonServiceClient : IDisposable
    {
        public IClientConfig Config => null;
        public void Dispose() { }
    }

    public abstract class AmazonWebServiceRequest;

    public class AmazonWebServiceResponse
    {
        public ResponseMetadata ResponseMetadata { get; set; }
        public long ContentLength { get; set; }
        public HttpStatusCode HttpStatusCode { get; set; }
    }

    public class ResponseMetadata
    {
        public string RequestId { get; set; }
        public IDictionary<string, string> Metadata => null;
    }

    public interface IPaginatedEnumerable<TResult> : IAsyncEnumerable<TResult>;

    public class ConstantClass
    {
        protected ConstantClass(string value) { }
        public string Value => null;
        public static implicit operator string(ConstantClass value) => value?.Value;
    }

    public class AmazonClientException : Exception
    {
        public AmazonClientException(string message) : base(message) { }
        public AmazonClientException(string message, Exception innerException) : base(message, innerException) { }
    }

    public class AmazonServiceException : Exception
    {
        public AmazonServiceException() { }
        public AmazonServiceException(string message) : base(message) { }
        public string ErrorCode { get; set; }
        public string RequestId { get; set; }
        public HttpStatusCode StatusCode { get; set; }
    }
}

namespace Amazon.Runtime.CredentialManagement
{
    public class CredentialProfileStoreChain
    {
        public bool TryGetAWSCredentials(string profileName, out AWSCredentials credentials) { credentials = null; return false; }
    }
}
