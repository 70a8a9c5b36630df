using Serverless.Model.Json;

namespace Serverless.Model.Validation.Definitions;

/// <summary>
/// Checks a state machine that is written in the Amazon States Language, as JSON or as YAML: what Step Functions refuses, and what it takes and then fails on.
/// Values that a deployment puts in (`${…}`, functions of CloudFormation) are unknown, and nothing is said about them. Pure: text with places in, faults with places out.
/// </summary>
internal static class DefinitionChecker
{
    /// <summary>Bytes of a definition that the service takes.</summary>
    public const int LargestDefinition = 1_048_576;

    /// <param name="definition">The machine.</param>
    /// <param name="isExpress">True when it is known to be deployed as Express.</param>
    /// <param name="size">Bytes of the text, when it is deployed as it is.</param>
    public static IReadOnlyList<DefinitionFault> Check(JsonObject definition, bool isExpress = false, int? size = null)
    {
        var report = new DefinitionReport();
        if (!Placeholders.IsIntrinsic(definition) && Placeholders.IsWhole(definition))
            Check(new DefinitionMachine(definition, isExpress), size, report);
        return report.Faults;
    }

    private static void Check(DefinitionMachine machine, int? size, DefinitionReport report)
    {
        MachineChecks.Check(machine, size, report);
        foreach (var graph in machine.Graph.WithInner())
        {
            GraphChecks.Check(graph, machine, report);
            foreach (var state in graph.States)
                Check(state, report);
        }

        VariableChecks.Check(machine, report);
    }

    private static void Check(DefinitionState state, DefinitionReport report)
    {
        StateFieldChecks.Check(state, report);
        if (state.Type is null || !Placeholders.IsWhole(state.Body))
            return;
        RetryCatchChecks.Check(state, report);
        ChoiceChecks.Check(state, report);
        MapChecks.Check(state, report);
        TaskChecks.Check(state, report);
        DataChecks.Check(state, report);
    }
}
