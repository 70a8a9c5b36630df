using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
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
        on.Calls((context, _) => Analyze(context, model), "Wait", "WaitAll", "WaitAny", "GetResult");
        on.Properties((context, _) => Analyze(context, model), "Result");
    }

    private static void Analyze(OperationAnalysisContext context, ServerlessModel model)
    {
        if (!Blocks(context.Operation, out var task) || (task is not null && IsCompleted(task)))
            return;
        var reach = model.ReachOf(context.Operation.Syntax, context.CancellationToken);
        if (reach.Init is { } reached)
            context.Report(ColdStartRules.BlockingInitialisation, context.Operation.Syntax, reached, NameOf(context.Operation), Remedy(context.Operation));
    }

    private static bool Blocks(IOperation operation, out IOperation? task)
    {
        task = null;
        switch (operation)
        {
            case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } property } when IsOfTasks(property.ContainingType):
                task = ((IPropertyReferenceOperation)operation).Instance;
                return true;
            case IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType.Name: "Task" } method } wait when IsOfTasks(method.ContainingType):
                task = wait.Instance;
                return true;
            case IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType.Name: "Task" } method } when IsOfTasks(method.ContainingType):
                return true;
            case IInvocationOperation { TargetMethod: { Name: "GetResult", ContainingType.Name: "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" } } result:
                task = (result.Instance as IInvocationOperation)?.Instance;
                return true;
            default:
                return false;
        }
    }

    private static bool IsOfTasks(INamedTypeSymbol type) => type.ContainingNamespace is { Name: "Tasks", ContainingNamespace.Name: "Threading" };

    private static bool IsCompleted(IOperation task) => task.Unwrap() is IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } }
        or IPropertyReferenceOperation { Property: { Name: "CompletedTask", ContainingType.Name: "Task" or "ValueTask" } };

    private static string NameOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Property.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => "",
    };

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
