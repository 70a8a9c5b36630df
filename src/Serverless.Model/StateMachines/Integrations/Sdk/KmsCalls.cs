namespace Serverless.Model;

/// <summary>
/// Keys of KMS, which calls name by id, ARN or alias, and a ciphertext not at all. Source: "AWS KMS permissions" of its guide.
/// </summary>
internal static class KmsCalls
{
    private const string Service = "kms";

    private static readonly string Key = Arns.Here(Service, "key/{KeyId:key}");

    public static readonly SdkCall[] All =
    [
        OnKey("encrypt", "kms:Encrypt", "KeyId", "Plaintext"),
        OnKey("decrypt", "kms:Decrypt", "CiphertextBlob"),
        OnKey("generateDataKey", "kms:GenerateDataKey", "KeyId"),
        OnKey("generateDataKeyWithoutPlaintext", "kms:GenerateDataKeyWithoutPlaintext", "KeyId"),
        OnKey("sign", "kms:Sign", "KeyId", "Message", "SigningAlgorithm"),
        OnKey("verify", "kms:Verify", "KeyId", "Message", "Signature", "SigningAlgorithm"),
        OnKey("generateMac", "kms:GenerateMac", "KeyId", "MacAlgorithm", "Message"),
        OnKey("verifyMac", "kms:VerifyMac", "KeyId", "Mac", "MacAlgorithm", "Message"),
        OnKey("describeKey", "kms:DescribeKey", "KeyId"),
        OnKey("getPublicKey", "kms:GetPublicKey", "KeyId"),
        new(
            Service, "reEncrypt", ["CiphertextBlob", "DestinationKeyId"],
            RoleStatements.Allow("kms:ReEncryptFrom", Arns.Here(Service, "key/{SourceKeyId:key}")),
            RoleStatements.Allow("kms:ReEncryptTo", Arns.Here(Service, "key/{DestinationKeyId:key}"))),
    ];

    private static SdkCall OnKey(string action, string iam, params string[] required) => new(Service, action, required, RoleStatements.Allow(iam, Key));
}
