using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// A function with its log group and its role. The role is written out: the one that SAM makes always carries a managed
/// policy that may write every log of the account.
/// </summary>
internal static class FunctionResources
{
    public static void Add(TemplateBuilder template, Function function)
    {
        var settings = function.Settings;
        var id = function.LogicalId;
        template.AddLogGroup(GeneratedIds.Logs(id), settings.LogRetentionDays, function.Tags);
        if (settings.Role is null)
        {
            template.AddRole(
                GeneratedIds.Role(id),
                "lambda.amazonaws.com",
                ofThisAccountOnly: false,
                FunctionPermissions.Of(function, template.Resolver),
                settings.PermissionsBoundary,
                function.Tags,
                ManagedPolicies(template, function.ManagedPolicies));
        }

        var resource = template.Add(id, ResourceTypes.Function, Properties(template, function));
        if (FunctionHandlers.IsCustomRuntime(function) && BuildMethod(template.Application.Project) is { } method)
            resource.Add("Metadata", new JsonObject { { "BuildMethod", method } });
        InvokePermissions.Add(template, function);
        FunctionUrlTemplate.AddOutput(template, function);
    }

    private static JsonObject Properties(TemplateBuilder template, Function function)
    {
        var settings = function.Settings;
        return new JsonObject
        {
            { "FunctionName", Text(settings.FunctionName) },
            { "Description", Text(function.Description) },
            { "Handler", FunctionHandlers.DeployedHandler(template.Application.Project, function) },
            { "Runtime", settings.Runtime },
            { "CodeUri", ArtifactTokens.CodeUri },
            { "MemorySize", settings.MemorySize },
            { "Timeout", settings.Timeout },
            { "Architectures", new JsonArray { settings.Architecture } },
            { "EphemeralStorage", settings.EphemeralStorage is { } size ? new JsonObject { { "Size", size } } : null },
            { "ReservedConcurrentExecutions", settings.ReservedConcurrency is { } reserved ? new JsonNumber(reserved) : null },
            { "Layers", template.Values(settings.Layers) },
            { "Environment", Environment(template, function) },
            { "KmsKeyArn", template.Optional(settings.KmsKey, ReferenceForm.Arn, "kms") },
            { "VpcConfig", Network(template, settings) },
            { "Role", settings.Role is { } role ? template.Value(role, ReferenceForm.Arn) : DeployedValue.GetAtt(GeneratedIds.Role(function.LogicalId), "Arn").ToJson() },
            { "Tracing", settings.Tracing ? new JsonString("Active") : null },
            {
                "LoggingConfig", new JsonObject
                {
                    { "LogFormat", settings.LogFormat },
                    { "LogGroup", DeployedValue.Ref(GeneratedIds.Logs(function.LogicalId)).ToJson() },
                }
            },
            { "Tags", TemplateTags.Map(template.Application, function.Tags) },
            { "FunctionUrlConfig", FunctionUrlTemplate.Of(function.Url) },
            { "Events", RouteEvents.Of(template, function) },
        };
    }

    private static JsonObject? Environment(TemplateBuilder template, Function function)
    {
        var variables = new JsonObject();
        foreach (var variable in FunctionEnvironment.Of(template.Application, function, template.Resolver))
            variables.Add(variable.Key, variable.Value.ToJson());
        return variables.Count == 0 ? null : new JsonObject { { "Variables", variables } };
    }

    private static JsonObject? Network(TemplateBuilder template, FunctionSettings settings) =>
        settings.SubnetIds.Count == 0 && settings.SecurityGroupIds.Count == 0
            ? null
            : new JsonObject { { "SubnetIds", template.Values(settings.SubnetIds) }, { "SecurityGroupIds", template.Values(settings.SecurityGroupIds) } };

    /// <summary>By ARN, by `@Id`, or by the name of a policy of AWS.</summary>
    public static JsonArray? ManagedPolicies(TemplateBuilder template, EquatableArray<AwsValue> policies) =>
        policies.Count == 0
            ? null
            : new JsonArray(policies.Select(policy =>
                policy.Kind == AwsValueKind.Literal && !policy.Text.StartsWith("arn:", StringComparison.Ordinal)
                    ? DeployedValue.Sub("arn:${AWS::Partition}:iam::aws:policy/" + policy.Text).ToJson()
                    : template.Value(policy, ReferenceForm.Arn)));

    /// <summary>`sam build` is told which .NET builds a custom runtime: `net10.0` is `dotnet10`.</summary>
    private static string? BuildMethod(ProjectFacts project)
    {
        var framework = project.TargetFramework;
        var dot = framework.IndexOf('.');
        return framework.StartsWith("net", StringComparison.Ordinal) && dot > 3 ? "dotnet" + framework.Substring(3, dot - 3) : null;
    }

    private static JsonString? Text(string? text) => text is null ? null : new JsonString(text);
}
