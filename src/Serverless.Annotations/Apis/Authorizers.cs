namespace Serverless;

/// <summary>Names for <c>Authorizer</c> settings that are not declared in code.</summary>
public static class Authorizers
{
    /// <summary>Callers sign requests with AWS credentials (Signature Version 4).</summary>
    public const string Iam = "AWS_IAM";

    /// <summary>Everybody may call: a word one must write.</summary>
    public const string None = "NONE";
}
