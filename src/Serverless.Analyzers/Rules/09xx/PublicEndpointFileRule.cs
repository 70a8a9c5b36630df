using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Deployment;
using Serverless.Analyzers.Reachability;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0906 in templates: a function URL with `AuthType: NONE`, and a route that names no authorizer on an API that has some and none for all. Reported there.
/// </summary>
internal sealed class PublicEndpointFileRule : DeploymentFileRule
{
    private static readonly string[] PublicNames =
        ["health", "ping", "status", "webhook", "hook", "callback", "public", "login", "signin", "signup", "register", "token", "oauth", "swagger", "openapi", "favicon", "robots", "options"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ApiGatewayRules.PublicEndpoint);

    protected override void Analyze(AdditionalFileAnalysisContext context, DeploymentFile file, ServerlessModel model)
    {
        foreach (var function in file.Functions)
        {
            if (function is not { IsFromAnnotations: false, LogicalId: { } name } || IsMeantForAll(name))
                continue;
            foreach (var trigger in function.Triggers)
                Check(context, file, name, trigger);
        }
    }

    private static void Check(AdditionalFileAnalysisContext context, DeploymentFile file, string function, DeployedTrigger trigger)
    {
        switch (trigger.Kind)
        {
            case TriggerKind.FunctionUrl:
                if (trigger.Properties?["AuthType"] is JsonString { Value: "NONE" } none && !IsMeantForAll(trigger.Name))
                    Report(context, ApiGatewayRules.PublicEndpoint, file.At(none), $"The URL of '{function}'", "it asks for no authorization; set AuthType to AWS_IAM");
                break;
            case TriggerKind.HttpApi or TriggerKind.RestApi when trigger.At.Value is JsonObject at && at["Type"] is JsonString { Value: "Api" or "HttpApi" } type:
                if (trigger.Properties is { } settings && TemplateValue.IsWhole(settings) && settings["Auth"] is null && !IsMeantForAll(trigger.Name) && !IsMeantForAll(TemplateValue.Text(settings["Path"]) ?? "")
                    && TemplateValue.Text(settings["Method"])?.Equals("options", StringComparison.OrdinalIgnoreCase) != true && HasUnusedAuthorizers(file, settings, type.Value))
                {
                    Report(context, ApiGatewayRules.PublicEndpoint, file.At(trigger.At), $"Route '{trigger.Name}' of '{function}'", "its API has authorizers, and neither the route nor a DefaultAuthorizer names one");
                }

                break;
        }
    }

    /// <summary>The API defines authorizers and leaves it to each route to name one.</summary>
    private static bool HasUnusedAuthorizers(DeploymentFile file, JsonObject settings, string eventType)
    {
        var kind = eventType == "Api" ? "Api" : "HttpApi";
        var reference = settings[kind == "Api" ? "RestApiId" : "ApiId"];
        var api = reference is null ? null : file.Template.Properties(TemplateReferences.Single(reference));
        if (reference is not null && api is null)
            return false;
        var globals = (file.Root?["Globals"] as JsonObject)?[kind] as JsonObject;
        var (own, shared) = (api?["Auth"], globals?["Auth"]);
        return Leaves(own) && Leaves(shared) && (Defines(own) || Defines(shared));
    }

    private static bool Defines(JsonNode? auth) => (auth as JsonObject)?["Authorizers"] is JsonObject { Count: > 0 } all && TemplateValue.IsWhole(all);

    private static bool Leaves(JsonNode? auth) =>
        auth is null || (auth is JsonObject obj && TemplateValue.IsWhole(obj) && obj["DefaultAuthorizer"] is null && obj["ApiKeyRequired"] is null && obj["ResourcePolicy"] is null);

    private static bool IsMeantForAll(string name) => Array.Exists(PublicNames, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);
}
