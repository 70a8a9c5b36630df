using System.Collections.Immutable;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>
/// `aws-lambda-tools-defaults.json`: what `dotnet lambda deploy-function` uses. Its environment variables are not taken for all: the tool leaves alone
/// what the function already has.
/// </summary>
internal static class ToolsDefaultsReader
{
    public static ImmutableArray<DeployedFunction> Read(DeploymentFile file)
    {
        if (file.Root is not { } root || root["function-handler"] is not JsonString { Value: { Length: > 0 } handler } node)
            return ImmutableArray<DeployedFunction>.Empty;
        return ImmutableArray.Create(new DeployedFunction(file)
        {
            Handler = handler,
            HandlerNode = node,
            Runtime = TemplateValue.Text(root["function-runtime"]),
            IsImage = TemplateValue.Text(root["package-type"]) == "image",
            Facts = FunctionFacts.Unknown with
            {
                TimeoutSeconds = TemplateValue.Positive(root["function-timeout"]),
                MemoryMegabytes = TemplateValue.Positive(root["function-memory-size"]),
            },
        });
    }
}
