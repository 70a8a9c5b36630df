using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>What every part of the template needs: the application, the resolver, and the place where resources are added.</summary>
internal sealed class TemplateBuilder(Application application, ReferenceResolver resolver)
{
    /// <summary>Ids of the APIs whose routes are events of functions.</summary>
    private readonly HashSet<string> _eventApis = new(
        application.Apis.Where(api => DefinitionRule.UsesEvents(application, api)).Select(static api => api.LogicalId), StringComparer.Ordinal);

    public Application Application { get; } = application;

    public ReferenceResolver Resolver { get; } = resolver;

    public JsonObject Resources { get; } = [];

    public JsonObject Outputs { get; } = [];

    /// <summary>True when the routes of an API are events of functions, and no document says them.</summary>
    public bool UsesEvents(string api) => _eventApis.Contains(api);

    /// <summary>Adds a resource and returns it, so that a part can add what is rare (`Metadata`, `DependsOn`).</summary>
    public JsonObject Add(string id, string type, JsonObject properties, string? removal = null)
    {
        var resource = new JsonObject { { "Type", type } };
        if (removal is not null)
        {
            resource.Add("DeletionPolicy", removal);
            resource.Add("UpdateReplacePolicy", removal);
        }

        resource.Add("Properties", properties);
        Resources.Add(id, resource);
        return resource;
    }

    /// <summary>Adds the output that says where an API is.</summary>
    public void AddUrl(Api api) => Outputs.Add(GeneratedIds.Url(api.LogicalId), new JsonObject
    {
        { "Description", "Address of " + (api.Name ?? api.LogicalId) },
        { "Value", ApiAddresses.Url(api, Resolver).ToJson() },
    });

    public JsonNode Value(AwsValue value, ReferenceForm form = ReferenceForm.Ref, string? service = null) => Resolver.Resolve(value, form, service).ToJson();

    /// <summary>Null when nothing is set.</summary>
    public JsonNode? Optional(AwsValue? value, ReferenceForm form = ReferenceForm.Ref, string? service = null) =>
        value is null ? null : Value(value, form, service);

    public JsonArray? Values(EquatableArray<AwsValue> values, ReferenceForm form = ReferenceForm.Ref) =>
        values.Count == 0 ? null : new JsonArray(values.Select(value => Value(value, form)));

    /// <summary>A role that a service assumes, with exactly these statements.</summary>
    public void AddRole(string id, string service, bool ofThisAccountOnly, EquatableArray<Statement> statements, AwsValue? boundary, EquatableArray<Tag> tags, JsonArray? managedPolicies = null) =>
        AddRole(id, PolicyDocument.Trust(service, ofThisAccountOnly), statements, boundary, tags, managedPolicies);

    /// <summary>A role with a trust policy of its own kind.</summary>
    public void AddRole(string id, JsonNode trust, EquatableArray<Statement> statements, AwsValue? boundary, EquatableArray<Tag> tags, JsonArray? managedPolicies = null)
    {
        var properties = new JsonObject
        {
            { "AssumeRolePolicyDocument", trust },
            { "ManagedPolicyArns", managedPolicies },
        };
        if (statements.Count > 0)
        {
            properties.Add("Policies", new JsonArray
            {
                new JsonObject { { "PolicyName", "Statements" }, { "PolicyDocument", PolicyDocument.ForTemplate(statements) } },
            });
        }

        properties.Add("PermissionsBoundary", Optional(boundary ?? Application.Settings.PermissionsBoundary, ReferenceForm.Arn));
        properties.Add("Tags", TemplateTags.List(Application, tags));
        Add(id, "AWS::IAM::Role", properties);
    }

    /// <summary>A log group with a limit to what is kept. Logs go with the stack unless everything is to be retained.</summary>
    /// <param name="id">Logical id.</param>
    /// <param name="retentionDays">Days.</param>
    /// <param name="tags">Tags of what logs there.</param>
    /// <param name="vendedFor">Folder below `/aws/vendedlogs`: services that deliver logs themselves need that prefix, else their resource policy outgrows its limit.</param>
    public JsonObject AddLogGroup(string id, int retentionDays, EquatableArray<Tag> tags, string? vendedFor = null) =>
        Add(
            id,
            "AWS::Logs::LogGroup",
            new JsonObject
            {
                { "LogGroupName", vendedFor is null ? null : DeployedValue.Sub("/aws/vendedlogs/" + vendedFor + "/${AWS::StackName}/" + id).ToJson() },
                { "RetentionInDays", retentionDays },
                { "Tags", TemplateTags.List(Application, tags) },
            },
            Application.Settings.Removal == RemovalPolicy.Retain ? "Retain" : "Delete");
}
