using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>
/// SVLS0113: an invocation disposes a client that the environment keeps. The first invocation works, the second gets an ObjectDisposedException: a fault that no local run shows.
/// </summary>
internal sealed class SharedClientDisposedRule : HazardRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(StateRules.SharedClientDisposed);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Operations(context => AnalyzeUsing(context, model), OperationKind.Using, OperationKind.UsingDeclaration);
        on.Calls((context, call) => AnalyzeCall(context, call, model), "Dispose", "DisposeAsync");
    }

    private static void AnalyzeUsing(OperationAnalysisContext context, ServerlessModel model)
    {
        var resources = context.Operation switch
        {
            IUsingOperation block => block.Resources,
            IUsingDeclarationOperation declaration => declaration.DeclarationGroup,
            _ => null,
        };
        if (resources is not IVariableDeclarationGroupOperation group)
        {
            if (resources is not null)
                Judge(context, resources, resources.Syntax, model);
            return;
        }

        foreach (var declaration in group.Declarations)
        {
            foreach (var variable in declaration.Declarators)
            {
                if ((variable.Initializer ?? declaration.Initializer)?.Value is { } value)
                    Judge(context, value, value.Syntax, model);
            }
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, IInvocationOperation call, ServerlessModel model)
    {
        if (call.Arguments.Length == 0 && call.Instance is { } client)
            Judge(context, client, (call.Parent as IConditionalAccessOperation)?.Syntax ?? call.Syntax, model);
    }

    private static void Judge(OperationAnalysisContext context, IOperation client, SyntaxNode at, ServerlessModel model)
    {
        // `await using (x.ConfigureAwait(false))`
        if (client.Unwrap() is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && (configured.Instance ?? configured.Arguments.FirstOrDefault()?.Value) is { } inner)
            client = inner;
        if (!ReusableTypes.Contains(client.Unwrap().Type, model) || IsCleanUp(context.ContainingSymbol) || SharedObjects.HolderOf(client, model, context.CancellationToken) is not { } holder)
            return;
        if (IsReplaced(holder, context.Operation, context.CancellationToken) || EndsTheProcess(context.Operation) || model.ReachOf(context.Operation.Syntax, context.CancellationToken).Handler is not { } reached)
            return;
        var victims = ConcurrentInvocations.Run(reached, model) ? "invocations that run at the same time and every later one get" : "the next invocation gets";
        context.Report(StateRules.SharedClientDisposed, at, reached, holder.Name, victims, reached.Chain);
    }

    /// <summary>Who disposes its owner disposes what it owns.</summary>
    private static bool IsCleanUp(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Destructor } or { Name: "Dispose" or "DisposeAsync" or "DisposeAsyncCore" or "StopAsync" };

    /// <summary>`_client.Dispose(); _client = new …;`: the next invocation finds a new one.</summary>
    private static bool IsReplaced(ISymbol holder, IOperation disposal, CancellationToken cancellationToken)
    {
        foreach (var inner in disposal.Outermost().Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (inner is IAssignmentOperation assignment && SymbolEqualityComparer.Default.Equals(assignment.Target.Symbol(), holder))
                return true;
            if (inner is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument && SymbolEqualityComparer.Default.Equals(argument.Value.Symbol(), holder))
                return true;
        }

        return false;
    }

    /// <summary>In a handler of the process's own end, or of the runtime's shutdown.</summary>
    private static bool EndsTheProcess(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is not IAnonymousFunctionOperation lambda)
                continue;
            var user = lambda.Parent;
            while (user is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
                user = user.Parent;
            if (user is IEventAssignmentOperation or IInvocationOperation { TargetMethod.Name: "Register" or "OnShutdown" })
                return true;
        }

        return false;
    }
}
