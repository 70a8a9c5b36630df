namespace Serverless.Corpus.Seeds;

/// <summary>One hazard or more for each rule that judges by reachability.</summary>
internal static class SeedCatalogue
{
    private const string Http = "static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };";
    private const string S3 = "static readonly IAmazonS3 S3 = new AmazonS3Client(new AmazonS3Config { Timeout = TimeSpan.FromSeconds(3) });";
    private const string Sqs = "static readonly IAmazonSQS Sqs = new AmazonSQSClient(new AmazonSQSConfig { Timeout = TimeSpan.FromSeconds(3) });";
    private const string Ddb = "static readonly IAmazonDynamoDB Ddb = new AmazonDynamoDBClient(new AmazonDynamoDBConfig { Timeout = TimeSpan.FromSeconds(3) });";
    private const string Response = "APIGatewayProxyResponse";
    private const string Concurrent = "LambdaManagedInstances";

    private static readonly Dictionary<string, string> ManagedInstances = new() { ["ServerlessTarget"] = Concurrent };

    public static IReadOnlyList<Seed> All { get; } =
    [
        new("SVLS0101", "_count++;") { Members = "static int _count;" },
        new("SVLS0104", "Last.Value = input.Id;") { Members = "static class Last { public static string? Value; }" },
        new("SVLS0102", "if (!Seen.Add(input.Id)) return;") { Members = "static readonly HashSet<string> Seen = new();" },
        new("SVLS0103", "_errors.Add(input.Id);") { Members = "readonly List<string> _errors = new();", InHelpers = false },
        new("SVLS0104", "_last = input;") { Members = "static Input? _last;" },
        new("SVLS0107", "Console.CancelKeyPress += OnKey;") { Members = "static void OnKey(object? sender, ConsoleCancelEventArgs e) { }" },
        new("SVLS0108", "_tenant = input.Id; await Task.Delay(1); Console.WriteLine(_tenant);") { Members = "[ThreadStatic] static string? _tenant;" },
        new("SVLS0110", "Http.DefaultRequestHeaders.Authorization = new(\"Bearer\", input.Id);") { Members = Http },
        new("SVLS0113", "S3.Dispose();") { Members = S3 },
        new("SVLS0201", "await File.WriteAllTextAsync(\"report.csv\", input.Name);"),
        new("SVLS0202", "var path = Path.GetTempFileName(); await File.WriteAllTextAsync(path, input.Name);"),
        new("SVLS0203", "File.WriteAllText(\"/tmp/in.txt\", input.Name);"),
        new("SVLS0205", "var rules = File.ReadAllText(\"rules.json\"); Console.WriteLine(rules);"),
        new("SVLS0301", "using var s3 = new AmazonS3Client(); await s3.ListBucketsAsync();"),
        new("SVLS0301", "using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) }; await http.GetStringAsync(\"https://example.org\");"),
        new("SVLS0302", "using var provider = new ServiceCollection().BuildServiceProvider();"),
        new("SVLS0401", "Console.WriteLine(Http.BaseAddress);") { Members = "static readonly HttpClient Http = new();" },
        new("SVLS0405", "using var cts = new CancellationTokenSource(1000); await S3.GetObjectAsync(\"b\", input.Id, CancellationToken.None); await S3.GetObjectAsync(\"b\", \"k\", cts.Token);") { Members = S3 },
        new("SVLS0406", "using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan }; await http.GetStringAsync(\"https://example.org\");"),
        new("SVLS0407", "Gate.Wait(); Gate.Release();") { Members = "static readonly SemaphoreSlim Gate = new(4);" },
        new("SVLS0409", "while ((await Sqs.GetQueueAttributesAsync(input.Id, new List<string> { \"All\" })).Attributes.Count > 0) await Task.Delay(1000);") { Members = Sqs },
        new("SVLS0410", "Thread.Sleep(5000);"),
        new("SVLS0501", "_ = Http.GetStringAsync(\"https://example.org/\" + input.Id);") { Members = Http },
        new("SVLS0501", "Task.Run(() => Console.WriteLine(input.Id));"),
        new("SVLS0502", "input.Items.ForEach(async i => await Http.GetStringAsync(i));") { Members = Http },
        new("SVLS0503", "var timer = new Timer(_ => Console.WriteLine(), null, 0, 1000); Console.WriteLine(timer);"),
        new("SVLS0505", "new Thread(() => Console.WriteLine(input.Id)).Start();"),
        new("SVLS0508", "Console.WriteLine(Rng.Next(10));") { Members = "static readonly Random Rng = new();", Properties = ManagedInstances },
        new("SVLS0509", "var text = Http.GetStringAsync(\"https://example.org\").Result; Console.WriteLine(text);") { Members = Http },
        new("SVLS0509", "S3.DeleteObjectAsync(\"b\", input.Id).Wait();") { Members = S3 },
        new("SVLS0510", "await Task.WhenAll(input.Items.Select(async k => await S3.DeleteObjectAsync(\"b\", k)));") { Members = S3 },
        new("SVLS0513", "if (input.Id == \"\") Environment.Exit(1);"),
        new("SVLS0605", "SnapshotRestore.RegisterAfterRestore(() => ValueTask.CompletedTask);"),
        new("SVLS0709", "foreach (var m in input.Records) { try { await Http.GetStringAsync(m.Body); } catch (Exception e) { Console.WriteLine(e.Message); } }") { Members = Http, Input = "SQSEvent", InHelpers = false },
        new("SVLS0711", "_context = context;") { Members = "static ILambdaContext? _context;" },
        new("SVLS0801", "Environment.SetEnvironmentVariable(\"AWS_REGION\", \"eu-west-1\");"),
        new("SVLS0902", "return new APIGatewayProxyResponse { Body = input.Id };") { Result = Response },
        new("SVLS0903", "return new APIGatewayProxyResponse { StatusCode = 200, Body = Convert.ToBase64String(new byte[9]) };") { Result = Response },
        new("SVLS0904", "Console.WriteLine(input.QueryStringParameters[\"id\"]);") { Input = "APIGatewayProxyRequest" },
        new("SVLS0905", "if (input.Headers != null && input.Headers.TryGetValue(\"Authorization\", out var t)) Console.WriteLine(t);") { Input = "APIGatewayHttpApiV2ProxyRequest" },
        new("SVLS0908", "try { await Http.GetStringAsync(input.Id); return new APIGatewayProxyResponse { StatusCode = 200 }; } catch (Exception ex) { return new APIGatewayProxyResponse { StatusCode = 500, Body = ex.ToString() }; }") { Members = Http, Result = Response },
        new("SVLS1201", "await Functions.InvokeAsync(new Amazon.Lambda.Model.InvokeRequest { FunctionName = input.Id });") { Members = "static readonly IAmazonLambda Functions = new AmazonLambdaClient(new AmazonLambdaConfig { Timeout = TimeSpan.FromSeconds(3) });" },
        new("SVLS1202", "await Functions.InvokeAsync(new Amazon.Lambda.Model.InvokeRequest { FunctionName = context.FunctionName, InvocationType = InvocationType.Event });") { Members = "static readonly IAmazonLambda Functions = new AmazonLambdaClient(new AmazonLambdaConfig { Timeout = TimeSpan.FromSeconds(3) });" },
        new("SVLS1203", "foreach (var r in input.Records) await S3.PutObjectAsync(new PutObjectRequest { BucketName = r.S3.Bucket.Name, Key = r.S3.Object.Key, ContentBody = \"x\" });") { Members = S3, Input = "Amazon.Lambda.S3Events.S3Event" },
        new("SVLS1204", "foreach (var m in input.Records) await Http.GetStringAsync(m.Body);") { Members = Http, Input = "SQSEvent", InHelpers = false },
        new("SVLS1207", "await Sqs.SendMessageBatchAsync(input.Id, new List<SendMessageBatchRequestEntry>());") { Members = Sqs },
        new("SVLS1208", "var page = await Ddb.QueryAsync(new QueryRequest { TableName = input.Id }); Console.WriteLine(page.Items?.Count);") { Members = Ddb },
        new("SVLS1211", "var s = await Secrets.GetSecretValueAsync(new GetSecretValueRequest { SecretId = input.Id }); Console.WriteLine(s.SecretString.Length);") { Members = "static readonly IAmazonSecretsManager Secrets = new AmazonSecretsManagerClient(new AmazonSecretsManagerConfig { Timeout = TimeSpan.FromSeconds(3) });" },
        new("SVLS1219", "foreach (var o in (await S3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = input.Id, MaxKeys = 5 })).S3Objects) Console.WriteLine(o.Key);") { Members = S3 },
        new("SVLS1304", "while (true) { var r = await Sqs.ReceiveMessageAsync(new ReceiveMessageRequest(input.Id)); if (r.Messages is null) break; }") { Members = Sqs },
    ];
}
