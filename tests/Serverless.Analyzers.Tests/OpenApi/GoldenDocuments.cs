using System.Runtime.CompilerServices;

namespace Serverless.Analyzers.Tests.OpenApi;

/// <summary>Documents that were reviewed. With the environment variable `UPDATE_GOLDEN=1` they are written instead.</summary>
internal static class GoldenDocuments
{
    public static void AssertEqual(string name, string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(File.ReadAllText(path), text);
    }
}
