using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0605: a hook that is registered after the snapshot was taken. The registration itself shows that snapshots are meant, so it is judged as soon as
/// SnapStart is not known to be off.
/// </summary>
internal sealed class SnapshotHookRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(SnapStartRules.SnapshotHookTooLate);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Calls((context, call) => Analyze(context, call, model), "RegisterBeforeSnapshot", "RegisterAfterRestore");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!SnapStartGate.IsHook(call))
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if ((reach.Init ?? reach.Any) is not { } reached || SnapStartGate.State(model, reached, context.CancellationToken) == false)
            return;
        if (reach.Init is null)
        {
            // In the handler's own text nothing can have registered it before; a helper may have another caller that we do not see.
            var severity = reached.Depth == 0 && reach.ByHandler ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
            context.ReportAs(severity, SnapStartRules.SnapshotHookTooLate, call.Syntax, reached, call.TargetMethod.Name, "in an invocation (by " + reached.Chain + ")");
        }
        else if (ServesBefore(call, context.CancellationToken) is { } start)
        {
            context.ReportAs(DiagnosticSeverity.Warning, SnapStartRules.SnapshotHookTooLate, call.Syntax, reached, call.TargetMethod.Name, "after '" + start + "', which returns when the environment ends");
        }
    }

    /// <summary>An earlier statement of the same block, or of one around it, that serves invocations until the end: `await bootstrap.RunAsync()`, `app.Run()`.</summary>
    private static string? ServesBefore(IOperation operation, CancellationToken cancellationToken)
    {
        for (SyntaxNode? child = operation.Syntax, at = child.Parent; at is not null; child = at, at = at.Parent)
        {
            var earlier = at switch
            {
                BlockSyntax block => block.Statements.TakeWhile(statement => statement != child),
                CompilationUnitSyntax unit => unit.Members.TakeWhile(member => member != child).OfType<GlobalStatementSyntax>().Select(static global => global.Statement),
                _ => [],
            };
            foreach (var statement in earlier)
            {
                if (operation.SemanticModel?.GetOperation(statement, cancellationToken) is { } before && Serves(before) is { } start)
                    return start;
            }

            if (at is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax)
                return null;
        }

        return null;
    }

    /// <summary>Only what runs whenever the statement does: not the branches of a condition.</summary>
    private static string? Serves(IOperation statement)
    {
        switch (statement)
        {
            case IExpressionStatementOperation { Operation: IAwaitOperation { Operation: IInvocationOperation call } }:
                return IsServing(call) ? call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name : null;
            case IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.Name: "Run" } call }:
                return IsServing(call) ? call.TargetMethod.ContainingType.Name + "." + call.TargetMethod.Name : null;
            case IBlockOperation block:
                return block.Operations.Select(Serves).FirstOrDefault(static start => start is not null);
            case IUsingOperation { Body: { } body }:
                return Serves(body);
            case ITryOperation attempt:
                return Serves(attempt.Body);
            default:
                return null;
        }
    }

    private static bool IsServing(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Run" or "RunAsync"))
            return false;
        var type = (call.Instance?.Type ?? call.Arguments.FirstOrDefault()?.Value.Type)?.Name ?? call.TargetMethod.ContainingType.Name;
        return type is "LambdaBootstrap" or "WebApplication" or "IHost" or "IWebHost";
    }
}
