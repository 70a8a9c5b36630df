namespace Serverless.Build;

/// <summary>
/// One application is deployed from one target framework. With several in the project the build cannot know which: it must be named.
/// </summary>
internal static class FrameworkChoice
{
    /// <param name="frameworks">`TargetFrameworks`: empty or one entry when the project has a single framework.</param>
    /// <param name="named">`ServerlessTargetFramework`.</param>
    /// <param name="current">The framework of this build.</param>
    /// <param name="projectFile">Where a fault is reported.</param>
    /// <returns>Whether this build is the one that writes.</returns>
    public static bool IsDeployed(string frameworks, string named, string current, string projectFile)
    {
        var all = frameworks.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Trim()).Where(static name => name.Length > 0).ToList();
        if (all.Count < 2)
            return true;
        if (named.Length == 0)
        {
            throw new BuildFault(MessageIds.FrameworkNotNamed, projectFile,
                $"The project has functions and several target frameworks ({string.Join(", ", all)}): name the one to deploy in ServerlessTargetFramework");
        }

        if (!all.Contains(named, StringComparer.OrdinalIgnoreCase))
            throw new BuildFault(MessageIds.FrameworkNotNamed, projectFile, $"ServerlessTargetFramework is '{named}', which is none of {string.Join(", ", all)}");
        return string.Equals(named, current, StringComparison.OrdinalIgnoreCase);
    }
}
