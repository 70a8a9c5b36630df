using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// `application.json`: the model as data, for CDK, Terraform and scripts that do not read SAM. Its shape is
/// application.schema.json beside this file; a change that breaks readers gets a new version number.
/// </summary>
internal static class ApplicationDataRenderer
{
    public const string Path = "application.json";

    private const string Version = "1";

    public static JsonObject Render(Application application, ReferenceResolver resolver)
    {
        var data = new ValueSpeller(resolver);
        return new JsonObject
        {
            { "version", Version },
            { "assembly", application.Project.AssemblyName },
            { "targetFramework", application.Project.TargetFramework },
            { "description", Text(application.Settings.Description) },
            { "parameters", Many(application.Parameters, static parameter => new JsonObject
                {
                    { "name", parameter.Name }, { "type", parameter.Type }, { "default", Text(parameter.Default) }, { "description", Text(parameter.Description) },
                })
            },
            { "functions", Many(application.Functions, function => Function(application, function, data)) },
            { "containerTasks", JsonFacts.Many(application.ContainerTasks, task => ContainerData.Of(application, task, data)) },
            { "httpApis", Many(application.HttpApis, api => ApiData.Of(application, api, data)) },
            { "restApis", JsonFacts.Many(application.RestApis, api => ApiData.Of(application, api, data)) },
            { "webSocketApis", JsonFacts.Many(application.WebSocketApis, api => ApiData.Of(application, api, data)) },
            { "routes", RouteData.Functions(application) },
            { "integrationRoutes", RouteData.Integrations(application, data) },
            { "webSocketRoutes", RouteData.WebSockets(application) },
            { "stateMachines", Many(application.StateMachines, machine => MachineData.Of(machine, data, resolver)) },
            { "resources", Many(application.Resources, resource => ResourceData.Of(resource)) },
            { "grants", Grants(application, data) },
            { "outputs", Outputs(application, data) },
            { "placeholders", Texts(Placeholders(application, data, resolver)) },
        };
    }

    private static JsonObject Function(Application application, Function function, ValueSpeller data)
    {
        var settings = function.Settings;
        var environment = new JsonObject();
        foreach (var variable in FunctionEnvironment.Of(application, function, data.Resolver))
            environment.Add(variable.Key, data.Spell(variable.Value));
        return new JsonObject
        {
            { "id", function.LogicalId },
            { "description", Text(function.Description) },
            { "handler", FunctionHandlers.DeployedHandler(application.Project, function) },
            { "runtime", settings.Runtime },
            { "architecture", settings.Architecture },
            { "memorySize", settings.MemorySize },
            { "timeout", settings.Timeout },
            { "ephemeralStorage", Number(settings.EphemeralStorage) },
            { "reservedConcurrency", Number(settings.ReservedConcurrency) },
            { "tracing", settings.Tracing },
            { "logFormat", settings.LogFormat },
            { "logRetentionDays", settings.LogRetentionDays },
            { "role", data.SpellOptional(settings.Role, ReferenceForm.Arn) },
            { "layers", data.SpellMany(settings.Layers, ReferenceForm.Arn) },
            { "subnetIds", data.SpellMany(settings.SubnetIds) },
            { "securityGroupIds", data.SpellMany(settings.SecurityGroupIds) },
            { "environment", environment },
            { "tags", TemplateTags.Map(application, function.Tags) ?? [] },
            { "policy", PolicyFiles.PathOf(function.LogicalId) },
            { "taskOf", Text(function.TaskOf) },
            {
                "url", function.Url is not { } url ? null : new JsonObject
                {
                    { "authorization", url.IsPublic ? "none" : "iam" }, { "streaming", JsonFacts.True(url.Streaming) }, { "cors", ApiData.Cors(url.Cors) },
                }
            },
            { "pushesTo", JsonFacts.Text(function.PushesTo) },
        };
    }

    private static JsonArray Grants(Application application, ValueSpeller data)
    {
        var grants = new JsonArray();
        foreach (var function in application.Functions)
            AddGrants(grants, "function", function.LogicalId, function.Grants.Where(static grant => grant.Target == GrantTarget.Functions), data);
        foreach (var task in application.ContainerTasks)
            AddGrants(grants, "containerTask", task.LogicalId, task.Grants.Where(static grant => grant.Target == GrantTarget.Functions), data);
        foreach (var machine in application.StateMachines)
            AddGrants(grants, "stateMachine", machine.LogicalId, machine.Grants, data);
        return grants;
    }

