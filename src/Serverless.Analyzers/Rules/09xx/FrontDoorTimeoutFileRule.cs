using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0901 in templates: a function that only APIs invoke and that may run longer than they wait. A limit of the integration's own counts instead of the usual one.
/// Reported at the timeout, or at the function when the globals give it.
/// </summary>
internal sealed class FrontDoorTimeoutFileRule : DeploymentFileRule
{
    private const int HttpApiSeconds = 30;
    private const int RestApiSeconds = 29;

    /// <summary>Half the templates of AWS give a function behind a REST API 30 seconds: the one second too many costs nothing.</summary>
    private const int Tolerance = 1;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.TimeoutBeyondFrontDoor);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        foreach (var function in file.Functions)
        {
            if (function is { IsFromAnnotations: false, HasUnknownTriggers: false, Resource: { } resource, Facts.TimeoutSeconds: { } timeout } && LongestWait(function) is var (api, limit) && timeout > limit + Tolerance)
            {
                var at = function.Properties?["Timeout"] is { } own ? file.At(own) : file.At(resource);
                ReportAs(context, FrontDoorTimeoutRule.SeverityOf(timeout, limit), ApiGatewayRules.TimeoutBeyondFrontDoor, at, timeout, api, limit.ToString(System.Globalization.CultureInfo.InvariantCulture) + " seconds");
            }
        }
    }

    /// <summary>The API that waits longest; null when something else invokes the function too, or when a limit is unknown.</summary>
    private static (string Api, int Seconds)? LongestWait(DeployedFunction function)
    {
        (string Api, int Seconds)? longest = null;
        foreach (var trigger in function.Triggers)
        {
            var usual = trigger.Kind switch
            {
                TriggerKind.HttpApi => ("the HTTP API", HttpApiSeconds),
                TriggerKind.RestApi => ("the REST API", RestApiSeconds),
                TriggerKind.WebSocketApi => ("the WebSocket API", RestApiSeconds),
                _ => default,
            };
            if (usual.Item1 is null || IsUnknown(trigger))
                return null;
            var seconds = trigger.TimeoutMilliseconds is { } own ? (own + 999) / 1000 : usual.Item2;
            if (longest is null || seconds > longest.Value.Seconds)
                longest = (usual.Item1, seconds);
        }

        return longest;
    }

    /// <summary>A definition in OpenAPI has limits of its own, which are not read; a stream is not held to them.</summary>
    private static bool IsUnknown(DeployedTrigger trigger)
    {
        if (trigger.At.Value is JsonObject at && Template.TypeOf(at) is "AWS::Serverless::Api" or "AWS::Serverless::HttpApi")
            return true;
        var settings = trigger.Properties?["Integration"] as JsonObject ?? trigger.Properties;
        if (settings is null)
            return (trigger.At.Value as JsonObject)?["Properties"] is not null;
        return !TemplateValue.IsWhole(settings)
            || settings["ResponseTransferMode"] is not null
            || (settings["TimeoutInMillis"] is not null && trigger.TimeoutMilliseconds is null)
            || (trigger.Kind == TriggerKind.RestApi && trigger.PayloadFormat is null);
    }
}
