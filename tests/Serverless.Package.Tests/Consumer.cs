using Serverless.Testing.Builds;

namespace Serverless.Package.Tests;

/// <summary>A project outside the repository that takes the packages from the packed files, as a user's would.</summary>
internal static class Consumer
{
    /// <summary>A handler with two hazards: a counter that outlives the request, and a client made per call.</summary>
    public const string Handler = """
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Serverless;

        namespace Shop;

        public sealed class Orders
        {
            private static int s_count;

            [HttpRoute("GET /orders/{id}")]
            [Allow("dynamodb:GetItem", On = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/orders")]
            public async Task<string> GetOrder(int id, CancellationToken deadline)
            {
                s_count++;
                using var client = new HttpClient();
                return await client.GetStringAsync("https://stock.example/" + id, deadline);
            }
        }
        """;

    public static void WriteFeed(this ScratchFolder folder, PackedPackages packages) => folder.Write("Directory.Build.props", $"""
        <Project>
          <PropertyGroup>
            <RestoreAdditionalProjectSources>{packages.Feed}</RestoreAdditionalProjectSources>
            <NuGetAudit>false</NuGetAudit>
            <Nullable>enable</Nullable>
          </PropertyGroup>
        </Project>
        """);

    public static void WriteProject(this ScratchFolder folder, string path, string framework, string items, string properties = "") => folder.Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>{framework}</TargetFramework>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Ids of our rules among the warnings, each once, in order.</summary>
    public static IEnumerable<string> Rules(this BuildOutcome build) => build.Warnings
        .Select(static line => line.IndexOf("warning SVLS", StringComparison.Ordinal) is var at and >= 0 ? line.Substring(at + "warning ".Length, 8) : "")
        .Where(static id => id.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
