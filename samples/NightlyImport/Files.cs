namespace Imports;

/// <summary>Where files are, as the deployment says.</summary>
internal static class Files
{
    /// <summary>The bucket the shops send to.</summary>
    public static string Bucket { get; } = Environment.GetEnvironmentVariable("LANDING_BUCKET") ?? "Landing";
}
