using Serverless.Analyzers.Rules;

namespace Serverless.Benchmarks.Rules;

/// <summary>One rule alone in the host that ships with all of them.</summary>
#pragma warning disable RS1001 // an instance is handed over here
internal sealed class OneRule(HazardRule rule) : HazardAnalyzer([rule])
#pragma warning restore RS1001
{
    public string Name { get; } = string.Join(" ", rule.Descriptors.Select(static d => d.Id));
}
