using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// Base of every hazard rule: runs concurrently, leaves generated code alone, and registers nothing in a project that is not serverless.
/// </summary>
public abstract class ServerlessAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ServerlessModel.Of(start.Compilation, start.Options, start.CancellationToken) is { } model)
                Register(start, model);
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, ServerlessModel model);

    /// <summary>Reports with the path from the handler as additional locations.</summary>
    private protected static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, SyntaxNode at, Reached? reached, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, at.GetLocation(), reached?.Sites, arguments));
}
