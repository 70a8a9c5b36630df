namespace Serverless.Model.Validation.StateMachines;

/// <summary>SVLS2505: what is worth knowing of machines that can be deployed as they are. Asked by the analyzer alone: nothing of it decides what is generated.</summary>
internal static class MachineAdvice
{
    public static IEnumerable<Fault> Of(Application application) => application.StateMachines
        .Where(static machine => machine.Name is not null)
        .Select(static machine => Fault.Of(
            RuleIds.Advice, machine.Declaration, $"The name '{machine.Name}' of the state machine is fixed: a second stack in the same account and region cannot be deployed"));
}
