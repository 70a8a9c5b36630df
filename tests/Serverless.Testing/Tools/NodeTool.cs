using System.ComponentModel;
using System.Diagnostics;

namespace Serverless.Testing.Tools;

/// <summary>
/// Runs a script of `tests/tools`. A machine without node, or without the installed packages, gets a sentence that says
/// what to do: a validator that cannot run must never look like one that found nothing.
/// </summary>
public static class NodeTool
{
    /// <summary>Runs the script to its end.</summary>
    /// <param name="script">File name in `tests/tools`.</param>
    /// <param name="arguments">Arguments, passed as they are.</param>
    /// <param name="timeout">How long it may take; default: two minutes.</param>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">Node or its packages are missing, the script failed, or it took too long.</exception>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments, TimeSpan? timeout = null)
    {
        using var process = Start(script, redirectInput: false, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(timeout ?? TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{script} did not end in time.", exception);
        }

        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} ended with code {process.ExitCode}:\n{await errors}");
        return await output;
    }

    /// <summary>Starts the script; its output is redirected.</summary>
    internal static Process Start(string script, bool redirectInput, IEnumerable<string>? arguments = null)
    {
        if (!Directory.Exists(Path.Combine(RepositoryPaths.Tools, "node_modules")))
            throw new InvalidOperationException($"The node packages are missing: run 'npm ci' in {RepositoryPaths.Tools}.");

        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = RepositoryPaths.Tools,
            RedirectStandardInput = redirectInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(RepositoryPaths.Tools, script));
        foreach (var argument in arguments ?? [])
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("The tests need node 20 or newer on the PATH.", exception);
        }
    }
}
