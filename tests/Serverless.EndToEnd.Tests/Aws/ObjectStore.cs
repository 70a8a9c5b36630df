using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Serverless.EndToEnd.Tests.Aws;

/// <summary>An object of the store.</summary>
public sealed record StoredObject(byte[] Content, string ContentType);

/// <summary>
/// As much of S3 as the samples use: HEAD, GET and PUT of objects, path style, on this machine. A test can make requests fail.
/// </summary>
public sealed class ObjectStore : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, StoredObject> _objects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Method, string Prefix), (int Status, string Code)> _faults = new();

    private ObjectStore()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(AnswerAsync);
    }

    /// <summary>Its address: the value of `AWS_ENDPOINT_URL_S3`.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Starts it on a free port.</summary>
    public static async Task<ObjectStore> StartAsync()
    {
        var store = new ObjectStore();
        await store._app.StartAsync();
        return store;
    }

    /// <summary>Puts an object there.</summary>
    public void Put(string bucket, string key, string content, string contentType) => PutBytes(bucket, key, System.Text.Encoding.UTF8.GetBytes(content), contentType);

    /// <summary>Puts an object there.</summary>
    public void PutBytes(string bucket, string key, byte[] content, string contentType) => _objects[$"{bucket}/{key}"] = new(content, contentType);

    /// <summary>The object, or null.</summary>
    public StoredObject? Find(string bucket, string key) => _objects.GetValueOrDefault($"{bucket}/{key}");

    /// <summary>Lets requests of a method fail whose `bucket/key` starts with a prefix.</summary>
    public void Fail(string method, string prefix, int status, string code) => _faults[(method, prefix)] = (status, code);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var name = request.Path.Value!.TrimStart('/');
        if (!request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal))
        {
            await RefuseAsync(response, request, 403, "AccessDenied");
            return;
        }

        foreach (var (fault, answer) in _faults)
        {
            if (fault.Method == request.Method && name.StartsWith(fault.Prefix, StringComparison.Ordinal))
            {
                await RefuseAsync(response, request, answer.Status, answer.Code);
                return;
            }
        }

        switch (request.Method)
        {
            case "PUT":
                _objects[name] = new(await UploadBody.ReadAsync(request), request.ContentType ?? "binary/octet-stream");
                response.Headers.ETag = ETag(_objects[name]);
                return;
            case "GET" or "HEAD" when _objects.TryGetValue(name, out var found):
                response.ContentType = found.ContentType;
                response.ContentLength = found.Content.Length;
                response.Headers.ETag = ETag(found);
                response.Headers.LastModified = "Thu, 01 Jan 2026 00:00:00 GMT";
                if (request.Method == "GET")
                    await response.Body.WriteAsync(found.Content);
                return;
            case "GET" or "HEAD":
                await RefuseAsync(response, request, 404, "NoSuchKey");
                return;
            default:
                await RefuseAsync(response, request, 501, "NotImplemented");
                return;
        }
    }

    private static async Task RefuseAsync(HttpResponse response, HttpRequest request, int status, string code)
    {
        response.StatusCode = status;
        response.ContentType = "application/xml";
        if (request.Method != "HEAD")
            await response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{code} of the test</Message></Error>");
    }

#pragma warning disable CA5351 // S3 says MD5, and its client compares.
    private static string ETag(StoredObject stored) => $"\"{Convert.ToHexStringLower(MD5.HashData(stored.Content))}\"";
#pragma warning restore CA5351
}
