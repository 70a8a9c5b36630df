using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class StepFunctionsHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(new StateMachineFileRule(), new LambdaTaskFileRule(), new TaskTokenRule(), new CdkTaskRule(), new DurableDeterminismRule(), new DurableIoRule(), new DurableDelayRule());
}
