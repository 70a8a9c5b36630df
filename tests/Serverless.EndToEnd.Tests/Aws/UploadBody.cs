using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Serverless.EndToEnd.Tests.Aws;

/// <summary>
/// The body of an upload. The SDK signs uploads in pieces: `size;chunk-signature=…`, the bytes, and at the end a checksum as trailer;
/// stored is what is between.
/// </summary>
internal static class UploadBody
{
    public static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal) ? Decode(body.ToArray()) : body.ToArray();
    }

    private static byte[] Decode(byte[] framed)
    {
        using var content = new MemoryStream();
        for (var position = 0; ;)
        {
            var lineEnd = framed.AsSpan(position).IndexOf("\r\n"u8) + position;
            var size = int.Parse(Encoding.ASCII.GetString(framed, position, lineEnd - position).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
                return content.ToArray();
            content.Write(framed, lineEnd + 2, size);
            position = lineEnd + 2 + size + 2;
        }
    }
}
