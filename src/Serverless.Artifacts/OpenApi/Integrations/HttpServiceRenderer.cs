using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>HTTP API: one of the services that it calls by itself. Their names are the service's own, with a word before.</summary>
internal static class HttpServiceRenderer
{
    private static readonly Dictionary<string, string> Services = new(StringComparer.Ordinal)
    {
        ["appconfig"] = "AppConfig",
        ["appconfigdata"] = "AppConfig",
        ["events"] = "EventBridge",
        ["kinesis"] = "Kinesis",
        ["sqs"] = "SQS",
        ["states"] = "StepFunctions",
    };

    public static JsonObject Render(OpenApiDocument document, ServiceIntegration service)
    {
        var parameters = new JsonObject();
        foreach (var parameter in service.Parameters)
            parameters.Add(parameter.Target, document.Spell(parameter.Source, Form(parameter.Target), service.Service));
        var name = Services.TryGetValue(service.Service, out var known) ? known : service.Service;
        return Integration(document, name + "-" + service.Action, parameters);
    }

    /// <summary>The caller's JSON is the input, and what the service says is the answer.</summary>
    public static JsonObject Render(OpenApiDocument document, ExecutionIntegration execution) => Integration(
        document,
        "StepFunctions-" + (execution.IsSynchronous ? "StartSyncExecution" : "StartExecution"),
        new JsonObject
        {
            { "StateMachineArn", document.Spell(document.Resolver.Arn(execution.Machine)) },
            { "Input", "$request.body" },
        });

    /// <summary>What a parameter of that name wants of a resource.</summary>
    private static ReferenceForm Form(string parameter) =>
        parameter.EndsWith("Arn", StringComparison.Ordinal) ? ReferenceForm.Arn
        : parameter.EndsWith("Url", StringComparison.Ordinal) ? ReferenceForm.Url
        : parameter.EndsWith("Name", StringComparison.Ordinal) ? ReferenceForm.Name
        : ReferenceForm.Ref;

    private static JsonObject Integration(OpenApiDocument document, string subtype, JsonObject parameters) => new()
    {
        { "type", "aws_proxy" },
        { "integrationSubtype", subtype },
        { "payloadFormatVersion", "1.0" },
        { "connectionType", "INTERNET" },
        { "credentials", IntegrationRenderer.Credentials(document) },
        { "requestParameters", parameters },
    };
}
