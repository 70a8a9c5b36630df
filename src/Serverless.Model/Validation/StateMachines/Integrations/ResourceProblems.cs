namespace Serverless.Model.Validation.StateMachines;

/// <summary>What is wrong with the resource of a Task.</summary>
/// <param name="Text">In words that end a sentence.</param>
/// <param name="Replacement">The resource as it was meant, with its pattern; null when that is not known.</param>
/// <param name="IsWarning">The service may know what this version does not.</param>
internal sealed record ResourceProblem(string Text, string? Replacement = null, bool IsWarning = false);

/// <summary>SVLS2309: an integration that does not exist, or not with this pattern. For machines in code and for definitions alike.</summary>
internal static class ResourceProblems
{
    private const string States = ":::";

    /// <summary>Null when the resource is one.</summary>
    public static ResourceProblem? Find(TaskResource resource)
    {
        if (resource.Text.StartsWith("arn:", StringComparison.Ordinal))
        {
            var tail = resource.Text.IndexOf(States, StringComparison.Ordinal);
            var meant = tail < 0 ? null : resource.Text.Substring(tail + States.Length);
            return new ResourceProblem(meant is null ? "write 'service:action', the tail of the ARN" : $"write the tail of the ARN alone: '{meant}'", meant);
        }

        return resource.Kind == TaskResourceKind.AwsSdk ? FindSdk(resource) : FindOptimized(resource);
    }

    private static ResourceProblem? FindOptimized(TaskResource resource)
    {
        if (OptimizedIntegrations.Find(resource.Name) is { } integration)
        {
            if ((integration.Patterns & resource.Pattern) != 0)
                return null;
            var has = Suffixes(integration.Patterns);
            return new ResourceProblem($"'{resource.Name}' has no '{TaskResource.SuffixOf(resource.Pattern)}'" + (has.Length == 0 ? "" : $", it has {has}"));
        }

        var nearest = NearestName.Of(resource.Name, OptimizedIntegrations.Names);
        return nearest is null
            ? new ResourceProblem("write 'service:action' of an optimised integration, or 'aws-sdk:service:action' for any other")
            : new ResourceProblem($"did you mean '{nearest}'?", nearest + TaskResource.SuffixOf(resource.Pattern));
    }

    private static ResourceProblem? FindSdk(TaskResource resource)
    {
        if (resource.Service.Length == 0 || resource.Action.Length == 0 || resource.Action.Contains(":"))
            return new ResourceProblem("an AWS SDK integration is written 'aws-sdk:service:action'");
        if (resource.Service.Any(char.IsUpper) || !char.IsLower(resource.Action[0]))
        {
            var meant = $"aws-sdk:{resource.Service.ToLowerInvariant()}:{char.ToLowerInvariant(resource.Action[0])}{resource.Action.Substring(1)}";
            return new ResourceProblem($"the service is in lower case and the action in camelCase: '{meant}'", meant + TaskResource.SuffixOf(resource.Pattern));
        }

        return (resource.Pattern & IntegrationPatterns.Job) != 0 ? new ResourceProblem("AWS SDK integrations have no '.sync'") : null;
    }

    private static string Suffixes(IntegrationPatterns patterns) => string.Join(
        " and ",
        new[] { IntegrationPatterns.Sync, IntegrationPatterns.Sync2, IntegrationPatterns.Callback }.Where(p => (patterns & p) != 0).Select(static p => "'" + TaskResource.SuffixOf(p) + "'"));
}
