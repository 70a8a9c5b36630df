namespace Serverless.Build.Writing;

/// <summary>Paths that survive moving the repository: relative with `/`, absolute only where two places share nothing but the root.</summary>
internal static class RelativePath
{
    /// <summary>From a folder to a file or folder; `.` for the folder itself.</summary>
    public static string From(string folder, string target)
    {
        var from = Split(folder);
        var to = Split(target);
        var common = 0;
        while (common < from.Length && common < to.Length && SameName(from[common], to[common]))
            common++;

        // The first segment is the drive, or empty on Unix: sharing that alone is sharing nothing.
        if (common <= 1)
            return Path.GetFullPath(target).Replace('\\', '/').TrimEnd('/');
        var steps = Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)).ToArray();
        return steps.Length == 0 ? "." : string.Join("/", steps);
    }

    public static bool Same(string a, string b) =>
        string.Equals(Path.GetFullPath(a), Path.GetFullPath(b), IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool IgnoresCase => Path.DirectorySeparatorChar == '\\';

    private static string[] Split(string path) => Path.GetFullPath(path).Replace('\\', '/').TrimEnd('/').Split('/');

    private static bool SameName(string a, string b) =>
        string.Equals(a, b, IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
