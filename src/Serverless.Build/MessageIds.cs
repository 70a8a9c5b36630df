namespace Serverless.Build;

/// <summary>Ids of what the build step itself reports, each explained in README.md. Faults of declarations keep their SVLSnnnn ids.</summary>
internal static class MessageIds
{
    /// <summary>The folder or template belongs to another project.</summary>
    public const string OwnedByAnotherProject = "SVLSB001";

    /// <summary>The file was written or edited by hand.</summary>
    public const string WrittenByHand = "SVLSB002";

    /// <summary>Several target frameworks, and none is named.</summary>
    public const string FrameworkNotNamed = "SVLSB003";

    /// <summary>The artifact class speaks another version of the format.</summary>
    public const string UnknownFormat = "SVLSB004";

    /// <summary>The file system refused.</summary>
    public const string CannotWrite = "SVLSB005";

    /// <summary>The artifact class cannot be read.</summary>
    public const string Unreadable = "SVLSB006";

    /// <summary>`ServerlessArtifacts` names a kind that does not exist.</summary>
    public const string UnknownKind = "SVLSB007";
}
