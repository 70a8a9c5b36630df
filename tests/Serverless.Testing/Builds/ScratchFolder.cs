namespace Serverless.Testing.Builds;

/// <summary>
/// A folder outside the repository, so that nothing of the repository's own build reaches the projects in it; gone when disposed.
/// </summary>
public sealed class ScratchFolder : IDisposable
{
    public ScratchFolder()
    {
        // Stop files: MSBuild and NuGet look upwards, and the parent belongs to everybody.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("serverless-").FullName;

    public string this[string path] => Path.Combine(Root, path);

    public string Write(string path, string text)
    {
        var full = this[path];
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string Read(string path) => File.ReadAllText(this[path]);

    public bool Exists(string path) => Path.Exists(this[path]);

    /// <summary>Paths of all files below a folder with the times of their last change; empty when there is no such folder.</summary>
    public IReadOnlyDictionary<string, DateTime> Times(string folder) =>
        Directory.Exists(this[folder])
            ? Directory.EnumerateFiles(this[folder], "*", SearchOption.AllDirectories)
                .ToDictionary(file => Path.GetRelativePath(this[folder], file).Replace('\\', '/'), File.GetLastWriteTimeUtc, StringComparer.Ordinal)
            : new Dictionary<string, DateTime>(StringComparer.Ordinal);

    /// <summary>Paths of all files below a folder, in order.</summary>
    public IReadOnlyList<string> Files(string folder) => [.. Times(folder).Keys.Order(StringComparer.Ordinal)];

    public Task<BuildOutcome> DotnetAsync(params string[] arguments) => DotnetCommand.RunAsync(Root, arguments);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
