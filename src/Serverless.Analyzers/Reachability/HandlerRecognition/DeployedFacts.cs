using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.Deployment;
using Serverless.Model.Json;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>
/// What the project's files say, found again by the method that a handler string names. Several functions with one handler give what they agree on; functions of other
/// assemblies, which a shared template lists too, are passed over.
/// </summary>
internal sealed class DeployedFacts
{
    private const string Bootstrap = "bootstrap";
    private const string GeneratedMainVariable = "ANNOTATIONS_HANDLER";

    private readonly List<(HandlerString Handler, FunctionFacts Facts)> _named = [];
    private readonly List<DeployedFunction> _executable = [];

    /// <param name="compilation">What is deployed.</param>
    /// <param name="functions">Functions of templates and of the tools' defaults.</param>
    /// <param name="declared">Functions that the project's own code deploys.</param>
    public DeployedFacts(Compilation compilation, ImmutableArray<DeployedFunction> functions, ImmutableArray<(string Handler, FunctionFacts Facts)> declared)
    {
        foreach (var (handler, facts) in declared)
        {
            if (HandlerString.Resolve(handler, compilation) is { } named)
                _named.Add((named, facts));
        }

        foreach (var function in functions)
        {
            if (HandlerString.Resolve(function.Handler, compilation) is { } handler)
                _named.Add((handler, function.Facts));
            else if (function.Handler is { } name && function.Parts is null && (name == compilation.AssemblyName || name == Bootstrap))
                _executable.Add(function);
        }

        if (_executable.Exists(function => function.Handler != Bootstrap))
            _executable.RemoveAll(static function => function.Handler == Bootstrap);
    }

    /// <summary>Handler strings that name a type of this compilation.</summary>
    public IEnumerable<HandlerString> Named => _named.Select(static pair => pair.Handler);

    /// <summary>The function that runs this executable. Several may share it, each with events of its own: then only what all have in common is known.</summary>
    public FunctionFacts Executable => _executable.Count == 1
        ? _executable[0].Facts
        : FunctionFacts.Agreed([.. _executable.Select(static function => function.Facts)]) with { Triggers = ImmutableArray<TriggerKind>.Empty, PayloadFormat = null, Environment = null };

    public FunctionFacts Of(IMethodSymbol method)
    {
        var facts = _named.Where(pair => pair.Handler.Names(method)).Select(static pair => pair.Facts).ToList();
        if (facts.Count == 0)
            facts = _executable.Where(function => GeneratedMainRuns(function, method)).Select(static function => function.Facts).ToList();
        return FunctionFacts.Agreed(facts);
    }

    /// <summary>The functions whose handler stands in one of the types.</summary>
    public FunctionFacts Of(ICollection<INamedTypeSymbol> types) =>
        FunctionFacts.Agreed([.. _named.Where(pair => types.Contains(pair.Handler.Type)).Select(static pair => pair.Facts)]);

    /// <summary>One executable for all functions of Annotations: a variable says which of them is meant.</summary>
    private static bool GeneratedMainRuns(DeployedFunction function, IMethodSymbol method) =>
        (function.Properties?["Environment"] as JsonObject)?["Variables"] is JsonObject variables && variables[GeneratedMainVariable] is JsonString { Value: var name } && name == method.Name;
}
