using System.Globalization;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>
/// Which runtime a function runs on. An executable that brings its own runtime goes to the operating-system-only one;
/// everything else needs a managed runtime, which exists for long-term versions of .NET alone.
/// </summary>
internal static class RuntimeReader
{
    private const string Custom = "provided.al2023";

    private static readonly int[] ManagedVersions = [8, 10];

    public static string Read(FunctionScope scope, Reading reading)
    {
        if (scope.Settings.String("Runtime") is { } written && written.Value.Length > 0)
        {
            if (written.Value.StartsWith("provided", StringComparison.Ordinal) && !reading.Project.IsExecutable)
                reading.Report(RuleIds.SettingsExclude, written.At, $"Runtime = \"{written.Value}\"", "a class library", "a custom runtime starts an executable");
            return written.Value;
        }

        var project = reading.Project;
        if (project.IsExecutable && (project.PublishAot || project.SelfContained))
            return Custom;
        var version = Version(project.TargetFramework);
        if (version is { } known && Array.IndexOf(ManagedVersions, known) < 0)
        {
            reading.Report(
                RuleIds.SettingsExclude, scope.Method.Declaration, $"target framework {project.TargetFramework}", "the managed runtime",
                "Lambda has dotnet8 and dotnet10; publish an executable self-contained, or target one of them");
        }

        return "dotnet" + (version ?? ManagedVersions[ManagedVersions.Length - 1]).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>10 in `net10.0` and `net10.0-linux`; null when it is no such name.</summary>
    private static int? Version(string targetFramework)
    {
        if (!targetFramework.StartsWith("net", StringComparison.Ordinal))
            return null;
        var dot = targetFramework.IndexOf('.');
        return dot > 3 && int.TryParse(targetFramework.Substring(3, dot - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }
}
