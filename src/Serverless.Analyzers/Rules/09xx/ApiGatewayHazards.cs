using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class ApiGatewayHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new NoStatusCodeRule(), new Base64BodyRule(), new EventDictionaryRule(), new HeaderCaseRule(), new FrontDoorTimeoutRule(), new PublicEndpointRule(), new WildcardCorsRule(),
        new FrontDoorTimeoutFileRule(), new PublicEndpointFileRule(), new ExceptionReturnedRule());
}
