using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>The state machines of a file: the file itself, or what a template holds, as a map or as text.</summary>
internal static class StateMachineSources
{
    public static IEnumerable<StateMachineSource> Of(DeploymentFile file)
    {
        if (file is { Kind: DeploymentFileKind.StateMachine, Root: { } root })
            yield return new StateMachineSource(root, null);
        foreach (var resource in file.Template.Resources)
        {
            if (Template.TypeOf(resource.Value as JsonObject) is not ("AWS::StepFunctions::StateMachine" or "AWS::Serverless::StateMachine")
                || file.Template.Properties(resource.Name) is not { } properties)
            {
                continue;
            }

            var isExpress = TemplateValue.Text(properties["Type"] ?? properties["StateMachineType"]) == "EXPRESS";
            if (properties["Definition"] is JsonObject definition)
                yield return new StateMachineSource(definition, null, isExpress);
            if (properties.Find("DefinitionString") is { } text && JsonReader.Read(TextOf(text.Value) ?? "", out _) is JsonObject machine)
                yield return new StateMachineSource(machine, text, isExpress);
        }
    }

    /// <summary>Literal, or with variables that are put in: `!Sub "…"`, `!Sub ["…", {…}]`.</summary>
    private static string? TextOf(JsonNode node) => node switch
    {
        JsonString text => text.Value,
        JsonObject { Count: 1 } obj when obj["Fn::Sub"] is JsonString text => text.Value,
        JsonObject { Count: 1 } obj when obj["Fn::Sub"] is JsonArray { Count: > 0 } parts => (parts[0] as JsonString)?.Value,
        _ => null,
    };
}
