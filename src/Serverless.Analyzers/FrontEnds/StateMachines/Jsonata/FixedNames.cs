using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

/// <summary>Members whose JSON names the service decides, not the project: the error a catcher hands on, the context object, the event that starts a machine.</summary>
internal static class FixedNames
{
    /// <summary>The path from a value of the type to the member, or null when the type's names are the project's.</summary>
    public static string? PathOf(ISymbol member)
    {
        var type = member.ContainingType;
        if (type.ContainingType is not null)
            return null;
        return type.ContainingNamespace.ToDisplayString() switch
        {
            "Serverless.StepFunctions" => InStepFunctions(type.Name, member.Name),
            "Serverless" => InPayload(type.Name, member.Name),
            _ => null,
        };
    }

    /// <summary>True for a type of ours that arrives with the service's own names.</summary>
    public static bool IsFixed(ITypeSymbol type, string @namespace, string name) =>
        type.Name == name && type.ContainingType is null && type.ContainingNamespace.ToDisplayString() == @namespace;

    private static string? InStepFunctions(string type, string member) => (type, member) switch
    {
        ("StateError", "Error" or "Cause") => member,
        ("StateMachineContext", "ExecutionId") => "Execution.Id",
        ("StateMachineContext", "ExecutionName") => "Execution.Name",
        ("StateMachineContext", "ExecutionRoleArn") => "Execution.RoleArn",
        ("StateMachineContext", "ExecutionStartTime") => "Execution.StartTime",
        ("StateMachineContext", "RedriveCount") => "Execution.RedriveCount",
        ("StateMachineContext", "RedriveTime") => "Execution.RedriveTime",
        ("StateMachineContext", "StateName") => "State.Name",
        ("StateMachineContext", "StateEnteredTime") => "State.EnteredTime",
        ("StateMachineContext", "RetryCount") => "State.RetryCount",
        ("StateMachineContext", "StateMachineId") => "StateMachine.Id",
        ("StateMachineContext", "StateMachineName") => "StateMachine.Name",
        ("StateMachineContext", "MapItemIndex") => "Map.Item.Index",
        ("StateMachineContext", "MapItemKey") => "Map.Item.Key",
        ("StateMachineContext", "MapItemSource") => "Map.Item.Source",
        _ => null,
    };

    private static string? InPayload(string type, string member) => (type, member) switch
    {
        ("S3ObjectEvent", "Bucket") => "bucket",
        ("S3ObjectEvent", "Key") => "key",
        ("S3ObjectEvent", "Size") => "size",
        ("S3ObjectEvent", "ETag") => "eTag",
        ("S3ObjectEvent", "VersionId") => "versionId",
        ("S3ObjectEvent", "EventName") => "eventName",
        ("EventBridgeEvent", "Id") => "id",
        ("EventBridgeEvent", "Source") => "source",
        ("EventBridgeEvent", "DetailType") => "`detail-type`",
        ("EventBridgeEvent", "Detail") => "detail",
        ("EventBridgeEvent", "Time") => "time",
        _ => null,
    };
}
