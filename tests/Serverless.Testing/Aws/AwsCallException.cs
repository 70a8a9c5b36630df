namespace Serverless.Testing.Aws;

/// <summary>A service refused a call.</summary>
public sealed class AwsCallException(string code, string? message) : Exception(message ?? code)
{
    /// <summary>The service's error code: `ResourceNotFoundException`.</summary>
    public string Code { get; } = code;
}
