using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Serverless.Runtime;

/// <summary>
/// AWS Signature Version 4. Written here because the few calls that need it, pushing to WebSocket connections and answering
/// a state machine, would otherwise bring the AWS SDK into every function.
/// </summary>
internal static class SignatureV4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The `Authorization` header of a request.</summary>
    /// <param name="method">`POST`.</param>
    /// <param name="path">The path; it is encoded once more here, as every service but S3 does with the path it receives.</param>
    /// <param name="query">Names and values, not encoded.</param>
    /// <param name="headers">Every header to sign, `host` and `x-amz-date` among them.</param>
    /// <param name="payload">The body.</param>
    /// <param name="credentials">The keys.</param>
    /// <param name="region">`eu-central-1`.</param>
    /// <param name="service">`execute-api`.</param>
    /// <param name="time">When it is signed: the same as `x-amz-date`.</param>
    public static string Authorization(
        string method,
        string path,
        IEnumerable<(string Name, string Value)> query,
        IEnumerable<(string Name, string Value)> headers,
        ReadOnlySpan<byte> payload,
        AwsCredentials credentials,
        string region,
        string service,
        DateTimeOffset time)
    {
        var sorted = headers.Select(static h => (Name: h.Name.ToLowerInvariant(), Value: Trimmed(h.Value))).OrderBy(static h => h.Name, StringComparer.Ordinal).ToList();
        var names = string.Join(';', sorted.Select(static h => h.Name));
        var request = new StringBuilder(method).Append('\n').Append(Path(path)).Append('\n').Append(Query(query)).Append('\n');
        foreach (var (name, value) in sorted)
            request.Append(name).Append(':').Append(value).Append('\n');
        request.Append('\n').Append(names).Append('\n').Append(Hex(SHA256.HashData(payload)));

        var scope = $"{Day(time)}/{region}/{service}/aws4_request";
        var toSign = $"{Algorithm}\n{Date(time)}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request.ToString())))}";
        var signature = HMACSHA256.HashData(Key(credentials.SecretAccessKey, time, region, service), Encoding.UTF8.GetBytes(toSign));
        return $"{Algorithm} Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={names}, Signature={Hex(signature)}";
    }

    /// <summary>The `x-amz-date` header.</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static byte[] Key(string secret, DateTimeOffset time, string region, string service)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in new[] { Day(time), region, service, "aws4_request" })
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return key;
    }

    private static string Path(string path) => path.Length == 0 ? "/" : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Query(IEnumerable<(string Name, string Value)> query) => string.Join('&', query
        .Select(static q => (Name: Uri.EscapeDataString(q.Name), Value: Uri.EscapeDataString(q.Value)))
        .OrderBy(static q => q.Name, StringComparer.Ordinal)
        .ThenBy(static q => q.Value, StringComparer.Ordinal)
        .Select(static q => q.Name + "=" + q.Value));

    [SuppressMessage("Globalization", "CA1308", Justification = "The algorithm writes hexadecimal digits in lower case.")]
    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    /// <summary>Spaces around a value do not count, and those inside as one.</summary>
    private static string Trimmed(string value) => string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
