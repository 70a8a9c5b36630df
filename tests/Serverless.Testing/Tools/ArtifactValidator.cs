using System.Text.Json;

namespace Serverless.Testing.Tools;

/// <summary>What an independent tool has to say about an emitted file.</summary>
/// <param name="File">The name the file was given.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Rule">The tool's own id of the rule.</param>
/// <param name="Severity">`error` fails a test, `warning` does not.</param>
/// <param name="Path">Where in the file.</param>
/// <param name="Message">The tool's words.</param>
public sealed record ArtifactFinding(string File, string Tool, string Rule, string Severity, string Path, string Message)
{
    /// <summary>True when the finding makes the file wrong.</summary>
    public bool IsError => Severity == "error";
}

/// <summary>
/// Has emitted files judged by tools that are not ours: two for the states language, the CloudFormation validator,
/// the SAM schema. One node process judges any number of files, so a test class collects its files and calls this once.
/// </summary>
public static class ArtifactValidator
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Judges the files. Their names decide by what: `….asl.json`, `…template.json`, `…policies/X.json`, `…application.json`.</summary>
    public static async Task<IReadOnlyList<ArtifactFinding>> ValidateAsync(IEnumerable<KeyValuePair<string, string>> files)
    {
        var folder = Directory.CreateTempSubdirectory("artifacts-").FullName;
        try
        {
            foreach (var (name, text) in files)
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, text);
            }

            var findings = await NodeTool.RunAsync("validate.mjs", [folder]);
            return JsonSerializer.Deserialize<List<ArtifactFinding>>(findings, Json)!;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
