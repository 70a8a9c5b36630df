using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0505: a thread that an invocation starts and does not join. Work for the thread pool that nobody awaits is SVLS0501.</summary>
internal sealed class ThreadRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ConcurrencyRules.ThreadInHandler);

    public override void Register(HazardRegistry on, ServerlessModel model) => on.Calls((context, call) => Analyze(context, call, model), "Start", "UnsafeStart");

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.TargetMethod.ContainingType is not { Name: "Thread", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } || IsJoined(call, context.CancellationToken))
            return;
        var reach = model.ReachOf(call.Syntax, context.CancellationToken);
        if ((reach.Handler ?? reach.FirstUse) is { } reached && !ConcurrentInvocations.Run(reached, model))
            context.Report(ConcurrencyRules.ThreadInHandler, call.Syntax, reached, reached.Chain);
    }

    /// <summary>The same member joins a thread later, or the type joins the field that holds it.</summary>
    private static bool IsJoined(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (call.SemanticModel is not { } semantics)
            return false;
        var scope = call.Instance?.Symbol() is IFieldSymbol field ? VariableUses.ScopeOf(field, call.Syntax) : VariableUses.MemberAround(call.Syntax);
        foreach (var name in scope.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (name.Identifier.ValueText == "Join" && semantics.GetSymbolInfo(name, cancellationToken).Symbol is IMethodSymbol { ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } })
                return true;
        }

        return false;
    }
}
