using System.Collections.Immutable;
using Serverless.Analyzers.Reachability.HandlerRecognition;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>Functions of a SAM or CloudFormation template.</summary>
internal static class TemplateReader
{
    public static ImmutableArray<DeployedFunction> Read(DeploymentFile file)
    {
        if (file.Root is not { } root || root["Resources"] is not JsonObject resources)
            return ImmutableArray<DeployedFunction>.Empty;
        var globals = (root["Globals"] as JsonObject)?["Function"] as JsonObject;
        var functions = ImmutableArray.CreateBuilder<DeployedFunction>();
        foreach (var member in resources)
        {
            if (member.Value is not JsonObject resource || resource["Type"] is not JsonString { Value: "AWS::Serverless::Function" or "AWS::Lambda::Function" } type)
                continue;
            var properties = resource["Properties"] as JsonObject;
            var defaults = type.Value == "AWS::Serverless::Function" ? globals : null;
            var handler = properties?["Handler"] ?? defaults?["Handler"];
            functions.Add(new DeployedFunction(file)
            {
                LogicalId = member.Name,
                Resource = member,
                Properties = properties,
                Handler = (handler as JsonString)?.Value,
                HandlerNode = handler,
                Facts = FunctionFacts.Unknown with
                {
                    TimeoutSeconds = TemplateValue.Positive(properties?["Timeout"] ?? defaults?["Timeout"]),
                },
            });
        }

        return functions.ToImmutable();
    }
}
