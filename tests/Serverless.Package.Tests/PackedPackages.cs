using System.Reflection;
using Serverless.Testing.Builds;
using Serverless.Testing.Tools;

namespace Serverless.Package.Tests;

/// <summary>
/// The packages, packed once for all tests from what is built already, into a folder of their own. The version is unique:
/// NuGet's global cache would answer with the package of an earlier run otherwise. What the run left in that cache is removed.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private static readonly string Configuration = typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(static data => data.Key == "Configuration").Value!;

    public string Version { get; } = $"0.1.0-test.{Guid.NewGuid():N}";

    public string Feed { get; } = Directory.CreateTempSubdirectory("serverless-feed-").FullName;

    public string Analyzers => Path.Combine(Feed, $"Serverless.Analyzers.{Version}.nupkg");

    public string Hosting => Path.Combine(Feed, $"Serverless.Hosting.{Version}.nupkg");

    public string StepFunctionsLocal => Path.Combine(Feed, $"Serverless.StepFunctions.Local.{Version}.nupkg");

    public async Task InitializeAsync()
    {
        foreach (var project in new[] { "Serverless.Package", "Serverless.Hosting", "Serverless.StepFunctions.Local" })
        {
            var pack = await DotnetCommand.RunAsync(RepositoryPaths.Root, "pack", Path.Combine("src", project), "--no-build", "-c", Configuration, "-nologo", $"-p:PackageVersion={Version}", $"-p:PackageOutputPath={Feed}");
            pack.MustSucceed();
            if (pack.Warnings.Count > 0)
                throw new InvalidOperationException(pack.Output);
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Feed, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } chosen
            ? chosen
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var id in new[] { "serverless.analyzers", "serverless.hosting", "serverless.stepfunctions.local" })
        {
            if (Directory.Exists(Path.Combine(cache, id, Version)))
                Directory.Delete(Path.Combine(cache, id, Version), recursive: true);
        }

        return Task.CompletedTask;
    }
}
