using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>
/// `State.Execution`: a Task that runs another machine of the project. How depends on its kind: a Standard one is waited for by
/// `.sync:2`, an Express one runs while the request lasts.
/// </summary>
internal static class ExecutionReader
{
    private const string StartedBy = "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID";

    /// <summary>Output of a Standard run.</summary>
    private static readonly DataRoot Output = new("$states.result.Output", "$.Output");

    /// <summary>
    /// Output of an Express run. The request answers 200 for a failed run too, so the status is asked: an error raised here fails the state.
    /// </summary>
    private static readonly DataRoot CheckedOutput = new(
        "($states.result.Status = 'SUCCEEDED' ? $parse($states.result.Output) : $error($join([$states.result.Status, $states.result.Error, $states.result.Cause], ': ')))",
        "$.Output");

    public static State? Read(StateDraft draft)
    {
        var place = draft.Chain.PlaceOf(StateDraft.NameOf(draft.Chain.Factory));
        if (MachineOf(draft, place) is not { } machine)
            return null;
        var isExpress = IsExpress(machine);
        var waits = draft.Chain.Find("NoWait") is null;
        draft.Places.Add(new Place(Parts.Resource, place));
        draft.Places.Add(new Place(Parts.Arguments, draft.FactoryArgument(0) is { } lambda ? draft.Chain.PlaceOf(lambda.Syntax) : place));

        var arn = AwsValue.Reference(IdOf(machine));
        draft.Scope.Reading.Refer(arn, place);
        var arguments = new List<AslMember> { new("StateMachineArn", new AslReference(arn)) };
        if (draft.Chain.Find("RunName") is { } name && draft.Data(StateChain.Argument(name, 0), DataRoot.Input) is { } runName)
            arguments.Add(new AslMember("Name", runName));
        arguments.Add(new AslMember("Input", InputOf(draft, isText: waits && isExpress)));

        var root = !waits ? DataRoot.Result : isExpress ? CheckedOutput : Output;
        draft.Result = [root];
        draft.Types = draft.Types with { Output = ResultOf(machine, waits, draft.Scope) };
        var isJsonata = draft.Scope.QueryLanguage == QueryLanguage.JSONata;
        return TaskReader.Complete(draft, new TaskState
        {
            Name = draft.Member.StateName,
            Declaration = draft.Member.Declaration,
            Resource = !waits ? "states:startExecution" : isExpress ? "aws-sdk:sfn:startSyncExecution" : "states:startExecution.sync:2",
            Arguments = new AslObject(arguments.ToEquatableArray()),
            Output = waits && isJsonata ? draft.Scope.Data(root) : null,
            ResultSelector = waits && isExpress && !isJsonata ? new AslObject(EquatableArray.Of(new AslMember("Output", new AslPath("States.StringToJson($.Output)")))) : null,
            OutputPath = waits && !isJsonata ? "$.Output" : null,
        });
    }

    /// <summary>What the state gives, by the machine that it runs; null when it is not known.</summary>
    public static ITypeSymbol? ResultOf(StateChain chain, MachineScope scope) =>
        chain.Factory.TargetMethod.TypeArguments[0] is INamedTypeSymbol machine ? ResultOf(machine, chain.Find("NoWait") is null, scope) : null;

    private static ITypeSymbol? ResultOf(INamedTypeSymbol machine, bool waits, MachineScope scope) =>
        waits ? MachineOutput.Of(machine, scope) : scope.Reading.Types["Serverless.StepFunctions.StartedExecution"];

    /// <summary>The machine of the type argument; null when it is none that can be run from here.</summary>
    private static INamedTypeSymbol? MachineOf(StateDraft draft, DeclarationRef place)
    {
        var scope = draft.Scope;
        if (draft.Chain.Factory.TargetMethod.TypeArguments[0] is not INamedTypeSymbol machine)
            return null;
        if (!SymbolEqualityComparer.Default.Equals(machine.ContainingAssembly, scope.Type.ContainingAssembly))
        {
            scope.Report(RuleIds.ForeignProject, place, machine.Name, machine.ContainingAssembly?.Name ?? "another assembly");
            return null;
        }

        if (machine.Attribute("Serverless.StepFunctions", "StateMachineAttribute") is null)
        {
            scope.Report(RuleIds.UnreadableState, place, draft.Member.Name, $"'{machine.Name}' is no state machine; it becomes one by [StateMachine]");
            return null;
        }

        if (MachineCalls.Reach(machine, scope.Type, scope.Reading))
        {
            scope.Report(
                RuleIds.SettingsExclude, place, $"State.Execution<{machine.Name}>()", SymbolEqualityComparer.Default.Equals(machine, scope.Type) ? "the machine itself" : "a machine that runs this one",
                "resources of a template cannot refer to each other in a circle; use State.Task(\"states:startExecution\", …) with an ARN from the data, such as StateMachineContext.StateMachineId");
            return null;
        }

        return machine;
    }

    private static bool IsExpress(INamedTypeSymbol machine) => machine.Attribute("Serverless.StepFunctions", "StateMachineAttribute")?.Enum("Type") == 1;

    private static string IdOf(INamedTypeSymbol machine) =>
        machine.Attribute("Serverless.StepFunctions", "StateMachineAttribute")?.Constructor<string>(0) ?? LogicalIds.From(machine.Name);

    /// <summary>
    /// The run's input. Where Step Functions itself starts the run, the input of an object also names the starting execution, so that the
    /// console links the two.
    /// </summary>
    private static AslData InputOf(StateDraft draft, bool isText)
    {
        ITypeSymbol? type = null;
        var input = draft.FactoryArgument(0) is { } lambda ? draft.Data(lambda, out type, DataRoot.Input) : null;
        input ??= draft.Scope.Data(DataRoot.Input);
        if (isText)
            return JsonataOfData.Text(input) is { } text ? new AslExpression("$string(" + text + ")") : input;

        var execution = draft.Scope.QueryLanguage == QueryLanguage.JSONata ? new AslExpression("$states.context.Execution.Id") : (AslData)new AslPath("$$.Execution.Id");
        return input switch
        {
            AslObject members when members.Members.Any(static m => m.Name == StartedBy) => members,
            AslObject members => new AslObject(members.Members.Append(new AslMember(StartedBy, execution)).ToEquatableArray()),
            AslExpression expression => Linked(expression.Jsonata, type),
            _ => input,
        };
    }

    private static AslExpression Linked(string input, ITypeSymbol? type)
    {
        var linked = $"$merge([{input}, {{'{StartedBy}': $states.context.Execution.Id}}])";
        return JsonShape.Of(type) switch
        {
            JsonShape.Kind.Object => new AslExpression(linked),
            JsonShape.Kind.Other => new AslExpression(input),
            _ => new AslExpression($"$type({input}) = 'object' ? {linked} : {input}"),
        };
    }
}
