using System.Text.RegularExpressions;
using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>The image of a container, and the repository that its execution role may read.</summary>
internal static class ContainerImage
{
    private const string Here = ":${AWS::Region}:${AWS::AccountId}:repository/";

    private static readonly Regex Registry = new(
        @"^(?<account>[0-9]{12}|\$\{AWS::AccountId\})\.dkr\.ecr\.(?<region>[a-z0-9-]+|\$\{AWS::Region\})\.(?:amazonaws\.com(?:\.cn)?|\$\{AWS::URLSuffix\})/(?<name>[^:@$]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    public static DeployedValue Of(ContainerSettings settings, ReferenceResolver resolver) => settings.Image is { } image
        ? resolver.Resolve(image)
        : DeployedValue.Sub("${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/${" + ContainerIds.RepositoryParameter + "}:${" + ContainerIds.TagParameter + "}");

    /// <summary>ARN of its repository; null when it is in no registry of AWS that asks who pulls.</summary>
    public static DeployedValue? Repository(ContainerSettings settings, ReferenceResolver resolver)
    {
        if (settings.Image is null)
            return DeployedValue.Sub("arn:${AWS::Partition}:ecr" + Here + "${" + ContainerIds.RepositoryParameter + "}");
        var image = resolver.Resolve(settings.Image);
        if (image.Kind is DeployedValueKind.Ref or DeployedValueKind.GetAtt)
            return DeployedValue.Sub("arn:${AWS::Partition}:ecr" + Here + "*");
        var match = Registry.Match(image.Text);
        return match.Success
            ? DeployedValue.Sub("arn:${AWS::Partition}:ecr:" + match.Groups["region"].Value + ":" + match.Groups["account"].Value + ":repository/" + match.Groups["name"].Value)
            : null;
    }

    /// <summary>What the SDK names a repository that nobody names: the assembly, in lower case, without what a repository cannot hold.</summary>
    public static string DefaultRepository(string assemblyName)
    {
        var name = new string([.. assemblyName.ToLowerInvariant().Select(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-' ? c : '-')]).Trim('-', '.', '_');
        return name.Length == 0 ? "app" : name;
    }
}
