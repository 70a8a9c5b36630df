using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>The state machines of a file: the file itself, or what a template holds, as a map or as text.</summary>
internal static class StateMachineSources
{
    /// <param name="file">The file.</param>
    /// <param name="deployment">All files: a template may say how a definition in a file of its own is deployed.</param>
    public static IEnumerable<StateMachineSource> Of(DeploymentFile file, DeploymentDescription deployment)
    {
        if (file is { Kind: DeploymentFileKind.StateMachine, Root: { } root })
            yield return new StateMachineSource(root, null, [.. DeploymentsOf(file, deployment)], IsFile: true);
        foreach (var machine in Machines(file))
        {
            if (machine.Properties["Definition"] is JsonObject definition)
                yield return new StateMachineSource(definition, null, [machine]);
            if (machine.Properties.Find("DefinitionString") is { } text && JsonReader.Read(TextOf(text.Value) ?? "", out _) is JsonObject written)
                yield return new StateMachineSource(written, text, [machine]);
        }
    }

    private static IEnumerable<StateMachineDeployment> Machines(DeploymentFile file)
    {
        foreach (var resource in file.Template.Resources)
        {
            if (Template.TypeOf(resource.Value as JsonObject) is "AWS::StepFunctions::StateMachine" or "AWS::Serverless::StateMachine"
                && file.Template.Properties(resource.Name) is { } properties)
            {
                yield return new StateMachineDeployment(file, properties);
            }
        }
    }

    /// <summary>The resources whose `DefinitionUri` names the file.</summary>
    private static IEnumerable<StateMachineDeployment> DeploymentsOf(DeploymentFile file, DeploymentDescription deployment)
    {
        var path = Normalise(file.Path);
        foreach (var template in deployment.Files)
        {
            foreach (var machine in Machines(template))
            {
                if (TemplateValue.Text(machine.Properties["DefinitionUri"]) is { } uri && Resolve(template.Path, uri) == path)
                    yield return machine;
            }
        }
    }

    /// <summary>A path as the template at another path names it.</summary>
    private static string Resolve(string template, string relative)
    {
        var from = Normalise(template);
        return Normalise(from.Substring(0, from.LastIndexOf('/') + 1) + relative.Replace('\\', '/'));
    }

    private static string Normalise(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1].Length > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part != ".")
                parts.Add(part);
        }

        return string.Join("/", parts);
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
