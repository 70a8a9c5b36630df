using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>A function's own address. SAM lets everybody call a public one; the others take callers that IAM allows.</summary>
internal static class FunctionUrlTemplate
{
    public static JsonObject? Of(FunctionUrl? url) => url is null ? null : new JsonObject
    {
        { "AuthType", url.IsPublic ? "NONE" : "AWS_IAM" },
        { "InvokeMode", url.Streaming ? "RESPONSE_STREAM" : "BUFFERED" },
        { "Cors", CorsTemplate.Of(url.Cors) },
    };

    /// <summary>The address, which only the resource that SAM makes knows.</summary>
    public static DeployedValue Address(string function) => DeployedValue.GetAtt(GeneratedIds.Url(function), "FunctionUrl");

    public static void AddOutput(TemplateBuilder template, Function function)
    {
        if (function.Url is null)
            return;
        template.Outputs.Add(GeneratedIds.Url(function.LogicalId), new JsonObject
        {
            { "Description", "Address of " + function.LogicalId },
            { "Value", Address(function.LogicalId).ToJson() },
        });
    }
}
