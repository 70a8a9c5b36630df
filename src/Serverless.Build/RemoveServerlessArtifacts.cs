using Microsoft.Build.Framework;
using Serverless.Build.Writing;

namespace Serverless.Build;

/// <summary>
/// `dotnet clean`: the artifact folder goes, except for files of others in it. The template at `ServerlessTemplatePath` stays:
/// it lives among the sources and other tools and people rely on it.
/// </summary>
public sealed class RemoveServerlessArtifacts : ServerlessTask
{
    /// <summary>The artifact folder.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>Full paths the previous build recorded.</summary>
    public ITaskItem[] PreviousFiles { get; set; } = [];

    private protected override void Run()
    {
        var folder = Path.GetFullPath(OutputPath).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        new ArtifactFolder(folder, ProjectFile, TargetFramework).Remove(PreviousFiles.Select(static item => item.GetMetadata("FullPath")));
    }
}
