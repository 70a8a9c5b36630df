using Serverless.Build.Writing;
using Serverless.Model.Json;

namespace Serverless.Build;

/// <summary>
/// The one thing in a template that only the build knows: the folder that holds the code. SAM reads it relative to the template,
/// so each place a template is written to has its own.
/// </summary>
internal static class CodeUri
{
    private const string Token = "\"{CodeUri}\"";

    /// <summary>The template for a given folder, with the code in another.</summary>
    public static string Fill(string template, string templateFolder, string codeFolder)
    {
        JsonNode folder = RelativePath.From(templateFolder, codeFolder);
        return template.Replace(Token, folder.ToCompactString());
    }
}
