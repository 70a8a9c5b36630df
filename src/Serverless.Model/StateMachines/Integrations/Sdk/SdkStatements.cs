namespace Serverless.Model;

/// <summary>
/// The statements of a call that IAM allows by an action of the same name: on the resources whose ARNs the call's arguments fill by their
/// names, else on the narrowest pattern of the kind.
/// </summary>
internal static class SdkStatements
{
    /// <summary>An ARN pattern for more kinds of resources than these says less than one for all of the service.</summary>
    private const int MostPatterns = 3;

    /// <summary>Arguments that hand a role to the service.</summary>
    private static readonly string[] RoleArguments = ["ExecutionRoleArn", "RoleARN", "RoleArn", "ServiceRoleArn", "TaskRoleArn", "Role"];

    /// <summary>Who takes the role, for services whose calls hand one over. For the others the condition is left out.</summary>
    private static readonly Dictionary<string, string> Principals = new(StringComparer.Ordinal)
    {
        ["batch"] = "batch.amazonaws.com", ["cloudformation"] = "cloudformation.amazonaws.com", ["codebuild"] = "codebuild.amazonaws.com",
        ["ecs"] = "ecs-tasks.amazonaws.com", ["eks"] = "eks.amazonaws.com", ["firehose"] = "firehose.amazonaws.com", ["glue"] = "glue.amazonaws.com",
        ["lambda"] = "lambda.amazonaws.com", ["pipes"] = "pipes.amazonaws.com", ["sagemaker"] = "sagemaker.amazonaws.com", ["sfn"] = "states.amazonaws.com",
    };

    /// <summary>Empty when nothing is known of the service: then only a grant of the user's helps.</summary>
    public static RoleStatement[] Of(string service, string action)
    {
        if (!IamCatalogue.TryFindSdkService(service, out var prefix) || prefix is null)
            return [];
        var known = IamCatalogue.FindAction(prefix, action);
        var name = known?.FullName ?? prefix + ":" + char.ToUpperInvariant(action[0]) + action.Substring(1);
        return
        [
            new RoleStatement([name], known is null ? ["*"] : Resources(known)) { IsAnyOf = true },
            .. known?.Level == IamAccessLevel.Write ? RoleArguments.Select(argument => PassRole(argument, service)) : [],
        ];
    }

    private static RoleStatement PassRole(string argument, string service) =>
        new(["iam:PassRole"], [Arns.Role(argument)]) { Surely = argument, Conditions = Principals.TryGetValue(service, out var principal) ? [RoleStatements.PassedTo(principal)] : [] };

    /// <summary>Types that the call must name, else those that it may.</summary>
    private static string[] Resources(IamAction action)
    {
        var required = action.Resources.Where(static r => r.IsRequired).ToList();
        var types = required.Count > 0 ? required : [.. action.Resources];
        if (types.Count == 0)
            return ["*"];
        return types.Count > MostPatterns ? [Arns.Here(action.Service, "*")] : [.. types.Select(r => Template(action, r.Type)).Distinct()];
    }

    /// <summary>`…:table/${TableName}` → `…:table/{TableName}`: the variables of IAM are named as the arguments of the calls mostly are.</summary>
    private static string Template(IamAction action, IamResourceType type)
    {
        var arn = type.Arn.Replace("${Partition}", "${AWS::Partition}").Replace("${Region}", "${AWS::Region}").Replace("${Account}", "${AWS::AccountId}");
        var variables = arn.Split(["${"], StringSplitOptions.None).Skip(1).Select(static part => part.Substring(0, part.IndexOf('}'))).Where(static v => !v.StartsWith("AWS::", StringComparison.Ordinal)).ToList();
        foreach (var variable in variables)
            arn = arn.Replace("${" + variable + "}", "{" + Names(action, type, variable) + (variables.Count == 1 ? "}" : ":name}"));
        return TypeArn(type.Name) + "|" + arn;
    }

    /// <summary>`StartCrawler` calls the name of its crawler `Name`, and IAM calls it `CrawlerName`.</summary>
    private static string Names(IamAction action, IamResourceType type, string variable)
    {
        var name = type.Name.Replace("-", "").Replace(" ", "");
        var isOwn = action.Name.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0 && variable.StartsWith(name, StringComparison.OrdinalIgnoreCase);
        return isOwn && variable.Length > name.Length ? variable + "," + variable.Substring(name.Length) : variable;
    }

    /// <summary>The argument that most calls have for the ARN of a type; arguments are found in any casing, since IAM writes `statemachine`.</summary>
    private static string TypeArn(string type) => type.Replace("-", "").Replace(" ", "") + "Arn";
}
