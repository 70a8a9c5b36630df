namespace Serverless.Model;

/// <summary>Keys of the data that a diagnostic hands to its code fix.</summary>
internal static class FixProperties
{
    /// <summary>The text that replaces the flagged one (nearest name, corrected form).</summary>
    public const string Replacement = "replacement";

    /// <summary>The id that is to be declared.</summary>
    public const string Id = "id";
}
