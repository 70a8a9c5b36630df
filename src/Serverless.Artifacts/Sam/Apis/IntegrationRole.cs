using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// The role with which an API calls services and starts machines. Its trust has no condition: API Gateway names neither account nor
/// source when it assumes the role of an integration, and a condition on them refuses every request. Roles of other accounts cannot be
/// given to an API, so nobody else's API gets at this one.
/// </summary>
internal static class IntegrationRole
{
    public static void Add(TemplateBuilder template, Api api)
    {
        var statements = IntegrationPermissions.Of(template.Application, api, template.Resolver);
        if (statements.Count > 0)
            template.AddRole(GeneratedIds.IntegrationRole(api.LogicalId), "apigateway.amazonaws.com", ofThisAccountOnly: false, statements, null, api.Tags);
    }
}
