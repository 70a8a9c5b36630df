using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class ConfigurationHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new ReservedVariableRule(), new CdkReservedVariableRule(), new HardCodedResourceRule(), new StaticCredentialsRule(), new ReservedVariableFileRule(), new UndeclaredVariableRule());
}
