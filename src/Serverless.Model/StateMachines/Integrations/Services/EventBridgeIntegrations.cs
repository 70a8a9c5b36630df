using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`events:putEvents`.</summary>
internal static class EventBridgeIntegrations
{
    public static readonly OptimizedIntegration[] All =
    [
        new("events", "putEvents", RequestResponse | Callback)
        {
            Required = ["Entries"],
            Optional = ["EndpointId"],
            Statements = [RoleStatements.Allow("events:PutEvents", Arns.Here("events", "event-bus/{Entries[].EventBusName=default}"))],
        },
    ];
}
