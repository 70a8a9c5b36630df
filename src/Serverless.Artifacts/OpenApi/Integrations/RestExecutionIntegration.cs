using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// REST API: a route starts an execution. A started one is answered by its ARN; one that is waited for by its output, and by a problem without
/// the cause when it failed.
/// </summary>
internal static class RestExecutionIntegration
{
    private const string Output =
        """
        #set($execution = $input.path("$"))#if($execution.status == "SUCCEEDED")$execution.output#else#if($execution.status == "TIMED_OUT")#set($status = 504)#set($title = "Gateway Timeout")#else#set($status = 500)#set($title = "Internal Server Error")#end#set($context.responseOverride.status = $status)#set($context.responseOverride.header.Content-Type = "application/problem+json"){"status":$status,"title":"$title","instance":"$context.path","requestId":"$context.requestId"}#end
        """;

    private const string Started = """{"executionArn":$input.json("$.executionArn")}""";

    public static JsonObject Render(OpenApiDocument document, IntegrationRoute route, ExecutionIntegration execution)
    {
        var action = execution.IsSynchronous ? "StartSyncExecution" : "StartExecution";
        var request = route.Rest.RequestTemplate is { } written
            ? document.Templates.Of(written)
            : DeployedValue.Sub("#set($body = $input.body)#if(!$body || $body == \"\")#set($body = \"{}\")#end{\"stateMachineArn\":\"" + document.Pattern(document.Resolver.Arn(execution.Machine)) + "\",\"input\":\"" + VelocityText.Escaped("$body") + "\"}");
        var answer = route.Rest.ResponseTemplate is { } template ? document.Templates.Of(template) : DeployedValue.Literal(execution.IsSynchronous ? Output : Started);
        return new JsonObject
        {
            { "type", "aws" },
            { "httpMethod", "POST" },
            { "uri", document.Spell(DeployedValue.Sub("arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/" + action)) },
            { "credentials", IntegrationRenderer.Credentials(document) },
            { "passthroughBehavior", "when_no_templates" },
            { "requestTemplates", new JsonObject { { "application/json", document.Spell(request) } } },
            { "responses", RestResponses.Of(document, route.StatusCode, answer, failuresAreStatuses: true) },
        };
    }
}
