namespace Serverless.Runtime;

/// <summary>Keys that requests to AWS are signed with.</summary>
/// <param name="AccessKeyId">Names the key.</param>
/// <param name="SecretAccessKey">The key.</param>
/// <param name="SessionToken">Belongs to temporary keys; null for others.</param>
internal sealed record AwsCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken)
{
    /// <summary>Never the secrets: a record prints its members otherwise.</summary>
    public override string ToString() => AccessKeyId;
}
