namespace Serverless;

/// <summary>How a function's code is delivered (<c>PackageType</c>).</summary>
public enum FunctionPackage
{
    /// <summary>A zip of the publish folder.</summary>
    Zip,

    /// <summary>A container image; its address becomes a template parameter.</summary>
    Image,
}
