using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Serverless.Build.Reading;
using Serverless.Build.Writing;

namespace Serverless.Build;

/// <summary>
/// After every successful compilation: the artifact folder, and the template at `ServerlessTemplatePath`, become what the assembly says.
/// Everything is checked before the first file changes.
/// </summary>
public sealed class WriteServerlessArtifacts : ServerlessTask
{
    private const string TemplatePathInFolder = "template.json";
    private const string TemplateKind = "template";
    private const int FilesShown = 20;

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The artifact folder.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>Where `dotnet publish` puts the code: what the template in the folder deploys.</summary>
    [Required]
    public string PublishDirectory { get; set; } = "";

    /// <summary>`ServerlessTemplatePath`, or empty.</summary>
    public string TemplatePath { get; set; } = "";

    /// <summary>`ServerlessArtifacts`.</summary>
    public string Kinds { get; set; } = "";

    /// <summary>`TargetFrameworks`.</summary>
    public string TargetFrameworks { get; set; } = "";

    /// <summary>`ServerlessTargetFramework`.</summary>
    public string DeployedFramework { get; set; } = "";

    /// <summary>Full paths the previous build recorded.</summary>
    public ITaskItem[] PreviousFiles { get; set; } = [];

    /// <summary>Templates among the user's files that the previous build recorded.</summary>
    public ITaskItem[] PreviousTemplates { get; set; } = [];

    /// <summary>Full paths of everything in the artifact folder that is ours.</summary>
    [Output]
    public ITaskItem[] Files { get; private set; } = [];

    /// <summary>The template at `ServerlessTemplatePath`, when there is one.</summary>
    [Output]
    public ITaskItem[] Templates { get; private set; } = [];

    private protected override void Run()
    {
        var artifacts = ArtifactAssembly.Read(Assembly);
        var kinds = ArtifactKinds.Parse(Kinds, ProjectFile);
        var writesTemplate = kinds.Includes(TemplateKind);
        if (ReportFaults(artifacts.Faults.Where(fault => writesTemplate || !fault.ConcernsTemplateOnly)))
            return;

        var texts = artifacts.Files.Count > 0 && FrameworkChoice.IsDeployed(TargetFrameworks, DeployedFramework, TargetFramework, ProjectFile)
            ? artifacts.Files.Where(file => kinds.Includes(ArtifactPath.KindOf(file.Key))).ToDictionary(static file => file.Key, static file => file.Value, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);

        var folder = Path.GetFullPath(OutputPath).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var userTemplate = TemplatePath.Length > 0 && texts.TryGetValue(TemplatePathInFolder, out var template)
            ? new PlacedTemplate(Path.GetFullPath(TemplatePath), template)
            : null;
        if (userTemplate is not null)
            new TemplateFile(userTemplate.Path, ProjectFile, TargetFramework).Check();
        if (texts.TryGetValue(TemplatePathInFolder, out var inFolder))
            texts[TemplatePathInFolder] = CodeUri.Fill(inFolder, folder, PublishDirectory);

        var written = new ArtifactFolder(folder, ProjectFile, TargetFramework)
            .Write(texts, PreviousFiles.Select(static item => item.GetMetadata("FullPath")))
            .Select(path => Path.Combine(folder, path)).ToList();
        if (userTemplate is not null && WriteUserTemplate(userTemplate))
            written.Add(userTemplate.Path);
        RemoveOldTemplates(userTemplate?.Path);
        Announce(written);

        Files = texts.Count == 0 ? [] : texts.Keys.Append(FolderOwner.FileName)
            .OrderBy(static path => path, StringComparer.Ordinal)
            .Select(path => (ITaskItem)new TaskItem(Path.Combine(folder, path))).ToArray();
        Templates = userTemplate is null ? [] : [new TaskItem(userTemplate.Path)];
    }

    /// <summary>`sam build` compiles the project itself, so that template names the project's folder.</summary>
    private bool WriteUserTemplate(PlacedTemplate template)
    {
        var text = CodeUri.Fill(template.Text, Path.GetDirectoryName(template.Path)!, Path.GetDirectoryName(ProjectFile)!);
        return new TemplateFile(template.Path, ProjectFile, TargetFramework).Write(text);
    }

    private void RemoveOldTemplates(string? current)
    {
        foreach (var old in PreviousTemplates.Select(static item => item.GetMetadata("FullPath")))
        {
            if (current is null || !RelativePath.Same(old, current))
                new TemplateFile(old, ProjectFile, TargetFramework).Remove();
        }
    }

    private void Announce(List<string> written)
    {
        var name = Path.GetFileNameWithoutExtension(ProjectFile);
        foreach (var path in written.Take(FilesShown))
            Log.LogMessage(MessageImportance.High, "  {0} -> {1}", name, path);
        if (written.Count > FilesShown)
            Log.LogMessage(MessageImportance.High, "  {0} -> {1} more files in {2}", name, written.Count - FilesShown, OutputPath);
    }

    private sealed record PlacedTemplate(string Path, string Text);
}
