using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// What readers share while one application is read: the compilation's types, the project's facts, and the faults found on the way.
/// Lives as long as one read; nothing of it reaches the model.
/// </summary>
internal sealed class Reading(Compilation compilation, ProjectFacts project, CancellationToken cancellationToken)
{
    private readonly ImmutableArray<Fault>.Builder _faults = ImmutableArray.CreateBuilder<Fault>();

    public Compilation Compilation { get; } = compilation;

    public KnownTypes Types { get; } = new(compilation);

    public ProjectFacts Project { get; } = project;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public void Report(Fault fault) => _faults.Add(fault);

    public void Report(string ruleId, DeclarationRef at, params string[] arguments) => _faults.Add(Fault.Of(ruleId, at, arguments));

    public EquatableArray<Fault> Faults => _faults.ToImmutable();

    /// <summary>The place of a symbol in the model.</summary>
    public static DeclarationRef Of(ISymbol symbol) => new(symbol.GetDocumentationCommentId() ?? symbol.Name);
}
