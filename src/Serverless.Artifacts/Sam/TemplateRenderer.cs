using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// The AWS SAM template: what the model says, then what only deployment needs beside it, and the user's own CloudFormation
/// over both. One file deploys everything.
/// </summary>
internal static class TemplateRenderer
{
    public const string Path = "template.json";

    private static readonly string[] FragmentSections =
        ["Metadata", "Parameters", "Mappings", "Rules", "Conditions", "Globals", "Resources", "Outputs", "Hooks"];

    public static JsonObject Render(Application application, ReferenceResolver resolver)
    {
        var template = new TemplateBuilder(application, resolver);
        foreach (var api in application.HttpApis)
            HttpApiResources.Add(template, api);
        foreach (var api in application.RestApis)
            RestApiResources.Add(template, api);
        foreach (var api in application.WebSocketApis)
            WebSocketApiResources.Add(template, api);
        if (ApiLogRole.IsNeeded(application))
            ApiLogRole.Add(template);
        foreach (var function in application.Functions)
            FunctionResources.Add(template, function);
        ContainerResources.Add(template);
        foreach (var machine in application.StateMachines)
            StateMachineResources.Add(template, machine);
        FailureNotifications.AddTopicPolicies(template);
        foreach (var resource in application.Resources)
            DeclaredResources.Add(template, resource);
        foreach (var output in application.Outputs)
            template.Outputs.Add(output.Name, Output(template, output));

        var document = new JsonObject
        {
            { "AWSTemplateFormatVersion", "2010-09-09" },
            { "Transform", "AWS::Serverless-2016-10-31" },
            { "Description", application.Settings.Description is { } description ? new JsonString(description) : null },
            { "Parameters", Parameters(application, resolver) },
            { "Conditions", ApiLogRole.IsNeeded(application) ? ApiLogRole.Conditions() : null },
            { "Resources", template.Resources },
            { "Outputs", template.Outputs.Count == 0 ? null : template.Outputs },
        };
        foreach (var fragment in application.Fragments)
            Merge(document, fragment);
        return document;
    }

    private static JsonObject? Parameters(Application application, ReferenceResolver resolver)
    {
        var parameters = new JsonObject();
        if (ApiLogRole.IsNeeded(application))
            parameters.Add(ApiLogRole.Parameter, ApiLogRole.ParameterDefinition());
        foreach (var parameter in ContainerParameters.Of(application, resolver))
            parameters.Add(parameter.Key, parameter.Value);
        foreach (var parameter in application.Parameters)
        {
            parameters.Add(parameter.Name, new JsonObject
            {
                { "Type", parameter.Type },
                { "Default", Text(parameter.Default) },
                { "Description", Text(parameter.Description) },
                { "AllowedPattern", Text(parameter.AllowedPattern) },
                { "AllowedValues", parameter.AllowedValues.Count == 0 ? null : new JsonArray(parameter.AllowedValues.Select(static value => (JsonNode)new JsonString(value))) },
                { "NoEcho", parameter.NoEcho ? new JsonBoolean(true) : null },
            });
        }

        return parameters.Count == 0 ? null : parameters;
    }

    private static JsonObject Output(TemplateBuilder template, TemplateOutput output) => new()
    {
        { "Description", Text(output.Description) },
        { "Value", template.Value(output.Value) },
        { "Export", output.ExportName is { } name ? new JsonObject { { "Name", name.Contains("${") ? DeployedValue.Sub(name).ToJson() : name } } : null },
    };

    /// <summary>A fragment that is not JSON was reported where it was read, and adds nothing.</summary>
    private static void Merge(JsonObject document, TemplateFragment fragment)
    {
        if (JsonReader.Read(fragment.Json, out _, allowComments: true) is not JsonObject user)
            return;
        var sections = new JsonObject();
        foreach (var section in FragmentSections)
            sections.Add(section, user[section]);
        JsonMerge.Into(document, sections);
        if (user["Description"] is { } description)
            document["Description"] = description.Clone();
        if (user["Transform"] is { } transforms)
            document["Transform"] = Transforms(document["Transform"]!, transforms);
    }

    /// <summary>Other transforms of the user run beside the one of SAM.</summary>
    private static JsonNode Transforms(JsonNode ours, JsonNode users)
    {
        var names = new List<string>();
        foreach (var node in new[] { users, ours })
        {
            IEnumerable<JsonNode> items = node is JsonArray array ? array : [node];
            names.AddRange(items.OfType<JsonString>().Select(static name => name.Value));
        }

        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        return distinct.Count == 1 ? distinct[0] : new JsonArray(distinct.Select(static name => (JsonNode)new JsonString(name)));
    }

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
