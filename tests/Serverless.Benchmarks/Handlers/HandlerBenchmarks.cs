using System.Buffers;
using System.Reflection;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Serverless.Runtime;

namespace Serverless.Benchmarks.Handlers;

/// <summary>Event bytes in, response bytes out: generated handlers against the least that could be written by hand.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn, MinColumn, MedianColumn]
public class HandlerBenchmarks
{
    private readonly ArrayBufferWriter<byte> _response = new(8192);
    private readonly Invocation _invocation = new() { RequestId = "8476a536-e9f4-11e8-9739-2dfe598c3fcd" };
    private byte[] _get = [];
    private byte[] _post = [];
    private FunctionHandler _directGet = null!;
    private FunctionHandler _directPost = null!;
    private FunctionHandler _contextGet = null!;
    private FunctionHandler _contextPost = null!;
    private FunctionHandler _floorGet = null!;
    private FunctionHandler _floorPost = null!;
    private FunctionHandler _handGet = null!;
    private FunctionHandler _handPost = null!;

    [GlobalSetup]
    public void Setup()
    {
        var direct = HandlerProject.Load(directJson: true);
        _directGet = Handler(direct, "OrdersGet");
        _directPost = Handler(direct, "OrdersPost");
        var context = HandlerProject.Load(directJson: false);
        _contextGet = Handler(context, "OrdersGet");
        _contextPost = Handler(context, "OrdersPost");
        var floor = direct.GetType("Shop.Floor")!;
        _floorGet = floor.GetMethod("Get")!.CreateDelegate<FunctionHandler>();
        _floorPost = floor.GetMethod("Post")!.CreateDelegate<FunctionHandler>();
        _handGet = floor.GetMethod("GetByHand")!.CreateDelegate<FunctionHandler>();
        _handPost = floor.GetMethod("PostByHand")!.CreateDelegate<FunctionHandler>();
        _get = Event("GET /orders/{id}", "/orders/11111111-2222-3333-4444-555555555555", "take=7", "\"queryStringParameters\":{\"take\":\"7\"},", "\"pathParameters\":{\"id\":\"11111111-2222-3333-4444-555555555555\"},");
        _post = Event("POST /orders", "/orders", "", "", "\"body\":\"{\\\"lines\\\":[{\\\"sku\\\":\\\"a1\\\",\\\"quantity\\\":2},{\\\"sku\\\":\\\"b2\\\",\\\"quantity\\\":1}],\\\"email\\\":\\\"someone@example.com\\\"}\",");
        AssertAlike(_get, _floorGet, _handGet, _contextGet, _directGet);
        AssertAlike(_post, _floorPost, _handPost, _contextPost, _directPost);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("GET, JSON by hand")]
    public int HandGet() => Run(_handGet, _get).Length;

    [Benchmark, BenchmarkCategory("GET, JSON by hand")]
    public int DirectGet() => Run(_directGet, _get).Length;

    [Benchmark(Baseline = true), BenchmarkCategory("GET, context")]
    public int FloorGet() => Run(_floorGet, _get).Length;

    [Benchmark, BenchmarkCategory("GET, context")]
    public int ContextGet() => Run(_contextGet, _get).Length;

    [Benchmark(Baseline = true), BenchmarkCategory("POST, JSON by hand")]
    public int HandPost() => Run(_handPost, _post).Length;

    [Benchmark, BenchmarkCategory("POST, JSON by hand")]
    public int DirectPost() => Run(_directPost, _post).Length;

    [Benchmark(Baseline = true), BenchmarkCategory("POST, context")]
    public int FloorPost() => Run(_floorPost, _post).Length;

    [Benchmark, BenchmarkCategory("POST, context")]
    public int ContextPost() => Run(_contextPost, _post).Length;

    private static FunctionHandler Handler(Assembly assembly, string id)
    {
        assembly.GetType("Shop.ServerlessFunctions")!.GetMethod("Register", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null);
        return FunctionTable.All.Single(f => f.Id == id && f.Handler.Method.DeclaringType!.Assembly == assembly).Handler;
    }

    private void AssertAlike(byte[] payload, params FunctionHandler[] handlers)
    {
        var answers = handlers.Select(handler => Encoding.UTF8.GetString(Run(handler, payload))).Distinct(StringComparer.Ordinal).ToList();
        if (answers.Count != 1)
            throw new InvalidOperationException("They do not answer alike:\n" + string.Join('\n', answers));
    }

    private ReadOnlySpan<byte> Run(FunctionHandler handler, byte[] payload)
    {
        _response.ResetWrittenCount();
        var task = handler(payload, _invocation, _response);
        if (!task.IsCompletedSuccessfully)
            task.AsTask().GetAwaiter().GetResult();
        return _response.WrittenSpan;
    }

    /// <summary>An event as the service sends it, members in its order.</summary>
    private static byte[] Event(string routeKey, string path, string query, string queryParameters, string rest) => Encoding.UTF8.GetBytes($$"""
        {"version":"2.0","routeKey":"{{routeKey}}","rawPath":"{{path}}","rawQueryString":"{{query}}","headers":{"accept":"application/json, text/plain, */*","accept-encoding":"gzip, deflate, br","accept-language":"en-US,en;q=0.9","authorization":"Bearer eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9","content-length":"120","content-type":"application/json","host":"abcdef1234.execute-api.eu-central-1.amazonaws.com","user-agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36","x-amzn-trace-id":"Root=1-5bdb40ca-556d8b0c50dc66f0511bf520","x-forwarded-for":"192.0.2.1","x-forwarded-port":"443","x-forwarded-proto":"https"},{{queryParameters}}"requestContext":{"accountId":"123456789012","apiId":"abcdef1234","domainName":"abcdef1234.execute-api.eu-central-1.amazonaws.com","domainPrefix":"abcdef1234","http":{"method":"GET","path":"{{path}}","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"Mozilla/5.0"},"requestId":"JKJaXmPLvHcESHA=","routeKey":"{{routeKey}}","stage":"$default","time":"22/Nov/2026:18:48:08 +0000","timeEpoch":1795373288344},{{rest}}"isBase64Encoded":false}
        """);
}
