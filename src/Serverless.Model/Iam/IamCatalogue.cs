using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;

namespace Serverless.Model;

/// <summary>
/// What IAM knows: services, actions, resource types, condition keys, and the services of the AWS SDK as Step Functions names them. The
/// data lies in the assembly, compressed (its format: build/iam-catalogue/generate.mjs). The index is read at the first question, a service
/// when it is asked for; both stay. Answers after that allocate nothing. Absence from the catalogue means "unknown", never "does not exist":
/// it is as old as its source.
/// </summary>
internal static class IamCatalogue
{
    private const string Resource = "Serverless.Model.Iam.IamCatalogue.bin";

    private static readonly Lazy<IamIndex> Index = new(static () => IamIndex.Read(Bytes()));
    private static readonly ConcurrentDictionary<string, IamService> Loaded = new(StringComparer.Ordinal);

    /// <summary>What the data was made of, with versions, date and licences: one line of text.</summary>
    public static string Source => Index.Value.Source;

    /// <summary>IAM prefixes of all services, `dynamodb`, in alphabetical order.</summary>
    public static IReadOnlyList<string> Services => Index.Value.Services;

    /// <summary>Names of SDK services in resources of Task states, `cloudwatchlogs`, in alphabetical order.</summary>
    public static IReadOnlyList<string> SdkServices => Index.Value.SdkServices;

    /// <summary>A service by its IAM prefix; null when it is not known.</summary>
    public static IamService? Find(string prefix)
    {
        if (Loaded.TryGetValue(prefix, out var known))
            return known;
        return Index.Value.Find(prefix) is { } place ? Loaded.GetOrAdd(prefix, IamService.Parse(Index.Value.TextOf(place))) : null;
    }

    /// <summary>An action, `dynamodb:PutItem` in any casing; null when it is not known.</summary>
    public static IamAction? FindAction(string prefix, string action) => Find(prefix)?.FindAction(action);

    /// <summary>True when Step Functions names an SDK service so.</summary>
    /// <param name="sdkService">`sfn`.</param>
    /// <param name="prefix">Its IAM prefix, `states`; null when the actions of the service are not known to IAM or to the catalogue.</param>
    public static bool TryFindSdkService(string sdkService, out string? prefix) => Index.Value.TryFindSdk(sdkService, out prefix);

    private static byte[] Bytes()
    {
        using var stream = typeof(IamCatalogue).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource + " is not in the assembly.");
        var bytes = new byte[stream.Length];
        var read = 0;
        while (read < bytes.Length)
            read += stream.Read(bytes, read, bytes.Length - read);
        return bytes;
    }

    /// <summary>Inflates a part of the file.</summary>
    internal static byte[] Inflate(byte[] bytes, int offset, int length)
    {
        using var inflated = new MemoryStream(length * 6);
        using (var deflate = new DeflateStream(new MemoryStream(bytes, offset, length), CompressionMode.Decompress))
            deflate.CopyTo(inflated);
        return inflated.ToArray();
    }

    internal static string Text(byte[] bytes, int offset, int length) => Encoding.UTF8.GetString(bytes, offset, length);
}
