// Stand-ins for the public shapes of Amazon S3 in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.S3
{
    using Amazon.S3.Model;
    using Amazon.Runtime;

    public class AmazonS3Config : ClientConfig
    {
        public bool ForcePathStyle { get; set; }
        public bool UseAccelerateEndpoint { get; set; }
    }
    public enum HttpVerb { GET, HEAD, PUT, DELETE }
    public interface IAmazonS3 : IAmazonService, IDisposable
    {
        IS3PaginatorFactory Paginators { get; }
        Task<ListBucketsResponse> ListBucketsAsync(CancellationToken cancellationToken = default);
        Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken cancellationToken = default);
        Task<ListObjectsResponse> ListObjectsAsync(string bucketName, CancellationToken cancellationToken = default);
        Task<ListObjectsResponse> ListObjectsAsync(string bucketName, string prefix, CancellationToken cancellationToken = default);
        Task<ListObjectsResponse> ListObjectsAsync(ListObjectsRequest request, CancellationToken cancellationToken = default);
        Task<ListObjectsV2Response> ListObjectsV2Async(ListObjectsV2Request request, CancellationToken cancellationToken = default);
        Task<ListVersionsResponse> ListVersionsAsync(string bucketName, CancellationToken cancellationToken = default);
        Task<ListVersionsResponse> ListVersionsAsync(string bucketName, string prefix, CancellationToken cancellationToken = default);
        Task<ListVersionsResponse> ListVersionsAsync(ListVersionsRequest request, CancellationToken cancellationToken = default);
        Task<GetObjectResponse> GetObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default);
        Task<GetObjectResponse> GetObjectAsync(string bucketName, string key, string versionId, CancellationToken cancellationToken = default);
        Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default);
        Task<GetObjectMetadataResponse> GetObjectMetadataAsync(string bucketName, string key, CancellationToken cancellationToken = default);
        Task<GetObjectMetadataResponse> GetObjectMetadataAsync(string bucketName, string key, string versionId, CancellationToken cancellationToken = default);
        Task<GetObjectMetadataResponse> GetObjectMetadataAsync(GetObjectMetadataRequest request, CancellationToken cancellationToken = default);
        Task<PutObjectResponse> PutObjectAsync(PutObjectRequest request, CancellationToken cancellationToken = default);
        Task<CopyObjectResponse> CopyObjectAsync(string sourceBucket, string sourceKey, string destinationBucket, string destinationKey, CancellationToken cancellationToken = default);
        Task<CopyObjectResponse> CopyObjectAsync(string sourceBucket, string sourceKey, string sourceVersionId, string destinationBucket, string destinationKey, CancellationToken cancellationToken = default);
        Task<CopyObjectResponse> CopyObjectAsync(CopyObjectRequest request, CancellationToken cancellationToken = default);
        Task<DeleteObjectResponse> DeleteObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default);
        Task<DeleteObjectResponse> DeleteObjectAsync(string bucketName, string key, string versionId, CancellationToken cancellationToken = default);
        Task<DeleteObjectResponse> DeleteObjectAsync(DeleteObjectRequest request, CancellationToken cancellationToken = default);
        Task<DeleteObjectsResponse> DeleteObjectsAsync(DeleteObjectsRequest request, CancellationToken cancellationToken = default);
        string GetPreSignedURL(GetPreSignedUrlRequest request);
        Task<string> GetPreSignedURLAsync(GetPreSignedUrlRequest request);
    }
    public class AmazonS3Client : AmazonServiceClient, IAmazonS3
    {
        public AmazonS3Client() { }
        public AmazonS3Client(RegionEndpoint region) { }
        public AmazonS3Client(AmazonS3Config config) { }
        public AmazonS3Client(AWSCredentials credentials) { }
        public AmazonS3Client(AWSCredentials credentials, RegionEndpoint region) { }
        public AmazonS3Client(AWSCredentials credentials, AmazonS3Config clientConfig) { }
        public AmazonS3Client(string awsAccessKeyId, string awsSecretAccessKey) { }
        public AmazonS3Client(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region) { }
        public AmazonS3Client(string awsAccessKeyId, string awsSecretAccessKey, AmazonS3Config clientConfig) { }
        public IS3PaginatorFactory Paginators => null;
        public virtual Task<ListBucketsResponse> ListBucketsAsync(CancellationToken cancellationToken = default) => null;
        public virtual Task<ListBucketsResponse> ListBucketsAsync(ListBucketsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListObjectsResponse> ListObjectsAsync(string bucketName, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListObjectsResponse> ListObjectsAsync(string bucketName, string prefix, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListObjectsResponse> ListObjectsAsync(ListObjectsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListObjectsV2Response> ListObjectsV2Async(ListObjectsV2Request request, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListVersionsResponse> ListVersionsAsync(string bucketName, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListVersionsResponse> ListVersionsAsync(string bucketName, string prefix, CancellationToken cancellationToken = default) => null;
        public virtual Task<ListVersionsResponse> ListVersionsAsync(ListVersionsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetObjectResponse> GetObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetObjectResponse> GetObjectAsync(string bucketName, string key, string versionId, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetObjectResponse> GetObjectAsync(GetObjectRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetObjectMetadataResponse> GetObjectMetadataAsync(string bucketName, string key, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetObjectMetadataResponse> GetObjectMetadataAsync(string bucketName, string key, string versionId, CancellationToken cancellationToken = default) => null;
        public virtual Task<GetObjectMetadataResponse> GetObjectMetadataAsync(GetObjectMetadataRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<PutObjectResponse> PutObjectAsync(PutObjectRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<CopyObjectResponse> CopyObjectAsync(string sourceBucket, string sourceKey, string destinationBucket, string destinationKey, CancellationToken cancellationToken = default) => null;
        public virtual Task<CopyObjectResponse> CopyObjectAsync(string sourceBucket, string sourceKey, string sourceVersionId, string destinationBucket, string destinationKey, CancellationToken cancellationToken = default) => null;
        public virtual Task<CopyObjectResponse> CopyObjectAsync(CopyObjectRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteObjectResponse> DeleteObjectAsync(string bucketName, string key, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteObjectResponse> DeleteObjectAsync(string bucketName, string key, string versionId, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteObjectResponse> DeleteObjectAsync(DeleteObjectRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<DeleteObjectsResponse> DeleteObjectsAsync(DeleteObjectsRequest request, CancellationToken cancellationToken = default) => null;
        public virtual string GetPreSignedURL(GetPreSignedUrlRequest request) => null;
        public virtual Task<string> GetPreSignedURLAsync(GetPreSignedUrlRequest request) => null;
    }
}
