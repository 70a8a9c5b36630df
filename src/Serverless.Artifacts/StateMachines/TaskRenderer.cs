using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// The part of a Task that says what it runs. A function is called through `lambda:invoke` in JSONata, whose answer wraps
/// the payload; in JSONPath by its ARN, whose answer is the payload itself, so that the user's paths mean what they say.
/// </summary>
internal sealed class TaskRenderer(QueryLanguage language, ReferenceResolver resolver, Substitutions substitutions, AslDataRenderer data)
{
    private const string Integration = "arn:aws:states:::";
    private const string Invoke = "lambda:invoke";

    private bool IsJsonata => language == QueryLanguage.JSONata;

    public void AddTo(JsonObject rendered, TaskState task)
    {
        if (task.Function is { } function)
            AddFunction(rendered, task, function);
        else if (resolver.FindContainer(task.Container) is { } container)
            AddContainer(rendered, task, container);
        else
            AddIntegration(rendered, task, task.Resource ?? "");

        if (task.CredentialsRole is { } role)
            rendered.Add("Credentials", new JsonObject { { "RoleArn", substitutions.ForArgument(role, "RoleArn", null) } });
    }

    public void AddLimits(JsonObject rendered, TaskState task)
    {
        data.AddField(rendered, "TimeoutSeconds", task.TimeoutSeconds);
        data.AddField(rendered, "HeartbeatSeconds", task.HeartbeatSeconds);
    }

    /// <summary>What a function returned, without the envelope of `lambda:invoke`. A callback's result has no envelope.</summary>
    public static JsonNode? DefaultOutput(TaskState task) =>
        task.Function is not null && !IsCallback(task) ? new JsonString(DefinitionText.Expression("$states.result.Payload")) : null;

    private void AddFunction(JsonObject rendered, TaskState task, string function)
    {
        var placeholder = substitutions.ForFunction(function);
        var callback = IsCallback(task);
        if (!IsJsonata && !callback)
        {
            rendered.Add("Resource", placeholder);
            rendered.Add("Parameters", task.Arguments is { } parameters ? data.Render(parameters) : null);
            return;
        }

        rendered.Add("Resource", Integration + (callback ? task.Resource : Invoke));
        var payload = task.Arguments is { } given ? data.Render(given) : IsJsonata ? DefinitionText.Expression("$states.input") : new JsonString("$");
        var payloadKey = IsJsonata || task.Arguments is not (null or AslPath) ? "Payload" : "Payload.$";
        rendered.Add(IsJsonata ? "Arguments" : "Parameters", new JsonObject { { "FunctionName", placeholder }, { payloadKey, payload } });
    }

    private void AddContainer(JsonObject rendered, TaskState task, ContainerTask container)
    {
        rendered.Add("Resource", Integration + task.Resource);
        rendered.Add(IsJsonata ? "Arguments" : "Parameters", new ContainerArguments(language, resolver, substitutions).Of(container, task.Arguments));
    }

    private void AddIntegration(JsonObject rendered, TaskState task, string resource)
    {
        rendered.Add("Resource", Integration + resource);
        if (task.Arguments is { } arguments)
            rendered.Add(IsJsonata ? "Arguments" : "Parameters", data.Render(arguments, null, ServiceOf(resource)));
    }

    private static bool IsCallback(TaskState task) =>
        task.Resource is { } resource && resource.EndsWith(".waitForTaskToken", StringComparison.Ordinal);

    private static string ServiceOf(string resource)
    {
        var colon = resource.IndexOf(':');
        return colon < 0 ? resource : resource.Substring(0, colon);
    }
}
