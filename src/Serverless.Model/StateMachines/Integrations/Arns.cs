namespace Serverless.Model;

/// <summary>Parts of ARNs that the integrations share. The account and the region are those of the machine.</summary>
internal static class Arns
{
    private const string Partition = "arn:${AWS::Partition}:";

    /// <summary>Something of this account in this region: `Arns.Here("glue", "job/{JobName}")`.</summary>
    public static string Here(string service, string resource) => Partition + service + ":${AWS::Region}:${AWS::AccountId}:" + resource;

    /// <summary>Something of this account in no region.</summary>
    public static string Global(string service, string resource) => Partition + service + "::${AWS::AccountId}:" + resource;

    /// <summary>Something of no account: a bucket, a public thing.</summary>
    public static string Public(string service, string resource) => Partition + service + ":::" + resource;

    /// <summary>The role that an argument names.</summary>
    public static string Role(string argument) => Global("iam", "role/{" + argument + "}");
}
