using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0706: the runtime is to serialise for a handler, and no attribute says with what. The fix needs to know which serialisers the project references, so the rule hands
/// it the one that fits: a context of the project that knows the handler's types before the one that reflects.
/// </summary>
internal sealed class NoSerializerRule : HazardRule
{
    private const string SourceGenerated = "Amazon.Lambda.Serialization.SystemTextJson.SourceGeneratorLambdaJsonSerializer`1";
    private static readonly string[] Plain = ["Amazon.Lambda.Serialization.SystemTextJson.DefaultLambdaJsonSerializer", "Amazon.Lambda.Serialization.Json.JsonSerializer"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(HandlerRules.NoSerializer);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        if (!LoadedHandlers.HasSerializer(model.Types.Compilation.Assembly))
            on.Symbols(context => Analyze(context, model), SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context, ServerlessModel model)
    {
        if (LoadedHandlers.Of((IMethodSymbol)context.Symbol, model, context.CancellationToken) is not { } handler)
            return;
        // The runtime asks for inherited attributes too.
        for (var at = handler.Method; at is not null; at = at.OverriddenMethod)
        {
            if (LoadedHandlers.HasSerializer(at))
                return;
        }

        var input = HandlerPayloads.Input(handler.Method)?.Type;
        var output = HandlerPayloads.Output(handler.Method);
        if ((input ?? output) is not { } type || context.Symbol.Locations is not [{ IsInSource: true } place, ..])
            return;
        var properties = Choose(input, output, model, context.CancellationToken) is { } serializer
            ? ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Replacement, serializer)
            : null;
        context.ReportDiagnostic(HazardReporting.Create(
            HandlerRules.NoSerializer, place, handler.Severity, null, properties, handler.Method.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    private static string? Choose(ITypeSymbol? input, ITypeSymbol? output, ServerlessModel model, CancellationToken cancellationToken)
    {
        if (model.Types[SourceGenerated] is not null && ContextThatCovers(model.Types.Compilation.Assembly.GlobalNamespace, input, output, cancellationToken) is { } context)
            return "global::Amazon.Lambda.Serialization.SystemTextJson.SourceGeneratorLambdaJsonSerializer<" + context.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ">";
        foreach (var name in Plain)
        {
            if (model.Types[name] is not null)
                return "global::" + name;
        }

        return null;
    }

    private static INamedTypeSymbol? ContextThatCovers(INamespaceSymbol space, ITypeSymbol? input, ITypeSymbol? output, CancellationToken cancellationToken)
    {
        foreach (var type in space.GetTypeMembers())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (type.BaseType is { Name: "JsonSerializerContext", ContainingNamespace.Name: "Serialization" } && JsonContexts.ListsTypes(type)
                && (input is null || JsonContexts.Covers(type, input, cancellationToken)) && (output is null || JsonContexts.Covers(type, output, cancellationToken)))
            {
                return type;
            }
        }

        foreach (var inner in space.GetNamespaceMembers())
        {
            if (ContextThatCovers(inner, input, output, cancellationToken) is { } found)
                return found;
        }

        return null;
    }
}
