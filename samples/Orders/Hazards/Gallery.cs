using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.DataModel;
using Amazon.S3;
using Serverless;

namespace Shop.Hazards;

/// <summary>
/// Code that is fine on a server and wrong on Lambda. It is compiled with `-p:HazardGallery=true` alone, deploys nothing, and every
/// member below draws the squiggle its comment names.
/// </summary>
public sealed class Gallery
{
    private static readonly HttpClient Http = new();                                        // SVLS0401: waits 100 seconds

    private static readonly string Rates = Http.GetStringAsync("https://rates.example/").Result;    // SVLS0303: init blocks

    private static int _served;

    private readonly List<string> _seen = [];

    private readonly DynamoDBContext _context = new(new AmazonDynamoDBClient());             // SVLS0309: asks for the table's schema first

    [ServerlessHandler]
    public async Task<int> Count(string order)
    {
        _served++;                                                                          // SVLS0101: lost with the environment
        _seen.Add(order);                                                                   // SVLS0103: kept for the next invocation
        await _context.LoadAsync<Order>(order);
        return _served + Rates.Length;
    }

    [ServerlessHandler]
    public async Task Export(string order)
    {
        using var s3 = new AmazonS3Client();                                                // SVLS0301: a connection for every call
        await File.WriteAllTextAsync("orders.csv", order);                                  // SVLS0201: read-only file system
        var copy = Path.Combine(Path.GetTempPath(), $"{order}.csv");
        await File.WriteAllTextAsync(copy, order);                                          // SVLS0202: fills /tmp
        await s3.PutObjectAsync(new() { BucketName = "exports", Key = order, ContentBody = await File.ReadAllTextAsync(copy) });
        _ = Http.PostAsync("https://metrics.example/", null);                               // SVLS0501: frozen before it ends
        Notify(order);
    }

    private static async void Notify(string order) =>                                       // SVLS0502: its failure ends the process
        await Http.GetAsync($"https://notify.example/{order}");
}
