using System.Runtime.CompilerServices;

namespace Serverless.Artifacts.Tests.Golden;

/// <summary>
/// Compares rendered files with the ones beside this source. With the environment variable `UPDATE_GOLDEN=1` they are written instead:
/// the review of their difference is then the test.
/// </summary>
internal static class GoldenFiles
{
    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    /// <summary>Every file, no more and no fewer.</summary>
    public static void AssertEqual(string name, IReadOnlyCollection<Artifact> artifacts, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, name);
        if (IsUpdate)
            Write(folder, artifacts);

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(files, artifacts.Select(static artifact => artifact.Path).Order(StringComparer.Ordinal));
        foreach (var artifact in artifacts)
            Assert.Equal(File.ReadAllText(Path.Combine(folder, artifact.Path)), artifact.Text);
    }

    private static void Write(string folder, IEnumerable<Artifact> artifacts)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var artifact in artifacts)
        {
            var path = Path.Combine(folder, artifact.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, artifact.Text);
        }
    }
}
