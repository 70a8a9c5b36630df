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
            { "httpApis", Many(application.HttpApis, static api => new JsonObject { { "id", api.LogicalId }, { "name", Text(api.Name) }, { "stage", api.StageName } }) },
            { "routes", Routes(application) },
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
        foreach (var variable in function.Environment)
            environment.Add(variable.Name, data.Spell(variable.Value));
        if (FunctionHandlers.NeedsSelector(application.Project, function))
            environment.Add(FunctionHandlers.SelectorVariable, function.Handler);
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
        };
    }

    private static JsonArray Routes(Application application)
    {
        var routes = new JsonArray();
        foreach (var function in application.Functions)
        {
            foreach (var route in function.Routes)
            {
                routes.Add(new JsonObject
                {
                    { "api", route.Api },
                    { "routeKey", route.RouteKey },
                    { "function", function.LogicalId },
                    { "operationId", route.OperationId.Length == 0 ? null : Text(route.OperationId) },
                    { "statusCode", route.StatusCode },
                    { "throttleRate", route.ThrottleRate is { } rate ? new JsonNumber(rate) : null },
                    { "throttleBurst", Number(route.ThrottleBurst) },
                    { "timeoutMilliseconds", Number(route.TimeoutMilliseconds) },
                });
            }
        }

        return routes;
    }

    private static JsonArray Grants(Application application, ValueSpeller data)
    {
        var grants = new JsonArray();
        foreach (var function in application.Functions)
            AddGrants(grants, "function", function.LogicalId, function.Grants.Where(static grant => grant.Target == GrantTarget.Functions), data);
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
        foreach (var api in application.HttpApis)
            outputs.Add(new JsonObject { { "name", GeneratedIds.Url(api.LogicalId) }, { "value", HttpApiResources.Url(api).ToPlaceholderText() } });
        foreach (var machine in application.StateMachines)
            outputs.Add(new JsonObject { { "name", GeneratedIds.Arn(machine.LogicalId) }, { "value", DeployedValue.RefArn(machine.LogicalId).ToPlaceholderText() } });
        foreach (var output in application.Outputs)
            outputs.Add(new JsonObject { { "name", output.Name }, { "value", data.Spell(output.Value) }, { "exportName", Text(output.ExportName) } });
        return outputs;
    }

    /// <summary>Everything that stands as `${…}` in the files and here: whoever deploys without SAM has to fill these in, and nothing else.</summary>
    private static SortedSet<string> Placeholders(Application application, ValueSpeller data, ReferenceResolver resolver)
    {
        var placeholders = new SortedSet<string>(data.Placeholders, StringComparer.Ordinal);
        foreach (var api in application.HttpApis)
            placeholders.UnionWith(HttpApiResources.Url(api).Placeholders());
        foreach (var machine in application.StateMachines)
        {
            placeholders.UnionWith(DeployedValue.RefArn(machine.LogicalId).Placeholders());
            placeholders.UnionWith(AslRenderer.Render(machine, resolver).Substitutions.SelectMany(static entry => entry.Value.Placeholders()));
        }

        var statements = application.Functions.SelectMany(function => FunctionPermissions.Of(function, resolver))
            .Concat(application.StateMachines.SelectMany(machine => MachinePermissions.Of(machine, resolver)));
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
