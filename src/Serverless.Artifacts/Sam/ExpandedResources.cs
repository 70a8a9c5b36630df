using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// Counts the resources a template has after SAM's expansion: CloudFormation's limit holds for those, not for what is written.
/// What SAM makes of a resource depends on the settings that are written, so it is counted on the finished template, the user's own part included.
/// </summary>
internal static class ExpandedResources
{
    public static int Count(JsonObject template)
    {
        if (template["Resources"] is not JsonObject resources)
            return 0;
        return resources.Sum(static member => member.Value is JsonObject resource ? CountOf(resource) : 0);
    }

    private static int CountOf(JsonObject resource)
    {
        var properties = resource["Properties"] as JsonObject ?? [];
        return (resource["Type"] as JsonString)?.Value switch
        {
            // The function or machine, and a role unless one is named; versions and aliases come as two.
            "AWS::Serverless::Function" => 1 + Unless(properties, "Role") + Pair(properties, "AutoPublishAlias") + One(properties, "EventInvokeConfig") + Url(properties) + Deployment(properties) + Events(properties, FunctionEvent),
            "AWS::Serverless::StateMachine" => 1 + Unless(properties, "Role") + Pair(properties, "AutoPublishAlias") + Events(properties, MachineEvent),
            "AWS::Serverless::HttpApi" => 2 + Domain(properties),
            "AWS::Serverless::Api" => 3 + Domain(properties) + UsagePlan(properties),
            _ => 1,
        };
    }

    private static int FunctionEvent(string type) => type switch
    {
        "Schedule" or "ScheduleV2" or "EventBridgeRule" or "CloudWatchEvent" or "SNS" or "CloudWatchLogs" or "IoTRule" => 2,
        _ => 1,
    };

    private static int MachineEvent(string type) => type == "Api" ? 1 : 2;

    private static int Events(JsonObject properties, Func<string, int> count) =>
        properties["Events"] is JsonObject events
            ? events.Sum(member => count(((member.Value as JsonObject)?["Type"] as JsonString)?.Value ?? ""))
            : 0;

    /// <summary>A group for each function; the application and its role are shared and stand for themselves in the first.</summary>
    private static int Deployment(JsonObject properties) => properties["DeploymentPreference"] is null ? 0 : 3;

    /// <summary>The address, and for everybody two permissions: to use it, and to call the function through it.</summary>
    private static int Url(JsonObject properties) => properties["FunctionUrlConfig"] switch
    {
        null => 0,
        JsonObject url when url["AuthType"] is JsonString { Value: "NONE" } => 3,
        _ => 1,
    };

    /// <summary>The domain, a mapping for each base path, and a group of records.</summary>
    private static int Domain(JsonObject properties) => properties["Domain"] switch
    {
        null => 0,
        JsonObject domain => 1 + (domain["BasePath"] is JsonArray { Count: > 1 } paths ? paths.Count : 1) + (domain["Route53"] is null ? 0 : 1),
        _ => 2,
    };

    /// <summary>The one that SAM makes: a plan, a key and their bond. Shared, it is counted for each API: rather too many.</summary>
    private static int UsagePlan(JsonObject properties) =>
        (properties["Auth"] as JsonObject)?["UsagePlan"] is JsonObject plan && plan["CreateUsagePlan"] is not JsonString { Value: "NONE" } ? 3 : 0;

    private static int Unless(JsonObject properties, string name) => properties[name] is null ? 1 : 0;

    private static int One(JsonObject properties, string name) => properties[name] is null ? 0 : 1;

    private static int Pair(JsonObject properties, string name) => properties[name] is null ? 0 : 2;
}
