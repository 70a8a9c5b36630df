namespace Serverless.Artifacts;

/// <summary>Inference profiles of Bedrock that AWS keeps: a geography before the id of the model.</summary>
internal static class BedrockProfiles
{
    private static readonly string[] Geographies = ["us.", "us-gov.", "eu.", "apac.", "global.", "jp.", "au.", "ca."];

    /// <summary>The model's id, or null when the id is no profile's.</summary>
    public static string? ModelOf(string id)
    {
        var geography = Geographies.FirstOrDefault(prefix => id.StartsWith(prefix, StringComparison.Ordinal));
        return geography is null ? null : id.Substring(geography.Length);
    }
}
