using System.Collections;
using System.Diagnostics;

namespace Serverless.Testing.Builds;

/// <summary>
/// Runs the SDK as a user does, in a process of its own. What the test runner put into the environment for its own MSBuild is taken out:
/// inherited, it would make the inner build load the runner's tools.
/// </summary>
public static class DotnetCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs `dotnet` with the arguments in the folder, to its end.</summary>
    /// <exception cref="InvalidOperationException">It took longer than five minutes.</exception>
    public static async Task<BuildOutcome> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "VSTEST_HOST_DEBUG" or "CI" or "Configuration" or "Platform")
                start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} did not end in time.", exception);
        }

        return new BuildOutcome(process.ExitCode, await output + await errors);
    }
}
