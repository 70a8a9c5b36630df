// Stand-ins for the public shapes of AWS Systems Manager in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.SimpleSystemsManagement
{
    using Amazon.SimpleSystemsManagement.Model;
    using Amazon.Runtime;

    public class AmazonSimpleSystemsManagementConfig : ClientConfig;
    public class AmazonSimpleSystemsManagementRequest : AmazonWebServiceRequest;
    public interface IAmazonSimpleSystemsManagement : IAmazonService, IDisposable
    {
        ISimpleSystemsManagementPaginatorFactory Paginators { get; }
        Task<GetParameterResponse> GetParameterAsync(GetParameterRequest request, CancellationToken cancellationToken = default);
        Task<GetParametersResponse> GetParametersAsync(GetParametersRequest request, CancellationToken cancellationToken = default);
        Task<GetParametersByPathResponse> GetParametersByPathAsync(GetParametersByPathRequest request, CancellationToken cancellationToken = default);
        Task<PutParameterResponse> PutParameterAsync(PutParameterRequest request, CancellationToken cancellationToken = default);
    }
    public class AmazonSimpleSystemsManagementClient : AmazonServiceClient, IAmazonSimpleSystemsManagement
    {
        public AmazonSimpleSystemsManagementClient() { }
        public AmazonSimpleSystemsManagementClient(RegionEndpoint region) { }
        public AmazonSimpleSystemsManagementClient(AmazonSimpleSystemsManagementConfig config) { }
        public AmazonSimpleSystemsManagementClient(AWSCredentials credentials) { }
        public AmazonSimpleSystemsManagementClient(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonSimpleSystemsManagementClient(AWSCredentials credentials, AmazonSimpleSystemsManagementConfig clientConfig) { }
        public AmazonSimpleSystemsManagementClient(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonSimpleSystemsManagementClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonSimpleSystemsManagementClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonSimpleSystemsManagementConfig clientConfig) { }
        public ISimpleSystemsManagementPaginatorFactory Paginators => null;
        public virtual Task<GetParameterResponse> GetParameterAsync(GetParameterRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetParametersResponse> GetParametersAsync(GetParametersRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetParametersByPathResponse> GetParametersByPathAsync(GetParametersByPathRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutParameterResponse> PutParameterAsync(PutParameterRequest request, CancellationToken cancellationToken = default) => null;
    }
}

namespace Amazon.SimpleSystemsManagement.Model
{
    using Amazon.Runtime;

    public class GetParameterRequest : AmazonSimpleSystemsManagementRequest
    {
        public string Name { get; set; }
        public bool? WithDecryption { get; set; }
    }
    public class GetParameterResponse : AmazonWebServiceResponse
    {
        public Parameter Parameter { get; set; }
    }
    public class GetParametersRequest : AmazonSimpleSystemsManagementRequest
    {
        public List<string> Names { get; set; }
        public bool? WithDecryption { get; set; }
    }
    public class GetParametersResponse : AmazonWebServiceResponse
    {
        public List<Parameter> Parameters { get; set; }
        public List<string> InvalidParameters { get; set; }
    }
    public class GetParametersByPathRequest : AmazonSimpleSystemsManagementRequest
    {
        public string Path { get; set; }
        public bool? Recursive { get; set; }
        public bool? WithDecryption { get; set; }
        public int? MaxResults { get; set; }
        public string NextToken { get; set; }
    }
    public class GetParametersByPathResponse : AmazonWebServiceResponse
    {
        public List<Parameter> Parameters { get; set; }
        public string NextToken { get; set; }
    }
    public class PutParameterRequest : AmazonSimpleSystemsManagementRequest
    {
        public string Name { get; set; }
        public string Value { get; set; }
        public bool? Overwrite { get; set; }
    }
    public class PutParameterResponse : AmazonWebServiceResponse
    {
        public long? Version { get; set; }
    }
    public class Parameter
    {
        public string Name { get; set; }
        public string Value { get; set; }
        public string ARN { get; set; }
        public long? Version { get; set; }
        public DateTime? LastModifiedDate { get; set; }
    }
    public interface ISimpleSystemsManagementPaginatorFactory
    {
        IGetParametersByPathPaginator GetParametersByPath(GetParametersByPathRequest request);
    }
    public interface IGetParametersByPathPaginator
    {
        IPaginatedEnumerable<GetParametersByPathResponse> Responses { get; }
        IPaginatedEnumerable<Parameter> Parameters { get; }
    }
}
