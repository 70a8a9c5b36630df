using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0102: a static collection that invocations fill and nothing empties. Every mention of a static collection in the compilation is read; one that is handed out,
/// or emptied anywhere, is somebody else's to judge.
/// </summary>
internal sealed class GrowingCollectionRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.StaticCollectionGrows);

    public override bool DecidesAtEnd => true;

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        var growth = new ConcurrentDictionary<ISymbol, ConcurrentBag<IOperation>>(SymbolEqualityComparer.Default);
        var trimmed = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        on.Operations(
            context =>
            {
                var reference = (IMemberReferenceOperation)context.Operation;
                if (!reference.Member.IsStatic || !SymbolEqualityComparer.Default.Equals(reference.Member.ContainingAssembly, context.Compilation.Assembly) || !CollectionUse.IsCollection(reference.Type) || !StoredMembers.Holds(reference.Member))
                    return;
                switch (CollectionUse.Of(reference, context.ContainingSymbol))
                {
                    case CollectionUse.Kind.Grows:
                        growth.GetOrAdd(reference.Member, static _ => []).Add(reference);
                        break;
                    case CollectionUse.Kind.Shrinks:
                        trimmed[reference.Member] = true;
                        break;
                }
            },
            OperationKind.FieldReference,
            OperationKind.PropertyReference);
        on.End(context =>
        {
            foreach (var pair in growth)
            {
                if (!trimmed.ContainsKey(pair.Key))
                    Report(context, pair.Key, pair.Value, model);
            }
        });
    }

    private static void Report(CompilationAnalysisContext context, ISymbol collection, IEnumerable<IOperation> places, ServerlessModel model)
    {
        foreach (var place in places.OrderBy(static place => place.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static place => place.Syntax.SpanStart))
        {
            var reach = model.ReachOf(place.Syntax, context.CancellationToken);
            if (reach.Handler is not { } reached || !CollectionUse.IsUnbounded((IMemberReferenceOperation)place, reached, context.CancellationToken))
                continue;
            var isMemory = CollectionUse.KeyOf(place) is { } key && IsMessageId(key);
            context.ReportDiagnostic(HazardReporting.Create(
                StateRules.StaticCollectionGrows,
                collection.Locations[0],
                StateRules.StaticCollectionGrows.DefaultSeverity,
                reached,
                properties: null,
                collection.Name,
                isMemory ? "de-duplication in memory does not reach other environments, and " : "",
                reached.Chain));
            return;
        }
    }

    private static bool IsMessageId(IOperation key) =>
        key.Symbol()?.Name is { } name && (name.IndexOf("MessageId", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("EventId", StringComparison.OrdinalIgnoreCase) >= 0
            || name.IndexOf("RequestId", StringComparison.OrdinalIgnoreCase) >= 0 || name.Equals("SequenceNumber", StringComparison.OrdinalIgnoreCase));
}
