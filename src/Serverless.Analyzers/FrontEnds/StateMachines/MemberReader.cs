using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Finds the members of a machine's class that are states, in the order of the source.</summary>
internal static class MemberReader
{
    private const string Namespace = "Serverless.StepFunctions";

    /// <summary>False when a member is a state but cannot be read.</summary>
    public static bool Read(MachineScope scope)
    {
        var isComplete = true;
        foreach (var symbol in scope.Type.GetMembers())
        {
            switch (symbol)
            {
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when method.Attribute(Namespace, "TaskStateAttribute") is { } task:
                    scope.Add(new MachineMember(method.Name, task.Constructor<string>(0) ?? method.Name, method) { Task = task });
                    break;
                case IPropertySymbol property when IsState(property.Type):
                    isComplete &= Read(property, scope);
                    break;
                case IFieldSymbol { IsImplicitlyDeclared: false } field when IsState(field.Type):
                    scope.Report(RuleIds.UnreadableState, Reading.Of(field), field.Name, "a field is no state; write 'static State " + field.Name + " => …;'");
                    isComplete = false;
                    break;
            }
        }

        return isComplete;
    }

    private static bool Read(IPropertySymbol property, MachineScope scope)
    {
        if (StateChain.Read(property, scope.Reading, out var problem, out var at) is not { } chain)
        {
            if (problem is not null)
                scope.Report(RuleIds.UnreadableState, at, property.Name, problem);
            return false;
        }

        var name = property.Name;
        if (chain.Find("Named") is { } named && StateChain.Argument(named, 0) is { } argument)
        {
            if (argument.ConstantValue is { HasValue: true, Value: string given })
                name = given;
            else
                scope.Report(RuleIds.UnreadableState, chain.PlaceOf(argument.Syntax), property.Name, "a constant is needed here, because nothing of it is run");
        }

        scope.Add(new MachineMember(property.Name, name, property) { Chain = chain });
        return true;
    }

    /// <summary>True for `State` and its builders.</summary>
    public static bool IsState(ITypeSymbol type)
    {
        for (ITypeSymbol? t = type; t is not null; t = t.BaseType)
        {
            if (t is { Name: "State" } && t.ContainingNamespace.ToDisplayString() == Namespace)
                return true;
        }

        return false;
    }
}
