// Stand-ins for the public shapes of AWS AppConfig in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.AppConfigData
{
    using Amazon.AppConfigData.Model;
    using Amazon.Runtime;

    public class AmazonAppConfigDataConfig : ClientConfig;
    public class AmazonAppConfigDataRequest : AmazonWebServiceRequest;
    public interface IAmazonAppConfigData : IAmazonService, IDisposable
    {
        Task<StartConfigurationSessionResponse> StartConfigurationSessionAsync(StartConfigurationSessionRequest request, CancellationToken cancellationToken = default);
        Task<GetLatestConfigurationResponse> GetLatestConfigurationAsync(GetLatestConfigurationRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonAppConfigDataClient : AmazonServiceClient, IAmazonAppConfigData
    {
        public AmazonAppConfigDataClient() { }
        public AmazonAppConfigDataClient(RegionEndpoint region) { }
        public AmazonAppConfigDataClient(AmazonAppConfigDataConfig config) { }
        public AmazonAppConfigDataClient(AWSCredentials credentials) { }
        public AmazonAppConfigDataClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonAppConfigDataClient(AWSCredentials credentials, AmazonAppConfigDataConfig clientConfig) { }
        public AmazonAppConfigDataClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonAppConfigDataClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonAppConfigDataClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonAppConfigDataConfig clientConfig) { }
        public virtual Task<StartConfigurationSessionResponse> StartConfigurationSessionAsync(StartConfigurationSessionRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetLatestConfigurationResponse> GetLatestConfigurationAsync(GetLatestConfigurationRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.AppConfigData.Model
{
    using Amazon.Runtime;

    public class StartConfigurationSessionRequest : AmazonAppConfigDataRequest
    {
        public string ApplicationIdentifier { get; set; }
        public string EnvironmentIdentifier { get; set; }
        public string ConfigurationProfileIdentifier { get; set; }
    }
    public class StartConfigurationSessionResponse : AmazonWebServiceResponse
    {
        public string InitialConfigurationToken { get; set; }
    }
    public class GetLatestConfigurationRequest : AmazonAppConfigDataRequest
    {
        public string ConfigurationToken { get; set; }
    }
    public class GetLatestConfigurationResponse : AmazonWebServiceResponse
    {
        public MemoryStream Configuration { get; set; }
        public string ContentType { get; set; }
        public string NextPollConfigurationToken { get; set; }
    }
}
