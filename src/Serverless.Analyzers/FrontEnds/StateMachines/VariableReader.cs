using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Collects the variables that a machine assigns, before any lambda is read: a parameter is a variable by its name.</summary>
internal static class VariableReader
{
    private const string Namespace = "Serverless.StepFunctions";

    public static void Declare(MachineScope scope)
    {
        foreach (var member in scope.Members)
        {
            if (member.Task is { } task && task.String("Assign") is { Length: > 0 } variable)
                scope.Declare(variable, task.Boolean("WaitForTaskToken") == true ? null : TaskMethodReader.ResultOf((IMethodSymbol)member.Symbol));
            if (member.Chain is { } chain)
                Declare(chain, scope);
            foreach (var attribute in member.Symbol.Attributes(Namespace, "CatchAttribute"))
                DeclareError(attribute, scope);
        }

        foreach (var attribute in scope.Type.Attributes(Namespace, "CatchAllAttribute"))
            DeclareError(attribute, scope);
    }

    private static void DeclareError(AttributeArguments attribute, MachineScope scope)
    {
        if (attribute.String("Assign") is { Length: > 0 } variable)
            scope.Declare(variable, scope.Reading.Types["Serverless.StepFunctions.StateError"]);
    }

    private static void Declare(StateChain chain, MachineScope scope)
    {
        foreach (var call in chain.All("Assign"))
        {
            var variables = StateChain.Elements(call, 0);
            for (var i = 0; i < variables.Length; i++)
            {
                if (variables[i].ConstantValue is { HasValue: true, Value: string variable })
                    scope.Declare(variable, ResultOf(chain, i, scope));
            }
        }

        foreach (var call in chain.All("Set"))
        {
            if (StateChain.Argument(call, 0)?.ConstantValue is { HasValue: true, Value: string variable })
                scope.Declare(variable, JsonataTranslator.LambdaOf(StateChain.Argument(call, 1))?.Symbol.ReturnType);
        }
    }

    /// <summary>The result of a branch that is one task method, or of a function; an integration's answer is not known.</summary>
    private static ITypeSymbol? ResultOf(StateChain chain, int index, MachineScope scope)
    {
        if (chain.Factory.TargetMethod.Name == "Execution")
            return ExecutionReader.ResultOf(chain, scope);
        if (chain.Factory.TargetMethod.Name != "Parallel")
            return null;
        var branches = StateChain.Elements(chain.Factory, 0);
        return index < branches.Length && branches[index].ConstantValue is { HasValue: true, Value: string start } && scope.Find(start) is { Task: { } task, Symbol: IMethodSymbol method }
            && !task.Has("Next") && !task.Has("Output") && task.Boolean("WaitForTaskToken") != true
            ? TaskMethodReader.ResultOf(method)
            : null;
    }
}
