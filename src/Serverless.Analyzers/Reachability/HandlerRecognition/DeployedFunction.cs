using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>A function as a deployment file describes it.</summary>
/// <param name="Handler">The handler string as written: `Assembly::Type::Method`, or an assembly name.</param>
/// <param name="TimeoutSeconds">Null when the file does not say.</param>
internal sealed record DeployedFunction(string Handler, int? TimeoutSeconds)
{
    /// <summary>The three parts, or null when the handler names an executable. A method given with its signature is reduced to its name.</summary>
    public (string Assembly, string Type, string Method)? Parts
    {
        get
        {
            var parts = Handler.Split(["::"], StringSplitOptions.None);
            if (parts.Length != 3)
                return null;
            var method = parts[2].Trim();
            var open = method.IndexOf('(');
            if (open >= 0)
                method = method.Substring(0, open).Trim();
            var space = method.LastIndexOf(' ');
            return (parts[0].Trim(), parts[1].Trim(), space < 0 ? method : method.Substring(space + 1));
        }
    }
}

/// <summary>
/// Reads functions from JSON templates and from the Lambda tools' defaults, given as additional files (an analyzer may not touch the disk).
/// What is not literal is unknown, never absent; YAML is not read.
/// </summary>
internal static class DeploymentFiles
{
    private const string ToolsDefaults = "aws-lambda-tools-defaults.json";

    public static bool IsTemplate(string path)
    {
        var name = FileName(path);
        return name.EndsWith(".template", StringComparison.OrdinalIgnoreCase)
            || name.Equals("template.json", StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsStateMachine(string path) => path.EndsWith(".asl.json", StringComparison.OrdinalIgnoreCase);

    public static ImmutableArray<DeployedFunction> Read(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var functions = ImmutableArray.CreateBuilder<DeployedFunction>();
        foreach (var file in files)
        {
            var isDefaults = FileName(file.Path).Equals(ToolsDefaults, StringComparison.OrdinalIgnoreCase);
            if (!isDefaults && !IsTemplate(file.Path))
                continue;
            if (file.GetText(cancellationToken)?.ToString() is not { } text || JsonReader.Read(text, out _, allowComments: true) is not JsonObject root)
                continue;
            if (isDefaults)
                ReadDefaults(root, functions);
            else
                ReadTemplate(root, functions);
        }

        return functions.ToImmutable();
    }

    private static void ReadDefaults(JsonObject root, ImmutableArray<DeployedFunction>.Builder functions)
    {
        if (root["function-handler"] is JsonString { Value: { Length: > 0 } handler })
            functions.Add(new DeployedFunction(handler, Seconds(root["function-timeout"])));
    }

    private static void ReadTemplate(JsonObject root, ImmutableArray<DeployedFunction>.Builder functions)
    {
        var globals = (root["Globals"] as JsonObject)?["Function"] as JsonObject;
        if (root["Resources"] is not JsonObject resources)
            return;
        foreach (var member in resources)
        {
            if (member.Value is not JsonObject resource || resource["Type"] is not JsonString { Value: "AWS::Serverless::Function" or "AWS::Lambda::Function" } type)
                continue;
            var properties = resource["Properties"] as JsonObject;
            var defaults = type.Value == "AWS::Serverless::Function" ? globals : null;
            if ((properties?["Handler"] ?? defaults?["Handler"]) is JsonString handler)
                functions.Add(new DeployedFunction(handler.Value, Seconds(properties?["Timeout"] ?? defaults?["Timeout"])));
        }
    }

    private static int? Seconds(JsonNode? node) => node is JsonNumber number && number.TryGetInt64(out var seconds) && seconds is > 0 and <= int.MaxValue ? (int)seconds : null;

    private static string FileName(string path) => path.Substring(Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1);
}
