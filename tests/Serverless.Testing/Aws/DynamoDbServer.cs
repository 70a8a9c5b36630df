using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Serverless.Testing.Tools;

namespace Serverless.Testing.Aws;

/// <summary>
/// DynamoDB in memory on this machine. Tests talk to it in DynamoDB's own JSON, so that what a template or a state machine says
/// reaches it word for word.
/// </summary>
public sealed class DynamoDbServer : IDisposable
{
    /// <summary>What CloudFormation knows of a table and `CreateTable` here does not.</summary>
    private static readonly string[] NotOfCreateTable =
        ["PointInTimeRecoverySpecification", "SSESpecification", "TimeToLiveSpecification", "StreamSpecification", "Tags", "DeletionProtectionEnabled", "TableName"];

    private readonly NodeServer _node;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private DynamoDbServer(NodeServer node, string port)
    {
        _node = node;
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>Its address: the value of `AWS_ENDPOINT_URL_DYNAMODB`.</summary>
    public Uri Address { get; }

    /// <summary>Starts it on a free port.</summary>
    public static async Task<DynamoDbServer> StartAsync()
    {
        var node = new NodeServer("dynalite.mjs");
        return new(node, await node.ReadLineAsync());
    }

    /// <summary>Creates a table from the properties of an `AWS::DynamoDB::Table`, and waits until it is there.</summary>
    public async Task CreateTableAsync(string name, JsonObject properties)
    {
        var request = properties.DeepClone().AsObject();
        foreach (var other in NotOfCreateTable)
            request.Remove(other);
        request["TableName"] = name;
        await SendAsync("CreateTable", request);
        while ((await SendAsync("DescribeTable", new() { ["TableName"] = name }))["Table"]!["TableStatus"]!.GetValue<string>() != "ACTIVE")
            await Task.Delay(10);
    }

    /// <summary>Deletes a table and waits until it is gone.</summary>
    public async Task DeleteTableAsync(string name)
    {
        await SendAsync("DeleteTable", new() { ["TableName"] = name });
        while ((await SendAsync("ListTables", []))["TableNames"]!.AsArray().Any(t => t!.GetValue<string>() == name))
            await Task.Delay(10);
    }

    /// <summary>Every item of a table.</summary>
    public async Task<IReadOnlyList<JsonObject>> ScanAsync(string table) =>
        [.. (await SendAsync("Scan", new() { ["TableName"] = table }))["Items"]!.AsArray().Select(static i => i!.AsObject())];

    /// <summary>One call.</summary>
    /// <exception cref="AwsCallException">The service refused it.</exception>
    public async Task<JsonObject> SendAsync(string operation, JsonObject request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, Address);
        message.Headers.Add("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        message.Headers.Add("X-Amz-Date", "20260101T000000Z");
        message.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        message.Content = new StringContent(request.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.0"));
        using var response = await _http.SendAsync(message);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        return response.IsSuccessStatusCode
            ? answer
            : throw new AwsCallException(answer["__type"]!.GetValue<string>().Split('#')[^1], (answer["message"] ?? answer["Message"])?.GetValue<string>());
    }

    /// <summary>Ends it; its items are gone.</summary>
    public void Dispose()
    {
        _http.Dispose();
        _node.Dispose();
    }
}
