using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What must be known of a cluster to run a Job in it: a cluster of the user's CloudFormation says it itself, of any other the parameters do.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Endpoint">URL of its API.</param>
/// <param name="CertificateAuthority">Base64.</param>
/// <param name="IssuerUrl">GetAtt that gives `https://` and the issuer; null = the parameter gives the issuer.</param>
internal sealed record KubernetesCluster(DeployedValue Name, DeployedValue Endpoint, DeployedValue CertificateAuthority, DeployedValue? IssuerUrl)
{
    private const string Type = "AWS::EKS::Cluster";

    public bool UsesParameters => IssuerUrl is null;

    public static KubernetesCluster Of(ContainerSettings settings, ReferenceResolver resolver)
    {
        if (settings.Cluster is null)
            return new(DeployedValue.Literal(""), DeployedValue.Ref(ContainerIds.EndpointParameter), DeployedValue.Ref(ContainerIds.CertificateParameter), null);
        var name = resolver.Resolve(settings.Cluster, ReferenceForm.Name);
        return settings.Cluster is { Attribute: null, ReferencedId: { } id } && resolver.FindType(id) == Type
            ? new(name, DeployedValue.GetAtt(id, "Endpoint"), DeployedValue.GetAtt(id, "CertificateAuthorityData"), DeployedValue.GetAtt(id, "OpenIdConnectIssuerUrl"))
            : new(name, DeployedValue.Ref(ContainerIds.EndpointParameter), DeployedValue.Ref(ContainerIds.CertificateParameter), null);
    }
}
