namespace Serverless.Model.Expressions.JsonPath;

/// <summary>What a field allows of paths.</summary>
internal enum PathUse
{
    /// <summary>Any path: `InputPath`, `OutputPath`, `ItemsPath`, `Variable` and the operators that end in `Path`.</summary>
    Path,

    /// <summary>A path to one place: `SecondsPath`, `TimeoutSecondsPath` and their like.</summary>
    ReferencePath,

    /// <summary>Where a result is written: a path to one place of the input.</summary>
    ResultPath,

    /// <summary>A path or an intrinsic function: values under keys that end in `.$`, `ErrorPath`, `CausePath`.</summary>
    Template,
}