    private static void AddGrants(JsonArray grants, string kind, string owner, IEnumerable<Grant> declared, ValueSpeller data)
    {
        foreach (var grant in declared)
        {
            var statement = GrantStatement.Of(grant, data.Resolver);
            grants.Add(new JsonObject
            {
                { kind, owner },
                { "effect", grant.IsAllow ? "Allow" : "Deny" },
                { "actions", Texts(statement.Actions) },
                { "resource", statement.Resources[0].ToPlaceholderText() },
                { "condition", grant.Condition is { } condition ? JsonReader.Read(condition, out _, allowComments: true) : null },
            });
        }
    }

    private static JsonArray Outputs(Application application, ValueSpeller data)
    {
        var outputs = new JsonArray();
        foreach (var api in application.Apis)
            outputs.Add(new JsonObject { { "name", GeneratedIds.Url(api.LogicalId) }, { "value", data.Spell(ApiAddresses.Url(api, data.Resolver)) } });
        foreach (var api in application.WebSocketApis)
            outputs.Add(new JsonObject { { "name", GeneratedIds.ManagementUrl(api.LogicalId) }, { "value", data.Spell(ApiAddresses.Management(api, data.Resolver)) } });
        foreach (var function in application.Functions)
        {
            if (function.Url is not null)
                outputs.Add(new JsonObject { { "name", GeneratedIds.Url(function.LogicalId) }, { "value", data.Spell(FunctionUrlTemplate.Address(function.LogicalId)) } });
        }

        foreach (var machine in application.StateMachines)
            outputs.Add(new JsonObject { { "name", GeneratedIds.Arn(machine.LogicalId) }, { "value", data.Spell(DeployedValue.RefArn(machine.LogicalId)) } });
        foreach (var output in application.Outputs)
            outputs.Add(new JsonObject { { "name", output.Name }, { "value", data.Spell(output.Value) }, { "exportName", Text(output.ExportName) } });
        return outputs;
    }

    /// <summary>Everything that stands as `${…}` in the files and here: whoever deploys without SAM has to fill these in, and nothing else.</summary>
    private static SortedSet<string> Placeholders(Application application, ValueSpeller data, ReferenceResolver resolver)
    {
        var placeholders = new SortedSet<string>(data.Placeholders, StringComparer.Ordinal);
        foreach (var machine in application.StateMachines)
            placeholders.UnionWith(AslRenderer.Render(machine, resolver).Substitutions.SelectMany(static entry => entry.Value.Placeholders()));

        foreach (var api in application.Apis)
        {
            if (api.Kind != ApiKind.WebSocket)
                placeholders.UnionWith(OpenApiRenderer.Placeholders(application, api, resolver));
        }

        foreach (var task in application.ContainerTasks.Where(static task => !task.Settings.IsEks))
            placeholders.UnionWith(TaskDefinition.Placeholders(application, task, resolver));
        var statements = application.Functions.SelectMany(function => FunctionPermissions.Of(function, resolver))
            .Concat(application.ContainerTasks.SelectMany(task => ContainerPermissions.OfTask(task, resolver)))
            .Concat(application.StateMachines.SelectMany(machine => MachinePermissions.Of(machine, resolver)))
            .Concat(application.Apis.SelectMany(api => IntegrationPermissions.Of(application, api, resolver)));
        foreach (var statement in statements)
        {
            placeholders.UnionWith(statement.Resources.SelectMany(static resource => resource.Placeholders()));
            if (statement.Condition is { } condition)
                placeholders.UnionWith(DeployedValue.Sub(condition).Placeholders());
        }

        return placeholders;
    }

    private static JsonArray Many<T>(EquatableArray<T> items, Func<T, JsonNode> render) where T : IEquatable<T> => new(items.Select(render));

    private static JsonArray Texts(IEnumerable<string> texts) => new(texts.Select(static text => (JsonNode)new JsonString(text)));

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);

    private static JsonNumber? Number(int? number) => number is { } value ? new JsonNumber(value) : null;
}
