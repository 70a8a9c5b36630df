using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// REST and WebSocket APIs write logs under a role that is a setting of the account and region, not of the API. A template that needs it
/// makes it, unless the parameter says that the account has one. It stays when the stack goes: other APIs log with it by then.
/// </summary>
internal static class ApiLogRole
{
    public const string Parameter = "CreateApiGatewayLogRole";

    private const string Condition = "CreatesApiGatewayLogRole";

    public static bool IsNeeded(Application application) => application.Apis.Any(IsNeeded);

    public static bool IsNeeded(Api api) => api switch
    {
        RestApi rest => rest.AccessLogs || rest.ExecutionLogs != ApiExecutionLogs.Off,
        WebSocketApi webSocket => webSocket.AccessLogs || webSocket.ExecutionLogs != ApiExecutionLogs.Off,
        _ => false,
    };

    public static JsonObject ParameterDefinition() => new()
    {
        { "Type", "String" },
        { "Default", "true" },
        { "AllowedValues", new JsonArray { "true", "false" } },
        { "Description", "Whether to set the role with which API Gateway writes logs in this account and region; false when the account has one." },
    };

    public static JsonObject Conditions() => new()
    {
        { Condition, new JsonObject { { "Fn::Equals", new JsonArray { DeployedValue.Ref(Parameter).ToJson(), "true" } } } },
    };

    /// <summary>API Gateway sends no account and no ARN when it checks this role, so its trust has no condition.</summary>
    public static void Add(TemplateBuilder template)
    {
        var policy = DeployedValue.Sub("arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs");
        template.AddRole(GeneratedIds.ApiGatewayLogRole, "apigateway.amazonaws.com", ofThisAccountOnly: false, default, null, default, new JsonArray { policy.ToJson() });
        var account = template.Add(GeneratedIds.ApiGatewayAccount, "AWS::ApiGateway::Account", new JsonObject
        {
            { "CloudWatchRoleArn", DeployedValue.GetAtt(GeneratedIds.ApiGatewayLogRole, "Arn").ToJson() },
        });

        // An account that never had an API has no settings yet. An API that waits for them itself cannot come first.
        if (template.Application.Apis.FirstOrDefault(static api => IsNeeded(api) && (api.AccessLogs || api.Kind == ApiKind.WebSocket)) is { } first)
            account.Add("DependsOn", first.LogicalId);
        foreach (var id in new[] { GeneratedIds.ApiGatewayLogRole, GeneratedIds.ApiGatewayAccount })
        {
            var resource = (JsonObject)template.Resources[id]!;
            resource.Add("Condition", Condition);
            resource.Add("DeletionPolicy", "Retain");
            resource.Add("UpdateReplacePolicy", "Retain");
        }

        // Nothing can depend on a resource that may be absent. This one is always there, and after the setting where that is made.
        template.Add(GeneratedIds.ApiGatewayLogging, "AWS::CloudFormation::WaitConditionHandle", []).Add(
            "Metadata", new JsonObject { { "After", new JsonObject { { "Fn::If", new JsonArray { Condition, DeployedValue.Ref(GeneratedIds.ApiGatewayAccount).ToJson(), "" } } } } });
    }
}
