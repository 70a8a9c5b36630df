using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0304: a peer is waited for before the first invocation, and nothing bounds the wait. Where the client's limit cannot be seen it is information.</summary>
internal sealed class UnboundedInitialisationRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.UnboundedInitialisationCall);

    public override void Register(HazardRegistry on, ServerlessModel model) =>
        on.Operations(context => Analyze(context, (IInvocationOperation)context.Operation, model), OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (!RemoteCalls.Is(call, model) || !IsWaitedFor(call) || CancellationTokens.Of(call) is TokenUse.Passed || LimitOf(call, context.CancellationToken) is not { } isKnown)
            return;
        if (model.ReachOf(call.Syntax, context.CancellationToken) is not { Init: { } reached, Handler: null })
            return;
        var isRestored = model.Execution(reached.Root, context.CancellationToken).SnapStart;
        context.ReportAs(
            isKnown && isRestored is not true ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info, ColdStartRules.UnboundedInitialisationCall, call.Syntax, reached, call.TargetMethod.Name);
    }

    /// <summary>Awaited, blocked on, or synchronous; a task that is kept is awaited by an invocation.</summary>
    private static bool IsWaitedFor(IInvocationOperation call)
    {
        if (call.TargetMethod.ReturnType is not { Name: "Task" or "ValueTask" })
            return true;
        IOperation at = call;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "AsTask" })
            at = at.Parent;
        return at.Parent is IAwaitOperation || (at.Parent is { } parent && BlockingWaits.Blocks(parent, out _));
    }

    /// <summary>Null when the client has a limit; true when it is known to have none of its own, false when the source does not show it.</summary>
    private static bool? LimitOf(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var receiver = (call.Instance ?? (call.Arguments.Length > 0 ? call.Arguments[0].Value : null))?.Unwrap();
        var variable = receiver?.Symbol();
        if (variable is not null && VariableUses.SetsProperty(variable, "Timeout", call.Syntax, call.SemanticModel!, cancellationToken))
            return null;
        return (receiver is IObjectCreationOperation ? receiver : CreationOf(variable, call, cancellationToken)) is IObjectCreationOperation creation ? Bounds(creation) : false;
    }

    private static bool? Bounds(IObjectCreationOperation creation)
    {
        if (creation.Initialised("Timeout") is not null)
            return null;
        foreach (var argument in creation.Arguments)
        {
            if (argument.Value.Type is not { Name: var name } || !name.EndsWith("Config", StringComparison.Ordinal))
                continue;
            return argument.Value.Unwrap() is IObjectCreationOperation config ? config.Initialised("Timeout") is null ? true : null : false;
        }

        // The limit of a connection stands in its text.
        return creation.Type?.Name.EndsWith("Connection", StringComparison.Ordinal) == true ? false : true;
    }

    private static IOperation? CreationOf(ISymbol? variable, IOperation use, CancellationToken cancellationToken) =>
        variable?.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } && value.SyntaxTree == use.Syntax.SyntaxTree
            ? use.SemanticModel!.GetOperation(value, cancellationToken)?.Unwrap()
            : null;
}
