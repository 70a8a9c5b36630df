using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Serverless.Benchmarks.ColdStart;

/// <summary>Publishes a program of `tests/programs` as a user would: framework-dependent, or compiled ahead of time.</summary>
internal static class ProgramBuild
{
    /// <returns>Path of the executable.</returns>
    public static string Publish(string project, bool aot)
    {
        var folder = Path.Combine(Path.GetTempPath(), "serverless-coldstart", project + (aot ? "-aot" : "-jit"));
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        string[] arguments =
        [
            "publish", Path.Combine(ProgramsFolder(), project, project + ".csproj"), "-c", "Release", "-o", folder, "-nologo", "-v", "quiet",
            "-r", "linux-" + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64"),
            aot ? "-p:PublishAot=true" : "--no-self-contained",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? Path.Combine(folder, project) : throw new InvalidOperationException("Publishing " + project + " failed:\n" + output);
    }

    private static string ProgramsFolder([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", "programs"));
}
