using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Serverless.Benchmarks.ColdStart;

/// <summary>Publishes a program of `tests/programs` as a user would: framework-dependent, partly or wholly compiled ahead of time.</summary>
internal static class ProgramBuild
{
    private static readonly string Output = Directory.CreateTempSubdirectory("serverless-coldstart-").FullName;

    /// <param name="project">A folder of `tests/programs`.</param>
    /// <param name="kind">`jit`, `r2r` (the program's own assemblies are compiled ahead) or `aot`.</param>
    /// <param name="directJson">Plain types through generated code, else through the context.</param>
    /// <returns>Path of the executable.</returns>
    public static string Publish(string project, string kind, bool directJson)
    {
        // A folder of this run: the build step refuses to write over the template of another clone.
        var folder = Path.Combine(Output, $"{project}-{kind}-{(directJson ? "direct" : "context")}");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        string[] arguments =
        [
            "publish", Path.Combine(ProgramsFolder(), project, project + ".csproj"), "-c", "Release", "-o", folder, "-nologo", "-v", "quiet",
            "-r", "linux-" + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64"),
            kind switch { "aot" => "-p:CompileAhead=true", "r2r" => "-p:PublishReadyToRun=true", _ => "-p:PublishReadyToRun=false" },
            "-p:ServerlessDirectJson=" + (directJson ? "true" : "false"),
        ];
        foreach (var argument in arguments.Concat(kind == "aot" ? [] : (string[])["--no-self-contained"]))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("Publishing " + project + " failed:\n" + output);
        // What a custom runtime starts is published under that name.
        var bootstrap = Path.Combine(folder, "bootstrap");
        return File.Exists(bootstrap) ? bootstrap : Path.Combine(folder, project);
    }

    /// <summary>Found upwards from the output: source paths are not in a deterministic build.</summary>
    private static string ProgramsFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Serverless.Analyzers.sln")))
                return Path.Combine(folder.FullName, "tests", "programs");
        }

        throw new InvalidOperationException("The repository was not found above " + AppContext.BaseDirectory);
    }
}
