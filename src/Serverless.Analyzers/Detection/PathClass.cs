namespace Serverless.Analyzers.Detection;

/// <summary>Where a path leads on Lambda.</summary>
internal enum PathClass
{
    /// <summary>Not known at compile time; rules stay silent.</summary>
    Unknown,

    /// <summary>`/tmp`, the one writable place.</summary>
    Tmp,

    /// <summary>The read-only folder of the code.</summary>
    Task,

    /// <summary>A mounted file system, `/mnt/…`.</summary>
    Mounted,

    /// <summary>`/dev`, `/proc`.</summary>
    Device,

    /// <summary>Depends on the current directory, which is the code's folder.</summary>
    Relative,

    /// <summary>Any other absolute path.</summary>
    OtherAbsolute,
}
