namespace Serverless.Model;

/// <summary>Secrets and parameters, whose ARNs are not their names behind a prefix.</summary>
internal static class SecretCalls
{
    private const string Secrets = "secretsmanager";

    private static readonly string Secret = Arns.Here(Secrets, "secret:{SecretId:secret}");
    private static readonly string Parameter = Arns.Here("ssm", "parameter/{Name:path}");

    public static readonly SdkCall[] All =
    [
        OnSecret("getSecretValue", "GetSecretValue"),
        OnSecret("describeSecret", "DescribeSecret"),
        OnSecret("putSecretValue", "PutSecretValue"),
        OnSecret("updateSecret", "UpdateSecret"),
        OnSecret("deleteSecret", "DeleteSecret"),
        OnSecret("rotateSecret", "RotateSecret"),
        OnSecret("restoreSecret", "RestoreSecret"),
        new("ssm", "getParameter", ["Name"], RoleStatements.Allow("ssm:GetParameter", Parameter)),
        new("ssm", "putParameter", ["Name", "Value"], RoleStatements.Allow("ssm:PutParameter", Parameter)),
        new("ssm", "deleteParameter", ["Name"], RoleStatements.Allow("ssm:DeleteParameter", Parameter)),
        new("ssm", "getParameters", ["Names"], RoleStatements.Allow("ssm:GetParameters", Arns.Here("ssm", "parameter/{Names[]:path}"))),
        new("ssm", "getParametersByPath", ["Path"], RoleStatements.Allow("ssm:GetParametersByPath", Arns.Here("ssm", "parameter/{Path:path}"))),
    ];

    private static SdkCall OnSecret(string action, string iam) => new(Secrets, action, ["SecretId"], RoleStatements.Allow(Secrets + ":" + iam, Secret));
}
