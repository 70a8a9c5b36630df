namespace Serverless.Analyzers.Tests.Rules;

/// <summary>Files of this repository that tests read, and those that a test keeps equal to what the code says.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>UPDATE_EXPECTED=1 writes the file instead.</summary>
    public static void CompareOrUpdate(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.True(File.Exists(path), $"'{path}' is missing: run this test with UPDATE_EXPECTED=1.");
        Assert.Equal(expected, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Find()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Serverless.Analyzers.sln")))
            at = Path.GetDirectoryName(at) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return at;
    }
}
