using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.Detection;

namespace Serverless.Analyzers.Reachability.HandlerRecognition;

/// <summary>The code behind a delegate that is handed over. One that was put into a local or a field first is followed to its initial value, as templates of the field write it.</summary>
internal static class DelegateTargets
{
    public static void Add(HandlerFinder finder, HandlerForm form, IOperation? value, string name) => Add(finder, form, value, name, depth: 0);

    private static void Add(HandlerFinder finder, HandlerForm form, IOperation? value, string name, int depth)
    {
        switch (value?.Unwrap())
        {
            case IAnonymousFunctionOperation lambda:
                finder.Add(form, lambda.Syntax, name, lambda.Symbol, finder.Deployed.Executable);
                break;
            case IMethodReferenceOperation { Method: { } method }:
                finder.Add(form, method, defaults: finder.Deployed.Executable);
                break;
            case ILocalReferenceOperation local when depth == 0:
                Add(finder, form, OneTimeInitialisation.InitialValue(local), name, depth + 1);
                break;
            case IFieldReferenceOperation { Field.DeclaringSyntaxReferences: [var reference] } when depth == 0:
                if (finder.Compilation.ContainsSyntaxTree(reference.SyntaxTree) && Bodies.InitialiserOf(reference.GetSyntax(finder.CancellationToken)) is { } initialiser)
                    Add(finder, form, finder.ModelOf(initialiser).GetOperation(initialiser.Value, finder.CancellationToken), name, depth + 1);
                break;
        }
    }
}
