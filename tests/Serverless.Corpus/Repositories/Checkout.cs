using System.Diagnostics;

namespace Serverless.Corpus.Repositories;

/// <summary>
/// Puts a repository's files into a cache folder outside this repository: nothing of it is ever committed here. A local mirror (`owner+name` or `owner+name/repo`, a git directory)
/// is used where there is one; else it is cloned.
/// </summary>
internal static class Checkout
{
    private static readonly string[] Patterns =
        ["*.cs", "*.csproj", "*.props", "*.template", "*template.json", "*template.yaml", "*template.yml", "*aws-lambda-tools-defaults.json", "*.asl.json", "*.asl.yaml", "*.asl.yml"];

    public static string Of(CorpusRepository repository, string cache, string? mirror)
    {
        var target = Path.Combine(cache, repository.Owner + "+" + repository.Name, repository.Commit);
        var done = target + ".done";
        if (File.Exists(done))
            return target;
        if (Directory.Exists(target))
            Directory.Delete(target, recursive: true);
        Directory.CreateDirectory(target);
        var git = GitDirectory(repository, cache, mirror);
        var archive = target + ".tar";
        var names = Run("git", "-C", git, "ls-tree", "-r", "--name-only", repository.Commit).Split('\n');
        // Only what is read; git refuses a pattern that matches nothing.
        var patterns = Patterns.Where(pattern => Array.Exists(names, name => name.EndsWith(pattern.TrimStart('*'), StringComparison.Ordinal)));
        Run(["git", "-C", git, "archive", "--format=tar", "-o", archive, repository.Commit, "--", .. patterns]);
        Run("tar", "-xf", archive, "-C", target);
        File.Delete(archive);
        File.WriteAllText(done, "");
        return target;
    }

    private static string GitDirectory(CorpusRepository repository, string cache, string? mirror)
    {
        if (mirror is not null)
        {
            var folder = Path.Combine(mirror, repository.Owner + "+" + repository.Name);
            foreach (var candidate in new[] { Path.Combine(folder, "repo"), folder })
            {
                if (Directory.Exists(candidate))
                    return candidate;
            }
        }

        var clone = Path.Combine(cache, repository.Owner + "+" + repository.Name, "clone");
        if (!Directory.Exists(clone))
            Run("git", "clone", "--bare", "--filter=blob:none", $"https://github.com/{repository.Repository}", clone);
        return clone;
    }

    private static string Run(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{command[0]}' does not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}.");
    }
}
