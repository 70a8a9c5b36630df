using Serverless.Model;
using Serverless.Model.Json;

namespace Serverless.Artifacts;

/// <summary>Parameters of the template that containers need: only those that some container does, and none that the user declares himself.</summary>
internal static class ContainerParameters
{
    public static IEnumerable<KeyValuePair<string, JsonObject>> Of(Application application, ReferenceResolver resolver)
    {
        var settings = application.ContainerTasks.Select(static task => task.Settings).ToList();
        var declared = new HashSet<string>(application.Parameters.Select(static parameter => parameter.Name), StringComparer.Ordinal);
        return All(application, settings, resolver).Where(parameter => !declared.Contains(parameter.Key));
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> All(Application application, List<ContainerSettings> settings, ReferenceResolver resolver)
    {
        if (settings.Any(ContainerNetwork.NeedsSecurityGroup))
            yield return Of(ContainerIds.VpcParameter, "AWS::EC2::VPC::Id", "The network that containers run in.");
        if (settings.Any(ContainerNetwork.UsesParameters))
            yield return Of(ContainerIds.SubnetsParameter, "List<AWS::EC2::Subnet::Id>", "Subnets of that network; private ones need a way to the registry, by NAT or endpoints.");
        if (settings.Any(static s => s.Image is null))
        {
            yield return Of(ContainerIds.RepositoryParameter, "String", "Repository of the image in this account and region.", ContainerImage.DefaultRepository(application.Project.AssemblyName));
            yield return Of(ContainerIds.TagParameter, "String", "Tag of the image.", "latest");
        }

        if (settings.Any(s => s.IsEks && KubernetesCluster.Of(s, resolver).UsesParameters))
        {
            yield return Of(ContainerIds.EndpointParameter, "String", "URL of the Kubernetes API, which must be public.");
            yield return Of(ContainerIds.CertificateParameter, "String", "The cluster's certificate authority, base64.");
        }

        if (application.ContainerTasks.Any(task => KubernetesResources.NeedsRole(task) && KubernetesCluster.Of(task.Settings, resolver).UsesParameters))
            yield return Of(ContainerIds.IssuerParameter, "String", "The cluster's OpenID Connect issuer without https://, for which the account has an identity provider.");
    }

    private static KeyValuePair<string, JsonObject> Of(string name, string type, string description, string? @default = null) => new(name, new JsonObject
    {
        { "Type", type },
        { "Default", @default is null ? null : new JsonString(@default) },
        { "Description", description },
    });
}
