using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>The code behind a delegate that is handed over. One that was put into a local or a field first is followed to its initial value, as templates of the field write it.</summary>
internal static class DelegateTargets
{
    public static void Add(HandlerFinder finder, HandlerForm form, IOperation? value, string name, SyntaxNode? caller = null) => Add(finder, form, value, name, caller, depth: 0);

    private static void Add(HandlerFinder finder, HandlerForm form, IOperation? value, string name, SyntaxNode? caller, int depth)
    {
        switch (value?.Unwrap())
        {
            case IAnonymousFunctionOperation lambda:
                finder.Add(form, lambda.Syntax, name, lambda.Symbol, finder.Deployed.Executable, caller: caller);
                break;
            case IMethodReferenceOperation { Method: { } method }:
                finder.Add(form, method, defaults: finder.Deployed.Executable, caller: caller);
                break;
            case ILocalReferenceOperation local when depth == 0:
                Add(finder, form, OneTimeInitialisation.InitialValue(local), name, caller, depth + 1);
                break;
            case IFieldReferenceOperation { Field.DeclaringSyntaxReferences: [var reference] } when depth == 0:
                if (finder.Compilation.ContainsSyntaxTree(reference.SyntaxTree) && Bodies.InitialiserOf(reference.GetSyntax(finder.CancellationToken)) is { } initialiser)
                    Add(finder, form, finder.ModelOf(initialiser).GetOperation(initialiser.Value, finder.CancellationToken), name, caller, depth + 1);
                break;
        }
    }
}
