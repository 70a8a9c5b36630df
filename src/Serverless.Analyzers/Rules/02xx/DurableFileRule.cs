using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0204: a file is read by code that another function, or an earlier invocation, must have written it for. Every read and write of a path that is known is gathered,
/// and the end of the compilation compares who does what.
/// </summary>
internal sealed class DurableFileRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FileRules.FileReadAsIfDurable);

    public override bool DecidesAtEnd => true;

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        var reads = new ConcurrentBag<(string Path, IOperation Operation, IOperation Argument)>();
        var writes = new ConcurrentDictionary<string, ConcurrentBag<IOperation>>(StringComparer.Ordinal);
        void Read(OperationAnalysisContext context)
        {
            if (FileReaders.PathOf(context.Operation) is { } path && KnownPath(path, context.CancellationToken) is { } text)
                reads.Add((text, context.Operation, path));
        }

        void Write(OperationAnalysisContext context)
        {
            if (FileWriters.PathOf(context.Operation) is { } path && KnownPath(path, context.CancellationToken) is { } text)
                writes.GetOrAdd(text, static _ => []).Add(context.Operation);
        }

        on.Calls((context, _) => Read(context), FileReaders.Methods);
        on.Creations((context, _) => Read(context), FileReaders.Types);
        on.Calls((context, _) => Write(context), FileWriters.Methods);
        on.Creations((context, _) => Write(context), FileWriters.Types);
        on.End(context =>
        {
            foreach (var (path, read, argument) in reads)
            {
                if (writes.TryGetValue(path, out var written))
                    Judge(context, path, read, argument, written, model);
            }
        });
    }

    private static string? KnownPath(IOperation path, CancellationToken cancellationToken) =>
        ConstantPaths.Of(path, cancellationToken) is { } text && PathClassification.OfText(text) is PathClass.Tmp or PathClass.Relative ? text : null;

    private static void Judge(CompilationAnalysisContext context, string path, IOperation read, IOperation argument, IEnumerable<IOperation> writes, ServerlessModel model)
    {
        if (model.ReachOf(read.Syntax, context.CancellationToken) is not { Handler: { Root: { } reader } reached } || IsPrepared(read, path, context.CancellationToken))
            return;
        string? writer = null;
        foreach (var write in writes)
        {
            var reach = model.ReachOf(write.Syntax, context.CancellationToken);
            if (reach.Init is not null || reach.FirstUse is not null)
                return;
            if (reach.Handler?.Root is not { } other)
                continue;
            if (other != reader)
            {
                writer ??= "only '" + other.Name + "' writes it";
                continue;
            }

            // Of the same function: only a write further down the same code is known to come too late.
            if (reach.Handler.Body != reached.Body || write.Syntax.SpanStart < read.Syntax.SpanStart)
                return;
            writer = "it is written after it is read, for a later invocation";
        }

        if (writer is not null)
        {
            context.ReportDiagnostic(HazardReporting.Create(
                FileRules.FileReadAsIfDurable, argument.Syntax.GetLocation(), FileRules.FileReadAsIfDurable.DefaultSeverity, reached, properties: null, path, writer, reached.Chain));
        }
    }

    /// <summary>The reader asks whether the file is there, or deals with its absence.</summary>
    private static bool IsPrepared(IOperation read, string path, CancellationToken cancellationToken)
    {
        for (var at = read.Parent; at is not null; at = at.Parent)
        {
            if (at is ITryOperation { Catches.IsEmpty: false })
                return true;
        }

        foreach (var inner in read.Outermost().Descendants())
        {
            if (inner is IInvocationOperation { TargetMethod: { Name: "Exists", ContainingType: { Name: "File", ContainingNamespace.Name: "IO" } }, Arguments: [var asked, ..] } && ConstantPaths.Of(asked.Value, cancellationToken) == path)
                return true;
        }

        return false;
    }
}
