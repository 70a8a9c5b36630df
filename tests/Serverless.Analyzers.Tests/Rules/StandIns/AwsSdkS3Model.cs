// Stand-ins for the public shapes of Amazon S3 in the AWS SDK, version 4, that the rules recognise by name. Bodies do nothing.
#nullable disable
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.S3.Model
{
    using Amazon.Runtime;

    public abstract class PutWithACLRequest : AmazonWebServiceRequest
    {
        public List<S3Grant> Grants { get; set; }
    }
    public abstract class StreamResponse : AmazonWebServiceResponse, IDisposable
    {
        public Stream ResponseStream { get; set; }
        public void Dispose() { }
    }
    public sealed class MetadataCollection
    {
        public string this[string name] { get => null; set { } }
        public void Add(string name, string value) { }
        public ICollection<string> Keys => null;
    }

    public class ListBucketsRequest : AmazonWebServiceRequest
    {
        public string ContinuationToken { get; set; }
        public int? MaxBuckets { get; set; }
        public string Prefix { get; set; }
    }
    public class ListBucketsResponse : AmazonWebServiceResponse
    {
        public List<S3Bucket> Buckets { get; set; }
        public string ContinuationToken { get; set; }
        public Owner Owner { get; set; }
        public string Prefix { get; set; }
    }
    public class ListObjectsRequest : AmazonWebServiceRequest
    {
        public string BucketName { get; set; }
        public string Delimiter { get; set; }
        public string Marker { get; set; }
        public int? MaxKeys { get; set; }
        public string Prefix { get; set; }
    }
    public class ListObjectsResponse : AmazonWebServiceResponse
    {
        public List<S3Object> S3Objects { get; set; }
        public List<string> CommonPrefixes { get; set; }
        public bool? IsTruncated { get; set; }
        public int? MaxKeys { get; set; }
        public string NextMarker { get; set; }
    }
    public class ListObjectsV2Request : AmazonWebServiceRequest
    {
        public string BucketName { get; set; }
        public string ContinuationToken { get; set; }
        public string Delimiter { get; set; }
        public int? MaxKeys { get; set; }
        public string Prefix { get; set; }
        public string StartAfter { get; set; }
    }
    public class ListObjectsV2Response : AmazonWebServiceResponse
    {
        public List<S3Object> S3Objects { get; set; }
        public List<string> CommonPrefixes { get; set; }
        public bool? IsTruncated { get; set; }
        public int? KeyCount { get; set; }
        public int? MaxKeys { get; set; }
        public string NextContinuationToken { get; set; }
        public string Prefix { get; set; }
    }
    public class ListVersionsRequest : AmazonWebServiceRequest
    {
        public string BucketName { get; set; }
        public string Delimiter { get; set; }
        public string KeyMarker { get; set; }
        public int? MaxKeys { get; set; }
        public string Prefix { get; set; }
        public string VersionIdMarker { get; set; }
    }
    public class ListVersionsResponse : AmazonWebServiceResponse
    {
        public List<S3ObjectVersion> Versions { get; set; }
        public bool? IsTruncated { get; set; }
        public string NextKeyMarker { get; set; }
        public string NextVersionIdMarker { get; set; }
    }
    public class GetObjectRequest : AmazonWebServiceRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public string VersionId { get; set; }
    }
    public class GetObjectResponse : StreamResponse
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public string ETag { get; set; }
        public DateTime? LastModified { get; set; }
        public MetadataCollection Metadata => null;
        public string VersionId { get; set; }
        public Task WriteResponseStreamToFileAsync(string filePath, bool append, CancellationToken cancellationToken) => null;
    }
    public class GetObjectMetadataRequest : AmazonWebServiceRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public string VersionId { get; set; }
    }
    public class GetObjectMetadataResponse : AmazonWebServiceResponse
    {
        public string ETag { get; set; }
        public DateTime? LastModified { get; set; }
        public string VersionId { get; set; }
    }
    public class PutObjectRequest : PutWithACLRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public string ContentBody { get; set; }
        public string ContentType { get; set; }
        public string FilePath { get; set; }
        public Stream InputStream { get; set; }
        public List<Tag> TagSet { get; set; }
    }
    public class PutObjectResponse : AmazonWebServiceResponse
    {
        public string ETag { get; set; }
        public string VersionId { get; set; }
    }
    public class CopyObjectRequest : PutWithACLRequest
    {
        public string SourceBucket { get; set; }
        public string SourceKey { get; set; }
        public string SourceVersionId { get; set; }
        public string DestinationBucket { get; set; }
        public string DestinationKey { get; set; }
        public string ContentType { get; set; }
    }
    public class CopyObjectResponse : AmazonWebServiceResponse
    {
        public string ETag { get; set; }
        public string VersionId { get; set; }
    }
    public class DeleteObjectRequest : AmazonWebServiceRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public string VersionId { get; set; }
    }
    public class DeleteObjectResponse : AmazonWebServiceResponse
    {
        public string DeleteMarker { get; set; }
        public string VersionId { get; set; }
    }
    public class DeleteObjectsRequest : AmazonWebServiceRequest
    {
        public string BucketName { get; set; }
        public List<KeyVersion> Objects { get; set; }
        public bool? Quiet { get; set; }
        public void AddKey(string key) { }
    }
    public class DeleteObjectsResponse : AmazonWebServiceResponse
    {
        public List<DeletedObject> DeletedObjects { get; set; }
        public List<DeleteError> DeleteErrors { get; set; }
    }
    public class S3Bucket
    {
        public string BucketName { get; set; }
        public string BucketArn { get; set; }
        public DateTime? CreationDate { get; set; }
    }
    public class S3Object
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public string ETag { get; set; }
        public long? Size { get; set; }
        public DateTime? LastModified { get; set; }
        public List<string> ChecksumAlgorithm { get; set; }
        public Owner Owner { get; set; }
    }
    public class S3ObjectVersion : S3Object
    {
        public bool? IsLatest { get; set; }
        public string VersionId { get; set; }
    }
    public class Owner
    {
        public string DisplayName { get; set; }
        public string Id { get; set; }
    }
    public class Tag
    {
        public string Key { get; set; }
        public string Value { get; set; }
    }
    public class S3Grant;
    public class KeyVersion
    {
        public string Key { get; set; }
        public string VersionId { get; set; }
    }
    public class DeletedObject
    {
        public string Key { get; set; }
        public string VersionId { get; set; }
    }
    public class DeleteError
    {
        public string Key { get; set; }
        public string Code { get; set; }
        public string Message { get; set; }
        public string VersionId { get; set; }
    }
    public class GetPreSignedUrlRequest : AmazonWebServiceRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
        public DateTime? Expires { get; set; }
        public HttpVerb Verb { get; set; }
    }
    public interface IS3PaginatorFactory
    {
        IListBucketsPaginator ListBuckets(ListBucketsRequest request);
        IListObjectsPaginator ListObjects(ListObjectsRequest request);
        IListObjectsV2Paginator ListObjectsV2(ListObjectsV2Request request);
        IListVersionsPaginator ListVersions(ListVersionsRequest request);
    }
    public interface IListBucketsPaginator
    {
        IPaginatedEnumerable<ListBucketsResponse> Responses { get; }
        IPaginatedEnumerable<S3Bucket> Buckets { get; }
    }
    public interface IListObjectsPaginator
    {
        IPaginatedEnumerable<ListObjectsResponse> Responses { get; }
        IPaginatedEnumerable<S3Object> S3Objects { get; }
        IPaginatedEnumerable<string> CommonPrefixes { get; }
    }
    public interface IListObjectsV2Paginator
    {
        IPaginatedEnumerable<ListObjectsV2Response> Responses { get; }
        IPaginatedEnumerable<S3Object> S3Objects { get; }
        IPaginatedEnumerable<string> CommonPrefixes { get; }
    }
    public interface IListVersionsPaginator
    {
        IPaginatedEnumerable<ListVersionsResponse> Responses { get; }
        IPaginatedEnumerable<S3ObjectVersion> Versions { get; }
        IPaginatedEnumerable<string> CommonPrefixes { get; }
    }
}
