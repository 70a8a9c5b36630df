using System.Collections.Immutable;

namespace Serverless.Analyzers.Rules;

/// <summary>The rules of this folder, as <see cref="HazardRules.All"/> hosts them.</summary>
internal static class HandlerHazards
{
    public static ImmutableArray<HazardRule> All { get; } = ImmutableArray.Create<HazardRule>(
        new HandlerShapeRule(), new NoSerializerRule(), new JsonContextRule(), new ReturnedStreamRule(), new SwallowedFailureRule(), new EventTypeRule(), new KeptContextRule(),
        new HandlerStringRule(), new EventTypeFileRule());
}
