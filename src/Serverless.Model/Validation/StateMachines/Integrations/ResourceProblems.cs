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
            if ((integration.Patterns & resource.Pattern) != IntegrationPatterns.None)
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
        var (service, action) = (resource.Service, resource.Action);
        if (service.Length == 0 || action.Length == 0 || action.Contains(":"))
            return new ResourceProblem("an AWS SDK integration is written 'aws-sdk:service:action'");
        if (service.Any(char.IsUpper) || char.IsUpper(action[0]))
            return Meant(resource, "the service is in lower case and the action in camelCase:", service.ToLowerInvariant(), char.ToLowerInvariant(action[0]) + action.Substring(1));
        if (UnknownService(resource) is { } unknown)
            return unknown;
        if ((resource.Pattern & IntegrationPatterns.Job) != IntegrationPatterns.None)
        {
            var twin = SdkCalls.FindTwin(service, action);
            return twin is null || (twin.Patterns & resource.Pattern) == IntegrationPatterns.None
                ? new ResourceProblem("AWS SDK integrations have no '.sync'")
                : new ResourceProblem($"AWS SDK integrations have no '.sync', '{twin.Name}' has", twin.Name + TaskResource.SuffixOf(resource.Pattern));
        }

        return UnknownAction(resource);
    }

    private static ResourceProblem? UnknownService(TaskResource resource)
    {
        var service = resource.Service;
        if (IamCatalogue.TryFindSdkService(service, out _))
            return null;

        // `aws-sdk:states:…`, `aws-sdk:logs:…`: the prefix of IAM, where the SDK has another name.
        var named = IamCatalogue.SdkServices.Where(sdk => IamCatalogue.TryFindSdkService(sdk, out var prefix) && prefix == service).ToList();
        if (named.Count > 0)
            return Meant(resource, $"'{service}' is the prefix of IAM, Step Functions takes the SDK's name:", named.FirstOrDefault(n => SdkCalls.KnownActions(n).Contains(resource.Action)) ?? named[0], resource.Action);

        // A service that IAM knows may have come to the SDK since the table was made.
        if (IamCatalogue.Services.Any(prefix => prefix.Replace("-", "") == service))
            return null;
        var nearest = NearestName.Of(service, IamCatalogue.SdkServices);
        return nearest is null
            ? new ResourceProblem($"the AWS SDK has no service '{service}'; it is written as in the SDK for Java, in lower case")
            : Meant(resource, $"the AWS SDK has no service '{service}', did you mean", nearest, resource.Action);
    }

    /// <summary>Only a name that resembles a known one is questioned: calls have other names than their permissions, and new ones come.</summary>
    private static ResourceProblem? UnknownAction(TaskResource resource)
    {
        var (service, action) = (resource.Service, resource.Action);
        if (SdkCalls.Find(service, action) is not null || SdkCalls.FindTwin(service, action) is not null)
            return null;
        if (SdkCalls.FindAction(service, action) is { } known)
        {
            // IAM compares without casing, Step Functions does not; abbreviations are written as in the SDK, which IAM does not tell.
            var camel = char.ToLowerInvariant(known.Name[0]) + known.Name.Substring(1);
            return camel == action || HasAbbreviation(known.Name) ? null : Meant(resource, "the action is written", service, camel, isWarning: true);
        }

        var nearest = NearestName.Of(action, SdkCalls.KnownActions(service), most: 2);
        return nearest is null || IsVersion(action, nearest) ? null : Meant(resource, $"'{service}' has no call '{action}' that is known here, did you mean", service, nearest, isWarning: true);
    }

    private static bool HasAbbreviation(string name) => name.Where((c, i) => i > 0 && char.IsUpper(c) && char.IsUpper(name[i - 1])).Any();

    /// <summary>`listThingsV2` beside `listThings` is a call of its own.</summary>
    private static bool IsVersion(string action, string nearest) => action.Length > 2 && char.IsDigit(action[action.Length - 1]) && action.StartsWith(nearest, StringComparison.Ordinal);

    private static ResourceProblem Meant(TaskResource resource, string words, string service, string action, bool isWarning = false)
    {
        var meant = TaskResource.Sdk + ":" + service + ":" + action;
        return new ResourceProblem($"{words} '{meant}'", meant + TaskResource.SuffixOf(resource.Pattern), isWarning);
    }

    private static string Suffixes(IntegrationPatterns patterns) => string.Join(
        " and ",
        new[] { IntegrationPatterns.Sync, IntegrationPatterns.Sync2, IntegrationPatterns.Callback }.Where(p => (patterns & p) != IntegrationPatterns.None).Select(static p => "'" + TaskResource.SuffixOf(p) + "'"));
}
