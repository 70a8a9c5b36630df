// Stand-ins for the transfer utility of the AWS SDK, version 4. Bodies do nothing.
#nullable disable
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Amazon.S3.Transfer
{
    public abstract class BaseUploadRequest
    {
        public string BucketName { get; set; }
    }

    public class TransferUtilityUploadRequest : BaseUploadRequest
    {
        public string Key { get; set; }
        public string FilePath { get; set; }
        public Stream InputStream { get; set; }
        public string ContentType { get; set; }
    }

    public abstract class BaseDownloadRequest
    {
        public string BucketName { get; set; }
        public string Key { get; set; }
    }

    public class TransferUtilityDownloadRequest : BaseDownloadRequest
    {
        public string FilePath { get; set; }
    }

    public interface ITransferUtility : IDisposable
    {
        Task UploadAsync(string filePath, string bucketName, CancellationToken cancellationToken = default);
        Task UploadAsync(string filePath, string bucketName, string key, CancellationToken cancellationToken = default);
        Task UploadAsync(Stream stream, string bucketName, string key, CancellationToken cancellationToken = default);
        Task UploadAsync(TransferUtilityUploadRequest request, CancellationToken cancellationToken = default);
        Task DownloadAsync(string filePath, string bucketName, string key, CancellationToken cancellationToken = default);
        Task DownloadAsync(TransferUtilityDownloadRequest request, CancellationToken cancellationToken = default);
        Task<Stream> OpenStreamAsync(string bucketName, string key, CancellationToken cancellationToken = default);
    }

    public class TransferUtility : ITransferUtility
    {
        public TransferUtility() { }
        public TransferUtility(IAmazonS3 s3Client) { }
        public TransferUtility(RegionEndpoint region) { }
        public virtual Task UploadAsync(string filePath, string bucketName, CancellationToken cancellationToken = default) => null;
        public virtual Task UploadAsync(string filePath, string bucketName, string key, CancellationToken cancellationToken = default) => null;
        public virtual Task UploadAsync(Stream stream, string bucketName, string key, CancellationToken cancellationToken = default) => null;
        public virtual Task UploadAsync(TransferUtilityUploadRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task DownloadAsync(string filePath, string bucketName, string key, CancellationToken cancellationToken = default) => null;
        public virtual Task DownloadAsync(TransferUtilityDownloadRequest request, CancellationToken cancellationToken = default) => null;
        public virtual Task<Stream> OpenStreamAsync(string bucketName, string key, CancellationToken cancellationToken = default) => null;
        public void Dispose() { }
    }
}
