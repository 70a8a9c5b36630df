namespace Serverless.Model.Validation.StateMachines;

/// <summary>What can be wrong in a machine whose states are in their graphs. Pure: model in, faults out.</summary>
internal static class MachineRules
{
    /// <param name="machine">The machine.</param>
    /// <param name="catchAll">Its `[CatchAll]`, when it has one.</param>
    public static IEnumerable<Fault> Check(StateMachine machine, CatchAllRule? catchAll)
    {
        var faults = new List<Fault>();
        EndRules.Check(machine.Graph, faults);
        VariableRules.Check(machine, faults);
        MapRules.Check(machine, faults);
        ExpressRules.Check(machine, faults);
        foreach (var state in Transitions.All(machine.Graph))
        {
            StateNameRules.Check(state, faults);
            RetryCatchRules.Check(state, faults);
            IntegrationRules.Check(state, faults);
            TokenRules.Check(state, faults);
            RawRules.Check(state, machine.QueryLanguage, faults);
        }

        if (catchAll is { Wrap: false })
            CatchAllRules.Check(machine, catchAll, faults);
        return faults;
    }
}
