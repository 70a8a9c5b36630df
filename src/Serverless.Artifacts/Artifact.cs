using System.Text;

namespace Serverless.Artifacts;

/// <summary>A file of the application: where it goes below the artifact folder, and its text.</summary>
internal sealed record Artifact(string Path, string Text);

/// <summary>
/// The one rule between a file's path and the property of the artifact class that carries it: `/` is `__`, `.` is `_`.
/// Paths hold letters, digits, `/` and `.` only, so the rule can be read backwards, which is what the build task does.
/// </summary>
internal static class ArtifactProperty
{
    public static string NameOf(string path)
    {
        var name = new StringBuilder(path.Length + 4);
        foreach (var c in path)
        {
            switch (c)
            {
                case '/': name.Append("__"); break;
                case '.': name.Append('_'); break;
                default: name.Append(c); break;
            }
        }

        return name.ToString();
    }
}

/// <summary>What only the build knows stands in the emitted text as a token.</summary>
internal static class ArtifactTokens
{
    /// <summary>The folder that holds the code: the publish folder, or the project for `sam build`.</summary>
    public const string CodeUri = "{CodeUri}";
}
