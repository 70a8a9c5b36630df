using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Serverless.Testing;
using Serverless.Testing.Builds;

namespace Serverless.Package.Tests;

/// <summary>Executables that have nothing but the packages: what publish yields is started as Lambda and a developer start it.</summary>
[Collection(PackageCollection.Name)]
public sealed class ProgramTests(PackedPackages packages)
{
    private const string Handler = """
        using Serverless;

        namespace Shop;

        public sealed class Orders
        {
            [HttpRoute("GET /orders/{id}")]
            public string GetOrder(int id) => "order " + id;
        }
        """;

    [Fact]
    public async Task A_native_executable_is_published_as_bootstrap_and_answers_through_the_runtime_api()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Shop.csproj", "net10.0", $"""<PackageReference Include="Serverless.Analyzers" Version="{packages.Version}" />""", "<OutputType>Exe</OutputType><PublishAot>true</PublishAot>");
        folder.Write("Orders.cs", Handler);

        var publish = (await folder.DotnetAsync("publish", "--use-current-runtime", "-nologo", "-o", folder["ship"])).MustSucceed();

        Assert.Empty(publish.Warnings);
        Assert.Equal(["bootstrap", "serverless/template.json"], folder.Files("ship").Where(static file => !file.EndsWith(".dbg", StringComparison.Ordinal)));
        using var template = JsonDocument.Parse(folder.Read("ship/serverless/template.json"));
        var function = template.RootElement.GetProperty("Resources").GetProperty("OrdersGetOrder").GetProperty("Properties");
        Assert.Equal("..", function.GetProperty("CodeUri").GetString());
        Assert.Equal("provided.al2023", function.GetProperty("Runtime").GetString());

        using var server = new RuntimeApiServer()
            .OnNext(RuntimeApiReply.Invocation("1", Event("7")))
            .OnNext(RuntimeApiReply.Invocation("2", Event("seven")));
        var start = new ProcessStartInfo(folder["ship/bootstrap"]);
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = server.Address;
        start.Environment["_HANDLER"] = function.GetProperty("Handler").GetString();
        using var process = Process.Start(start)!;
        try
        {
            var replies = server.WaitForPosts(2).Select(static post => JsonDocument.Parse(post.Text).RootElement).ToList();
            Assert.Equal(200, replies[0].GetProperty("statusCode").GetInt32());
            Assert.Equal("order 7", replies[0].GetProperty("body").GetString());
            Assert.Equal(400, replies[1].GetProperty("statusCode").GetInt32());
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task With_the_hosting_package_the_same_program_serves_its_routes_on_this_machine()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject("Shop.csproj", "net10.0", $"""<PackageReference Include="Serverless.Hosting" Version="{packages.Version}" />""", "<OutputType>Exe</OutputType>");
        folder.Write("Orders.cs", Handler);
        (await folder.DotnetAsync("build", "-nologo")).MustSucceed();
        Assert.True(folder.Exists("bin/Debug/net10.0/serverless/template.json"));

        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(folder["bin/Debug/net10.0/Shop"], ["--urls", address]);
        start.Environment.Remove("AWS_LAMBDA_RUNTIME_API");
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            using var good = await AnswerAsync(client, "/orders/7");
            using var bad = await AnswerAsync(client, "/orders/seven");
            Assert.Equal(HttpStatusCode.OK, good.StatusCode);
            Assert.Equal("order 7", await good.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        }
        finally
        {
            process.Kill();
        }
    }

    /// <summary>An event of an HTTP API, payload 2.0.</summary>
    private static string Event(string id) => $$"""
        {
          "version": "2.0", "routeKey": "GET /orders/{id}", "rawPath": "/orders/{{id}}", "rawQueryString": "",
          "headers": { "host": "shop.example" }, "pathParameters": { "id": "{{id}}" },
          "requestContext": { "http": { "method": "GET", "path": "/orders/{{id}}" }, "requestId": "r", "stage": "$default" },
          "isBase64Encoded": false
        }
        """;

    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient client, string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await client.GetAsync(path);
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
