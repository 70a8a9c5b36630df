// Stand-ins for the public shapes of AWS STS in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.SecurityToken
{
    using Amazon.SecurityToken.Model;
    using Amazon.Runtime;

    public class AmazonSecurityTokenServiceConfig : ClientConfig;
    public class AmazonSecurityTokenServiceRequest : AmazonWebServiceRequest;
    public interface IAmazonSecurityTokenService : IAmazonService, IDisposable
    {
        Task<AssumeRoleResponse> AssumeRoleAsync(AssumeRoleRequest request, CancellationToken cancellationToken = default);
        Task<GetCallerIdentityResponse> GetCallerIdentityAsync(GetCallerIdentityRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonSecurityTokenServiceClient : AmazonServiceClient, IAmazonSecurityTokenService
    {
        public AmazonSecurityTokenServiceClient() { }
        public AmazonSecurityTokenServiceClient(RegionEndpoint region) { }
        public AmazonSecurityTokenServiceClient(AmazonSecurityTokenServiceConfig config) { }
        public AmazonSecurityTokenServiceClient(AWSCredentials credentials) { }
        public AmazonSecurityTokenServiceClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonSecurityTokenServiceClient(AWSCredentials credentials, AmazonSecurityTokenServiceConfig clientConfig) { }
        public AmazonSecurityTokenServiceClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonSecurityTokenServiceClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonSecurityTokenServiceClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSecurityTokenServiceConfig clientConfig) { }
        public virtual Task<AssumeRoleResponse> AssumeRoleAsync(AssumeRoleRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetCallerIdentityResponse> GetCallerIdentityAsync(GetCallerIdentityRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.SecurityToken.Model
{
    using Amazon.Runtime;

    public class AssumeRoleRequest : AmazonSecurityTokenServiceRequest
    {
        public string RoleArn { get; set; }
        public string RoleSessionName { get; set; }
        public int? DurationSeconds { get; set; }
        public string ExternalId { get; set; }
        public string Policy { get; set; }
    }
    public class AssumeRoleResponse : AmazonWebServiceResponse
    {
        public Credentials Credentials { get; set; }
        public AssumedRoleUser AssumedRoleUser { get; set; }
        public int? PackedPolicySize { get; set; }
    }
    public class GetCallerIdentityRequest : AmazonSecurityTokenServiceRequest;
    public class GetCallerIdentityResponse : AmazonWebServiceResponse
    {
        public string Account { get; set; }
        public string Arn { get; set; }
        public string UserId { get; set; }
    }
    public class AssumedRoleUser
    {
        public string Arn { get; set; }
        public string AssumedRoleId { get; set; }
    }
    public class Credentials : AWSCredentials
    {
        public string AccessKeyId { get; set; }
        public string SecretAccessKey { get; set; }
        public string SessionToken { get; set; }
        public DateTime? Expiration { get; set; }
    }
}
