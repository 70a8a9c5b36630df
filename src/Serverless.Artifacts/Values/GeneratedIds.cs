using System.Globalization;
using System.Text;

namespace Serverless.Artifacts;

/// <summary>Logical ids of what is generated beside a declared thing: one place, so that references and definitions agree, and users can override them by id.</summary>
internal static class GeneratedIds
{
    /// <summary>The setting of the account that lets API Gateway write logs. An account has one.</summary>
    public const string ApiGatewayAccount = "ApiGatewayAccount";

    public const string ApiGatewayLogRole = "ApiGatewayLogRole";

    /// <summary>What a stage that logs waits for.</summary>
    public const string ApiGatewayLogging = "ApiGatewayLogging";

    public static string Role(string id) => id + "Role";

    /// <summary>What a machine may do with itself.</summary>
    public static string OwnPolicy(string machine) => machine + "OwnPolicy";

    public static string Logs(string id) => id + "Logs";

    public static string DeadLetterQueue(string queue) => queue + "DeadLetters";

    public static string BucketPolicy(string bucket) => bucket + "Policy";

    public static string TopicPolicy(string topic) => topic + "Policy";

    public static string Archive(string bus) => bus + "Archive";

    /// <summary>The rule that starts a machine; the first has no number.</summary>
    public static string StartRule(string machine, int index) => machine + "Start" + Number(index);

    public static string FailureRule(string machine) => machine + "Failure";

    public static string Url(string id) => id + "Url";

    public static string Arn(string id) => id + "Arn";

    /// <summary>The role with which an API calls services and starts machines.</summary>
    public static string IntegrationRole(string api) => api + "IntegrationRole";

    /// <summary>Lets an API call a function: for one route (SAM names the one it makes of an event so, too), or for all of an API's.</summary>
    public static string Permission(string function, string route) => function + route + "Permission";

    public static string AuthorizerPermission(string function, string api) => function + api + "AuthorizerPermission";

    public static string WebAcl(string api) => api + "WebAcl";

    public static string WebAclAssociation(string api) => api + "WebAclAssociation";

    /// <summary>Where a WebSocket API's connections are pushed to.</summary>
    public static string ManagementUrl(string api) => api + "ManagementUrl";

    public static string Stage(string api) => api + "Stage";

    /// <summary>The stage that SAM makes of an HTTP or REST API: it puts the stage's id for this name, so that what refers to it comes after it.</summary>
    public static DeployedValue SamStage(string api) => DeployedValue.Sub("${" + api + ".Stage}");

    public static string Integration(string api, string function) => api + function + "Integration";

    public static string Route(string api, string route) => api + route + "Route";

    public static string RouteResponse(string api, string route) => api + route + "RouteResponse";

    public static string Authorizer(string api, string name) => api + Word(name) + "Authorizer";

    public static string Domain(string api) => api + "Domain";

    public static string DomainMapping(string api) => api + "Mapping";

    public static string DomainRecords(string api) => api + "Records";

    public static string UsagePlan(string api, string plan) => api + Word(plan) + "UsagePlan";

    /// <summary>A text of the user as part of an id: letters and digits, each word with a capital.</summary>
    public static string Word(string text)
    {
        var word = new StringBuilder(text.Length);
        var startsWord = true;
        foreach (var c in text)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                word.Append(startsWord ? char.ToUpperInvariant(c) : c);
                startsWord = false;
            }
            else
            {
                startsWord = true;
            }
        }

        return word.ToString();
    }

    /// <summary>The name itself, or with the first number that makes it unique.</summary>
    public static string Unique(string name, Func<string, bool> isTaken)
    {
        var unique = name;
        for (var index = 1; isTaken(unique); index++)
            unique = name + Number(index);
        return unique;
    }

    private static string Number(int index) => index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture);
}
