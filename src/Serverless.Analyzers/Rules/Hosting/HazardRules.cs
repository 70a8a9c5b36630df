using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>Every hazard rule, in the order of their ids. A new rule is added to the list of its folder.</summary>
internal static class HazardRules
{
    public static ImmutableArray<HazardRule> All { get; } =
        new[]
        {
            StateHazards.All, FileHazards.All, ColdStartHazards.All, TimeoutHazards.All, ConcurrencyHazards.All, SnapStartHazards.All, HandlerHazards.All,
            ConfigurationHazards.All, ApiGatewayHazards.All, StepFunctionsHazards.All, PermissionHazards.All, EventHazards.All, FargateHazards.All,
        }.SelectMany(static rules => rules).ToImmutableArray();
}
