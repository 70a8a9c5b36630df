using Serverless.Model.Json;

namespace Serverless.Analyzers.Deployment;

/// <summary>A state machine's definition, and where to report about a state of it.</summary>
/// <param name="Definition">The machine in Amazon States Language.</param>
/// <param name="At">The place for all of it when the definition is a text inside of the file; null when its states have places of their own.</param>
/// <param name="Deployments">The resources that deploy it: the one that holds it, or those that name its file. Empty when none is known.</param>
/// <param name="IsFile">It is the whole file, and deployed as it is.</param>
internal sealed record StateMachineSource(JsonObject Definition, JsonMember? At, IReadOnlyList<StateMachineDeployment> Deployments, bool IsFile = false)
{
    /// <summary>Whoever deploys it deploys it as Express: its executions end after five minutes in any case.</summary>
    public bool IsExpress => Deployments.Count > 0 && Deployments.All(static d => d.IsExpress);
}

/// <summary>A resource of a template that is a state machine.</summary>
/// <param name="File">The template.</param>
/// <param name="Properties">The resource's properties.</param>
internal sealed record StateMachineDeployment(DeploymentFile File, JsonObject Properties)
{
    public bool IsExpress => TemplateValue.Text(Properties["Type"] ?? Properties["StateMachineType"]) == "EXPRESS";

    /// <summary>The function of the same template that a value of the definition is: a reference, or the name of a substitution.</summary>
    public string? FunctionOf(JsonNode? value)
    {
        if (value is not JsonString { Value: var text })
            return File.Template.FunctionOf(value);
        if (!text.StartsWith("${", StringComparison.Ordinal) || text.IndexOf('}') is var close && (close < 0 || (close != text.Length - 1 && text[close + 1] != ':')))
            return null;
        var name = text.Substring(2, close - 2);
        if ((Properties["DefinitionSubstitutions"] as JsonObject)?[name] is { } substituted)
            return File.Template.FunctionOf(substituted);
        return Properties["DefinitionString"] is JsonObject { Count: 1 } sub && sub["Fn::Sub"] is JsonString
            ? File.Template.FunctionOf(new JsonObject { { "Ref", name.EndsWith(".Arn", StringComparison.Ordinal) ? name.Substring(0, name.Length - 4) : name } })
            : null;
    }
}
