using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>
/// Who reaches a REST API at all. A private API needs a policy, and answers nobody without one: unless the user wrote another, it is
/// the VPC endpoints that the API names.
/// </summary>
/// <param name="Endpoints">Ids of the endpoints.</param>
internal sealed record PrivateAccess(EquatableArray<DeployedValue> Endpoints)
{
    /// <summary>Null when the API is not private, or names no endpoint.</summary>
    public static PrivateAccess? Of(RestApi api, ReferenceResolver resolver) =>
        api.Endpoint != RestEndpoint.Private || api.VpcEndpointIds.Count == 0
            ? null
            : new PrivateAccess(api.VpcEndpointIds.Select(id => resolver.Resolve(id)).ToEquatableArray());

    public JsonObject ToTemplate() => Document(static value => value.ToJson());

    public JsonObject ToFile() => Document(static value => value.ToPlaceholderText());

    private JsonObject Document(Func<DeployedValue, JsonNode> spell) => PolicyDocument.Document(new JsonArray
    {
        new JsonObject
        {
            { "Effect", "Allow" },
            { "Principal", "*" },
            { "Action", "execute-api:Invoke" },
            { "Resource", "execute-api:/*" },
            { "Condition", new JsonObject { { "StringEquals", new JsonObject { { "aws:SourceVpce", new JsonArray(Endpoints.Select(spell)) } } } } },
        },
    });
}
