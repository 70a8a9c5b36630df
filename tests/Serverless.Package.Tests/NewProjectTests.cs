using System.Diagnostics;
using System.Text.Json;
using Serverless.Testing;
using Serverless.Testing.Builds;

namespace Serverless.Package.Tests;

/// <summary>
/// What a newcomer does in the first ten minutes: a console project, the package, a handler with two hazards, the fix of one of
/// them, and a request that the handler must refuse.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class NewProjectTests(PackedPackages packages)
{
    [Fact]
    public async Task A_console_project_gets_squiggles_a_fix_a_template_a_policy_and_a_400()
    {
        using var folder = new ScratchFolder();
        folder.WriteFeed(packages);
        folder.WriteProject(
            "Shop.csproj", "net10.0",
            $"""<PackageReference Include="Serverless.Analyzers" Version="{packages.Version}" />""",
            "<OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings>");
        folder.Write("Orders.cs", Consumer.Handler);

        var build = (await folder.DotnetAsync("build", "-nologo")).MustSucceed();

        Assert.Contains("SVLS0101", build.Rules());
        Assert.Contains("SVLS0301", build.Rules());
        Assert.True(folder.Exists("bin/Debug/net10.0/serverless/template.json"));
        using (var policy = JsonDocument.Parse(folder.Read("bin/Debug/net10.0/serverless/policies/OrdersGetOrder.json")))
            Assert.Contains("dynamodb:GetItem", policy.RootElement.GetRawText(), StringComparison.Ordinal);

        (await folder.DotnetAsync("format", "analyzers", "--no-restore", "--diagnostics", "SVLS0301", "--severity", "warn")).MustSucceed();

        var fixedSource = folder.Read("Orders.cs");
        Assert.Contains("private static readonly HttpClient", fixedSource, StringComparison.Ordinal);
        Assert.DoesNotContain("using var client", fixedSource, StringComparison.Ordinal);
        var rebuild = (await folder.DotnetAsync("build", "-nologo")).MustSucceed();
        Assert.DoesNotContain("SVLS0301", rebuild.Rules());

        Assert.Equal(400, AnswerOfTheLoop(folder));
    }

    /// <summary>Status of the answer to a request whose id is no number.</summary>
    private static int AnswerOfTheLoop(ScratchFolder folder)
    {
        using var server = new RuntimeApiServer().OnNext(RuntimeApiReply.Invocation("1", """
            {
              "version": "2.0", "routeKey": "GET /orders/{id}", "rawPath": "/orders/seven", "rawQueryString": "",
              "headers": { "host": "shop.example" }, "pathParameters": { "id": "seven" },
              "requestContext": { "http": { "method": "GET", "path": "/orders/seven" }, "requestId": "r", "stage": "$default" },
              "isBase64Encoded": false
            }
            """));
        var start = new ProcessStartInfo(folder["bin/Debug/net10.0/Shop"]);
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = server.Address;
        start.Environment["_HANDLER"] = "OrdersGetOrder";
        using var process = Process.Start(start)!;
        try
        {
            var post = server.WaitForPosts(1).Single();
            return JsonDocument.Parse(post.Text).RootElement.GetProperty("statusCode").GetInt32();
        }
        finally
        {
            process.Kill();
        }
    }
}
