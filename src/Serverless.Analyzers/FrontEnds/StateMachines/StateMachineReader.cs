using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;
using Serverless.Model;
using Serverless.Model.Validation.StateMachines;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Reads a class with `[StateMachine]` into a state machine. Null when nothing of it can be used; faults say why.</summary>
internal static class StateMachineReader
{
    private const string Namespace = "Serverless.StepFunctions";

    public static StateMachine? Read(INamedTypeSymbol type, Reading reading)
    {
        var machine = ReadStates(type, reading, [], out var scope);
        if (machine is null || scope is null)
            return machine;
        TypeFlow.Check(machine, scope);
        ExecutionInputFlow.Check(machine, scope);
        return machine;
    }

    /// <summary>The machine without the check of its types.</summary>
    /// <param name="type">The class.</param>
    /// <param name="reading">Receives the faults.</param>
    /// <param name="callers">The machines whose reading led here.</param>
    /// <param name="scope">What is known of the states.</param>
    public static StateMachine? ReadStates(INamedTypeSymbol type, Reading reading, IReadOnlyList<INamedTypeSymbol> callers, out MachineScope? scope)
    {
        scope = null;
        if (type.Attribute(Namespace, "StateMachineAttribute") is not { } attribute)
            return null;
        scope = new MachineScope(type, reading) { Callers = callers, QueryLanguage = attribute.Enum("QueryLanguage") == 1 ? QueryLanguage.JSONPath : QueryLanguage.JSONata };
        var isComplete = MemberReader.Read(scope);
        VariableReader.Declare(scope);
        var states = new List<State>();
        foreach (var member in scope.Members)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            if (Read(member, scope) is { } state)
                states.Add(state);
            else
                isComplete = false;
        }

        var catchAll = RetryCatchReader.ReadCatchAll(scope);
        if (MachineSettingsReader.Read(attribute, scope, states, catchAll, isComplete) is not { } machine)
            return null;
        var faults = new List<Fault>();
        machine = MachineAssembly.Assemble(machine, catchAll, faults);
        faults.AddRange(MachineRules.Check(machine, catchAll));
        foreach (var fault in faults)
            reading.Report(fault);
        return machine;
    }

    private static State? Read(MachineMember member, MachineScope scope) =>
        member.Task is null ? StateReader.Read(member, scope) : MethodPaths.Complete(ContainerTaskReader.Complete(TaskMethodReader.Read(member, scope), member, scope), member, scope);
}
