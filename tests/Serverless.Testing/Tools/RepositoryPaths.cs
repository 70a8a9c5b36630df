namespace Serverless.Testing.Tools;

/// <summary>Tests run from their output folders; what they share lies at fixed places of the repository.</summary>
public static class RepositoryPaths
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of the node tools: `package.json`, its lock file and the scripts.</summary>
    public static string Tools { get; } = Path.Combine(Root, "tests", "tools");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Serverless.Analyzers.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds Serverless.Analyzers.sln.");
    }
}
