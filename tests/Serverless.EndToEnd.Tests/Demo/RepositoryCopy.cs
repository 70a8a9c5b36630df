using System.Diagnostics;
using Serverless.Testing.Tools;

namespace Serverless.EndToEnd.Tests.Demo;

/// <summary>The repository's sources in a folder of their own, without anything a build left: what a fresh clone has.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private static readonly string[] NotOfAClone = ["bin", "obj", "node_modules", ".git"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clone-");

    /// <summary>Copies what the samples are built from.</summary>
    public RepositoryCopy()
    {
        foreach (var file in Directory.EnumerateFiles(RepositoryPaths.Root))
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        foreach (var name in new[] { "build", "src", "samples" })
            Copy(new(Path.Combine(RepositoryPaths.Root, name)), Path.Combine(_folder.FullName, name));
    }

    /// <summary>Runs a script of the repository.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed, or took too long.</exception>
    public async Task<string> RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(script);
        // What the test runner set for its own MSBuild would make the inner build load the runner's tools.
        foreach (var name in start.Environment.Keys.Where(static n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{script} did not end in time.", exception);
        }

        return process.ExitCode == 0 ? await output : throw new InvalidOperationException(await output + await errors);
    }

    /// <summary>Removes the folder.</summary>
    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles().Where(static f => f.Extension != ".nupkg"))
            file.CopyTo(Path.Combine(to, file.Name));
        foreach (var folder in from.EnumerateDirectories().Where(static d => !NotOfAClone.Contains(d.Name, StringComparer.Ordinal)))
            Copy(folder, Path.Combine(to, folder.Name));
    }
}
