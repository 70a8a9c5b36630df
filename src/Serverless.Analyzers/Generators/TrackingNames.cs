namespace Serverless.Analyzers.Generators;

/// <summary>Names of the pipeline's steps: what tests ask when they ask whether a step ran again.</summary>
internal static class TrackingNames
{
    public const string Options = "Options";
    public const string Fragments = "Fragments";
    public const string Shape = "Shape";
    public const string Application = "Application";
    public const string Files = "Files";
}
