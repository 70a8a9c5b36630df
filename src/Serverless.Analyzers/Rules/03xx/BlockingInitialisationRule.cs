using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Serverless.Analyzers.Detection;
using Serverless.Analyzers.Reachability;

namespace Serverless.Analyzers.Rules;

/// <summary>SVLS0303: initialisation waits for a task with a thread. The phase has ten seconds; what takes longer is run again inside the first invocation.</summary>
internal sealed class BlockingInitialisationRule : HazardRule
{
    private const string AwaitIt = "await it: the method is asynchronous";
    private const string MayDeadlock = "other threads wait for the type initialiser, which can deadlock; keep a Lazy<Task<T>> and await it";
    private const string AtFirstUse = "start the work here and await it at its first use";

    public override ImmutableArray<DiagnosticDescriptor> Descriptors { get; } = ImmutableArray.Create(ColdStartRules.BlockingInitialisation);

    public override void Register(HazardRegistry on, ServerlessModel model)
    {
        on.Calls((context, _) => Analyze(context, model), BlockingWaits.Methods);
        on.Properties((context, _) => Analyze(context, model), BlockingWaits.Properties);
    }

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        if (!BlockingWaits.Blocks(context.Operation, out var task) || (task is not null && BlockingWaits.IsCompleted(task, context.CancellationToken)))
            return;
        var reach = model.ReachOf(context.Operation.Syntax, context.CancellationToken);
        if (reach.Init is { } reached)
            context.Report(ColdStartRules.BlockingInitialisation, context.Operation.Syntax, reached, BlockingWaits.NameOf(context.Operation), Remedy(context.Operation));
    }

    private static string Remedy(IOperation operation)
    {
        for (var at = operation.Syntax; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.None) ? AtFirstUse : AwaitIt;
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword) ? AwaitIt : AtFirstUse;
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? AwaitIt : AtFirstUse;
                case GlobalStatementSyntax:
                    return AwaitIt;
                case ConstructorDeclarationSyntax constructor:
                    return constructor.Modifiers.Any(SyntaxKind.StaticKeyword) ? MayDeadlock : AtFirstUse;
                case BaseFieldDeclarationSyntax or PropertyDeclarationSyntax:
                    return ((MemberDeclarationSyntax)at).Modifiers.Any(SyntaxKind.StaticKeyword) ? MayDeadlock : AtFirstUse;
            }
        }

        return AtFirstUse;
    }
}
