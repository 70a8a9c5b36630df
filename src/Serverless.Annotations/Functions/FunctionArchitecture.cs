namespace Serverless;

/// <summary>Processor a function runs on (<c>Architectures</c>).</summary>
public enum FunctionArchitecture
{
    /// <summary>What the project's <c>RuntimeIdentifier</c> says; arm64 for portable code.</summary>
    Auto,

    /// <summary>64-bit x86.</summary>
    X86_64,

    /// <summary>64-bit Arm (Graviton): cheaper for the same work.</summary>
    Arm64,
}
