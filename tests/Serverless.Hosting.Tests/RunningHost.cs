using System.Buffers;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Serverless.Runtime;

namespace Serverless.Hosting.Tests;

/// <summary>The host on a free port of this machine, with functions of the test.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningHost(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public WebApplication App => _app;

    public static Task<RunningHost> StartAsync(HostLimits? limits, params FunctionDescription[] functions) => StartAsync(limits, [], null, functions);

    /// <summary>Functions behind declared APIs, on a developer's machine unless options say otherwise.</summary>
    public static Task<RunningHost> StartAsync(IReadOnlyList<ApiDescription> apis, params FunctionDescription[] functions) => StartAsync(null, apis, null, functions);

    public static Task<RunningHost> StartAsync(HostLimits? limits, IReadOnlyList<ApiDescription> apis, ServerlessHostOptions? options, params FunctionDescription[] functions) =>
        StartAsync(limits, new ApplicationDescription(apis, []), options, functions);

    public static async Task<RunningHost> StartAsync(HostLimits? limits, ApplicationDescription description, ServerlessHostOptions? options, params FunctionDescription[] functions)
    {
        var app = ServerlessHost.Build(["--urls", "http://127.0.0.1:0"], functions, description, options ?? Developer(), limits ?? new HostLimits());
        await app.StartAsync();
        return new RunningHost(app);
    }

    public static ServerlessHostOptions Developer(params string[] args)
    {
        var options = ServerlessHostOptions.Read(args, null, static _ => null);
        Assert.True(options.IsDevelopment);
        return options;
    }

    public static Task<RunningHost> StartAsync(params FunctionDescription[] functions) => StartAsync((HostLimits?)null, functions);

    /// <summary>Event in, answer out.</summary>
    public static FunctionDescription Function(string id, Func<JsonElement, string> handler, params string[] routes) =>
        new(id, (payload, _, response) =>
        {
            using var document = JsonDocument.Parse(payload);
            response.Write(Encoding.UTF8.GetBytes(handler(document.RootElement)));
            return ValueTask.CompletedTask;
        }, routes, 10);

    /// <summary>Answers every route with the event itself.</summary>
    public static FunctionDescription Echo(params string[] routes) => Function("Echo", static e => e.GetRawText(), routes);

    /// <summary>The event that the function saw.</summary>
    public async Task<JsonElement> EventOfAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request);
        Assert.Equal(200, (int)response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    public Task<JsonElement> EventOfAsync(string path) => EventOfAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends bytes as they are and reads to the end of the connection.</summary>
    public async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Client.BaseAddress!.Port);
        await client.Client.SendAsync(Encoding.Latin1.GetBytes(request.Replace("{host}", "localhost:" + Client.BaseAddress.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }

    /// <summary>A REST API's own answer: the document its gateway responses declare.</summary>
    public static async Task AssertProblemAsync(HttpResponseMessage response, int? status, string title, string instance)
    {
        if (status is not null)
            Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.ToString());
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(status is not null, problem.TryGetProperty("status", out var written));
        if (status is not null)
            Assert.Equal(status, written.GetInt32());
        Assert.Equal((title, instance), (problem.GetProperty("title").GetString(), problem.GetProperty("instance").GetString()));
        Assert.Equal(response.Headers.GetValues("x-amzn-RequestId").Single(), problem.GetProperty("requestId").GetString());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
