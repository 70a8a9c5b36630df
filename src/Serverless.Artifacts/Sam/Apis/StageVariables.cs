using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

internal static class StageVariables
{
    public static JsonObject? Of(TemplateBuilder template, Api api)
    {
        if (api.StageVariables.Count == 0)
            return null;
        var variables = new JsonObject();
        foreach (var variable in api.StageVariables)
            variables.Add(variable.Name, template.Value(variable.Value));
        return variables;
    }
}
