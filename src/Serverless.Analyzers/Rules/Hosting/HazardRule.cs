using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// One hazard, or several that one look at the code decides. A rule has no state of its own: one object serves all compilations, at the same time.
/// What belongs to a compilation is created in <see cref="Register"/>.
/// </summary>
internal abstract class HazardRule
{
    public abstract ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>True for a rule that registers a compilation end.</summary>
    public virtual bool DecidesAtEnd => false;

    /// <summary>True for a rule about what CDK code deploys: it also looks at projects that hold no functions.</summary>
    public virtual bool ReadsInfrastructure => false;

    /// <summary>True for a rule about what only Lambda does: freezing an environment, billing it by the millisecond. Where `ServerlessTarget` is `Fargate` it is silent.</summary>
    public virtual bool IsOfLambdaOnly => false;

    /// <summary>Called once for each serverless compilation: says which code the rule wants to see.</summary>
    public abstract void Register(HazardRegistry on, ServerlessModel model);
}
