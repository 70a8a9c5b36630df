namespace Serverless.Http;

/// <summary>A file of a form (`multipart/form-data`). Its bytes are the handler's to keep.</summary>
/// <remarks>A request of an API has at most 10 MB, and Lambda takes 6 MB of it, base64 included: files of more than about 4 MB go to a bucket by a signed address.</remarks>
public sealed class UploadedFile
{
    /// <summary>A file; tests of handlers make one themselves.</summary>
    /// <param name="fileName">As the client names it.</param>
    /// <param name="contentType">Media type; null = `application/octet-stream`.</param>
    /// <param name="bytes">The content.</param>
    public UploadedFile(string fileName, string? contentType, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        FileName = fileName;
        ContentType = contentType ?? "application/octet-stream";
        Bytes = bytes;
    }

    /// <summary>What the client calls the file, without folders. It may be anything: never a path to write to.</summary>
    public string FileName { get; }

    /// <summary>What the client says the file is; nobody has checked it.</summary>
    public string ContentType { get; }

    /// <summary>Size in bytes.</summary>
    public int Length => Bytes.Length;

    /// <summary>The content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The content as a stream of its own, at its start.</summary>
    public Stream OpenReadStream() => System.Runtime.InteropServices.MemoryMarshal.TryGetArray(Bytes, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(Bytes.ToArray(), writable: false);
}
