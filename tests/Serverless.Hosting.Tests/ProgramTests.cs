using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace Serverless.Hosting.Tests;

/// <summary>An application of every kind of API, generated and run as a user runs it.</summary>
public sealed class ProgramTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _output = new();
    private Process _process = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        var program = Path.Combine(AppContext.BaseDirectory.Replace("Serverless.Hosting.Tests", Path.Combine("programs", "HostProgram"), StringComparison.Ordinal), "HostProgram.dll");
        foreach (var argument in (string[])[program, "--urls", "http://127.0.0.1:0", "--stage-variables:mode", "local"])
            start.ArgumentList.Add(argument);
        start.Environment.Remove("DOTNET_RUNNING_IN_CONTAINER");
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        _process = new Process { StartInfo = start };
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) => Read(line.Data, listening);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, listening);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _client = new HttpClient { BaseAddress = new Uri(await listening.Task.WaitAsync(Patience)) };
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [Fact]
    public async Task All_three_kinds_of_API_answer()
    {
        await HttpApiAnswersAsync();
        await RestApiAnswersAsync();
        await WebSocketApiAnswersAsync();
        Assert.Contains("ShopApi, HTTP API, stage $default, at /", Output, StringComparison.Ordinal);
        Assert.Contains("ChatApi, WebSocket API, stage live, at /live", Output, StringComparison.Ordinal);
        Assert.Contains("tokens and signatures are NOT checked", Output, StringComparison.Ordinal);
        Assert.Contains("/_serverless", Output, StringComparison.Ordinal);
    }

    private async Task HttpApiAnswersAsync()
    {
        const string Id = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";
        Assert.Equal((200, $$"""{"id":"{{Id}}","quantity":3}"""), await GetAsync("/orders/" + Id + "?quantity=3"));
        Assert.Equal(400, (await GetAsync("/orders/nothing")).Status);
        using var bad = await _client.PostAsync(new Uri("/orders", UriKind.Relative), new StringContent($$"""{"id":"{{Id}}","quantity":0}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Equal("application/problem+json", bad.Content.Headers.ContentType!.MediaType);
        using var good = await _client.PostAsync(new Uri("/orders", UriKind.Relative), new StringContent($$"""{"id":"{{Id}}","quantity":5}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, good.StatusCode);

        Assert.Equal(401, (await GetAsync("/me")).Status);
        var token = "e30." + Convert.ToBase64String("""{"sub":"ann","scope":"profile"}"""u8).TrimEnd('=') + ".";
        Assert.Equal((200, "ann in mode local"), await GetAsync("/me", ("Authorization", "Bearer " + token)));
        Assert.Equal(401, (await GetAsync("/partner")).Status);
        Assert.Equal(403, (await GetAsync("/partner", ("X-Partner", "bad"))).Status);
        Assert.Equal((200, "acme"), await GetAsync("/partner", ("X-Partner", "good-acme")));
    }

    private async Task RestApiAnswersAsync()
    {
        Assert.Equal((200, """{"up":true}"""), await GetAsync("/live/up"));
        Assert.Equal(403, (await GetAsync("/live/reports/sales?page=2")).Status);
        Assert.Equal((200, "sales page 2"), await GetAsync("/live/reports/sales?page=2", ("x-api-key", "any")));
        var (status, problem) = await GetAsync("/live/reports/sales", ("x-api-key", "any"));
        Assert.Equal(400, status);
        Assert.Contains("Missing required request parameters: [page]", problem, StringComparison.Ordinal);
    }

    private async Task WebSocketApiAnswersAsync()
    {
        var address = new Uri("ws://" + _client.BaseAddress!.Authority + "/live");
        using var nameless = new ClientWebSocket();
        nameless.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => nameless.ConnectAsync(address, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, nameless.HttpStatusCode);

        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(address + "?name=ann"), CancellationToken.None);
        Assert.Equal("""{"action":"say","text":"heard hello"}""", await AskAsync(socket, """{"action":"say","text":"hello"}"""));
        Assert.Equal("""{"action":"shout","text":"hello!"}""", await AskAsync(socket, """{"action":"shout","text":"hello"}"""));
        Assert.Contains("\"Forbidden\"", await AskAsync(socket, """{"action":"unknown"}"""), StringComparison.Ordinal);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private static async Task<string> AskAsync(ClientWebSocket socket, string message)
    {
        using var end = new CancellationTokenSource(Patience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, end.Token);
        var buffer = new byte[4096];
        var result = await socket.ReceiveAsync(buffer, end.Token);
        Assert.True(result.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, result.Count);
    }

    private async Task<(int Status, string Body)> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    private void Read(string? line, TaskCompletionSource<string> listening)
    {
        if (line is null)
        {
            listening.TrySetException(new InvalidOperationException("The program ended:\n" + Output));
            return;
        }

        lock (_output)
            _output.Append(line).Append('\n');
        const string Prefix = "Listening on ";
        if (line.StartsWith(Prefix, StringComparison.Ordinal))
            listening.TrySetResult(line[Prefix.Length..]);
    }
}
