using Microsoft.Build.Framework;
using Serverless.Build.Reading;
using Serverless.Build.Writing;

namespace Serverless.Build;

/// <summary>
/// After publishing: the template stands beside the code it deploys, so that the publish folder can be moved or handed on as a whole;
/// and it says whether the functions run on a custom runtime, which starts a file named `bootstrap` and no other.
/// </summary>
public sealed class PublishServerlessTemplate : ServerlessTask
{
    private const string TemplatePathInFolder = "template.json";
    private const string TemplateKind = "template";

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The publish folder.</summary>
    [Required]
    public string PublishDirectory { get; set; } = "";

    /// <summary>`ServerlessArtifacts`.</summary>
    public string Kinds { get; set; } = "";

    /// <summary>`TargetFrameworks`.</summary>
    public string TargetFrameworks { get; set; } = "";

    /// <summary>`ServerlessTargetFramework`.</summary>
    public string DeployedFramework { get; set; } = "";

    /// <summary>Whether a function of the application runs on `provided.*`.</summary>
    [Output]
    public bool UsesCustomRuntime { get; private set; }

    private protected override void Run()
    {
        var artifacts = ArtifactAssembly.Read(Assembly);
        var writesTemplate = ArtifactKinds.Parse(Kinds, ProjectFile).Includes(TemplateKind);
        if (ReportFaults(artifacts.Faults.Where(fault => writesTemplate || !fault.ConcernsTemplateOnly)))
            return;

        var file = new TemplateFile(Path.GetFullPath(Path.Combine(PublishDirectory, "serverless", TemplatePathInFolder)), ProjectFile, TargetFramework);
        if (!artifacts.Files.TryGetValue(TemplatePathInFolder, out var template))
        {
            file.Remove();
            return;
        }

        UsesCustomRuntime = template.Contains("\"Runtime\": \"provided.");
        if (!writesTemplate || !FrameworkChoice.IsDeployed(TargetFrameworks, DeployedFramework, TargetFramework, ProjectFile))
            file.Remove();
        else if (file.Write(CodeUri.Fill(template, Path.Combine(PublishDirectory, "serverless"), PublishDirectory)))
            Log.LogMessage(MessageImportance.High, "  {0} -> {1}", Path.GetFileNameWithoutExtension(ProjectFile), Path.GetFullPath(Path.Combine(PublishDirectory, "serverless", TemplatePathInFolder)));
    }
}
