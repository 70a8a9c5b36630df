using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0203: one name in /tmp for all invocations. One after the other they find what an earlier one left; at the same time they write over each other, and then
/// not even deleting the file, or asking whether it exists, helps.
/// </summary>
internal sealed class FixedTemporaryNameRule : HazardRule
{
    private const int CreateNew = 1;

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(FileRules.FixedTemporaryName);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Calls((context, _) => Analyze(context, model), FileWriters.Methods);
        on.Creations((context, _) => Analyze(context, model), FileWriters.Types);
    }

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        var writer = context.Operation;
        if (FileWriters.MakesFolder(writer) || FileWriters.PathOf(writer) is not { } path || ConstantPaths.Of(path, context.CancellationToken) is not { } name)
            return;
        if (PathClassification.OfText(name) != PathClass.Tmp || FileLogs.IsLog(writer, name) || CreatesNew(writer) || model.ReachOf(writer.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        var concurrent = ConcurrentInvocations.Run(reached, model);
        if (!concurrent && TemporaryFiles.LifeOf(writer, path, context.CancellationToken) == FileLife.Ended)
            return;
        context.ReportAs(
            concurrent ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            FileRules.FixedTemporaryName,
            path.Syntax,
            reached,
            name,
            concurrent ? "invocations that run at the same time write over each other" : "an invocation finds what an earlier one left there",
            reached.Chain);
    }

    /// <summary>`FileMode.CreateNew` fails where another invocation was first.</summary>
    private static bool CreatesNew(IOperation writer)
    {
        var arguments = writer switch { IInvocationOperation call => call.Arguments, IObjectCreationOperation creation => creation.Arguments, _ => ImmutableArray<IArgumentOperation>.Empty };
        return arguments.Argument("mode")?.Value.Unwrap().ConstantValue is { HasValue: true, Value: CreateNew };
    }
}
