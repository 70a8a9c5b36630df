using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// Hosts hazard rules: runs concurrently, leaves generated code alone, and registers nothing in a project that is not serverless. Many rules share one analyzer, so that
/// the compiler calls us once for an operation and a table, not ninety analyzers, decides which rules look at it.
/// </summary>
public abstract class HazardAnalyzer : DiagnosticAnalyzer
{
    private readonly ImmutableArray<HazardRule> _rules;

    private protected HazardAnalyzer(ImmutableArray<HazardRule> rules)
    {
        _rules = rules;
        SupportedDiagnostics = rules.SelectMany(static rule => rule.Descriptors).Distinct().ToImmutableArray();
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ServerlessModel.Of(start.Compilation, start.Options, start.CancellationToken) is not { } model)
                return;
            var active = _rules.Where(rule => (rule.ReadsInfrastructure || !model.IsInfrastructureOnly) && !(rule.IsOfLambdaOnly && model.Options.IsFargate) && RuleSwitches.IsOn(rule, start.Compilation, start.CancellationToken)).ToList();
            var registry = new HazardRegistry(model, active);
            foreach (var rule in active)
                rule.Register(registry, model);

            registry.Apply(start);
        });
    }
}
