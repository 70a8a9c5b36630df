namespace Serverless.Analyzers.Detection;

/// <summary>What policy texts and the names of AWS's own policies open.</summary>
internal static class AwsPolicies
{
    /// <summary>`AdministratorAccess`, `AmazonS3FullAccess` and the like, as a name or at the end of an ARN.</summary>
    public static bool AllowsEverything(string policy)
    {
        var name = policy.Substring(policy.LastIndexOf('/') + 1);
        return name is "AdministratorAccess" or "PowerUserAccess" || name.EndsWith("FullAccess", StringComparison.Ordinal);
    }

    /// <summary>What `*` or `service:*` opens; null for an action or a pattern within a service.</summary>
    public static string? ScopeOf(string action)
    {
        if (action is "*" or "*:*")
            return "every action of every service";
        return action.EndsWith(":*", StringComparison.Ordinal) ? "every action of '" + action.Substring(0, action.Length - 2) + "'" : null;
    }
}
