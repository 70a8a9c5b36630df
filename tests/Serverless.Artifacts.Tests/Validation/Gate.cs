using Serverless.Model;
using Serverless.Testing.Tools;

namespace Serverless.Artifacts.Tests.Validation;

/// <summary>Sends the files of many models through the independent validators in one go.</summary>
internal static class Gate
{
    /// <summary>Findings by the name of the model, errors only.</summary>
    public static async Task<ILookup<string, ArtifactFinding>> ErrorsAsync(IEnumerable<(string Name, Application Application)> models)
    {
        var files = models.SelectMany(static model => ArtifactSet.Render(model.Application, default)
            .Select(artifact => KeyValuePair.Create(model.Name + "/" + artifact.Path, artifact.Text)));
        var findings = await ArtifactValidator.ValidateAsync(files);
        return findings.Where(static finding => finding.IsError).ToLookup(static finding => finding.File.Split('/')[0]);
    }

    public static string Describe(IEnumerable<ArtifactFinding> findings) => string.Join("\n", findings);
}
