using Microsoft.CodeAnalysis;
using Serverless.Model;
using Serverless.Model.Expressions.JsonPath;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <summary>
/// Gives a state that was read the fields that a JSONPath machine has: `InputPath`, `ResultSelector`, `ResultPath`, `OutputPath` as they are
/// written, and what lambdas compute moved to where the language can hold it. A whole value is selected by a path, an object is a template;
/// the rest is refused at its place.
/// </summary>
internal static class PathFields
{
    public static readonly string[] Settings = ["InputPath", "ResultSelector", "ResultPath", "OutputPath"];

    private const string Value = "value";

    public static State Complete(State state, StateDraft draft)
    {
        if (draft.Scope.QueryLanguage == QueryLanguage.JSONata)
        {
            foreach (var setting in Settings)
            {
                if (draft.Chain.Find(setting) is { } call)
                    draft.Scope.Report(RuleIds.WrongQueryLanguage, draft.Chain.PlaceOf(StateDraft.NameOf(call)), setting, "JSONPath", "JSONata");
            }

            return state;
        }

        var fields = Written(draft);
        if (fields.InputPath is not null)
            draft.Types = draft.Types with { Input = null };
        if (fields.ResultPath is not null || fields.OutputPath is not null || fields.ResultSelector is not null)
            draft.Types = draft.Types with { Output = null, PassesThrough = false };
        return state switch
        {
            TaskState task => CompleteTask(task, fields, draft),
            PassState pass => CompletePass(pass, fields, draft),
            ChoiceState choice => CompleteChoice(choice, fields, draft),
            WaitState wait => WithOutputPath(wait with { InputPath = fields.InputPath, Output = null }, wait.Output, fields, draft),
            SucceedState succeed => WithOutputPath(succeed with { InputPath = fields.InputPath, Output = null }, succeed.Output, fields, draft),
            ParallelState parallel => WithResult(
                parallel with { InputPath = InputOf(parallel.Arguments, fields, draft, "Arguments"), Arguments = TemplateOf(parallel.Arguments) }, fields, draft),
            MapState map => WithResult(CompleteMap(map, draft) with { InputPath = fields.InputPath }, fields, draft),
            _ => state,
        };
    }

    /// <summary>A reference path or `null`; SVLS2318 when it is malformed or not allowed there.</summary>
    public static string? Check(string? path, PathUse use, DeclarationRef at, MachineScope scope)
    {
        if (path is null or "null")
            return path;
        if (PathRules.Check(path, use) is not [var error, ..])
            return path;
        scope.Report(RuleIds.MalformedExpression, at, path, $"{error.Message} (character {(error.Position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)})");
        return null;
    }

    private static Fields Written(StateDraft draft)
    {
        AslData? selector = null;
        if (draft.Chain.Find("ResultSelector") is { } call)
        {
            selector = draft.Data(StateChain.Argument(call, 0), draft.Result);
            if (selector is not (null or AslObject))
            {
                Refuse(draft, "ResultSelector", "it yields an object; select a part of the result with OutputPath");
                selector = null;
            }
        }

        return new Fields(Path(draft, "InputPath", PathUse.Path), selector, Path(draft, "ResultPath", PathUse.ResultPath), Path(draft, "OutputPath", PathUse.Path));
    }

    private static string? Path(StateDraft draft, string setting, PathUse use)
    {
        if (draft.Chain.Find(setting) is not { } call || StateChain.Argument(call, 0) is not { } argument)
            return null;
        if (argument.ConstantValue is { HasValue: true, Value: null })
            return "null";
        var path = draft.Text(argument);
        // The default; engines have been seen to take it for the name of a member.
        return path == "$" ? null : Check(path, use, draft.Chain.PlaceOf(argument.Syntax), draft.Scope);
    }

    private static TaskState CompleteTask(TaskState task, Fields fields, StateDraft draft)
    {
        var isWrapped = task.Function is not null && task.Resource is not null;
        // A callback's payload is a member of the parameters, so that it may be anything.
        var completed = isWrapped
            ? task with { InputPath = fields.InputPath }
            : task with { InputPath = InputOf(task.Arguments, fields, draft, null), Arguments = TemplateOf(task.Arguments) };
        if (completed.OutputPath is null)
            return WithResult(completed, fields, draft);

        // A nested execution: what its run gave is inside its description.
        if (fields.HasResult)
            Refuse(draft, fields.ResultPath is not null ? "ResultPath" : fields.OutputPath is not null ? "OutputPath" : "ResultSelector", "the run's output is selected here already; rearrange it in a Pass behind");
        if (completed.ResultSelector is not null && (completed.Output is not null || completed.Assign.Count > 0))
            Refuse(draft, completed.Output is not null ? "Output" : "Assign", "the output of an Express run is a text until the state ends; compute with it in the state behind");
        return completed.Output is null ? completed : WithResult(completed with { OutputPath = null }, default, draft);
    }

    private static PassState CompletePass(PassState pass, Fields fields, StateDraft draft)
    {
        var output = pass.Output;
        if (output is not null && pass.Assign.Any(static a => ReadsInput(a.Value)))
            Refuse(draft, "Set", "in a Pass that computes its output, '$' is that output here; set the variable in a state of its own");
        pass = pass with { InputPath = fields.InputPath, Output = null, ResultPath = fields.ResultPath, OutputPath = fields.OutputPath };
        switch (output)
        {
            case null or AslPath { Path: "$" }:
                return pass;
            case AslObject:
                return pass with { Output = output };
            case AslPath { Path: var path } when !IsCall(path) && fields.InputPath is null:
                return pass with { InputPath = path };
            case AslText or AslNumber or AslBoolean or AslNull or AslReference:
                return pass with { Result = output };
            case AslList list when !list.Items.Any(Computes):
                return pass with { Result = output };
            default:
                // No field holds a computed value by itself: it becomes the member of an object, and is taken out of it again.
                if (fields.HasResult || fields.InputPath is not null)
                    Refuse(draft, "Pass", "a computed value that is no object cannot be combined with paths; give it a name in an object");
                return pass with { Output = new AslObject(EquatableArray.Of(new AslMember(Value, output))), OutputPath = "$." + Value };
        }
    }

    private static ChoiceState CompleteChoice(ChoiceState choice, Fields fields, StateDraft draft)
    {
        if (choice.Output is not null || choice.Choices.Any(static c => c.Output is not null))
            Refuse(draft, "Choice", "the ways of a Choice hand on its input in JSONPath; compute what follows in a Pass");
        return choice with
        {
            InputPath = fields.InputPath,
            OutputPath = fields.OutputPath,
            Output = null,
            Choices = choice.Choices.Select(static c => c with { Output = null }).ToEquatableArray(),
        };
    }

    private static MapState CompleteMap(MapState map, StateDraft draft)
    {
        if (map.Items is AslPath { Path: "$" })
            map = map with { Items = null };
        else if (map.Items is not (null or AslPath))
            Refuse(draft, null, "the items of a Map are a list in the data");
        if (map.ItemSelector is AslPath { Path: "$$.Map.Item.Value" })
            return map with { ItemSelector = null };
        if (map.ItemSelector is null or AslObject)
            return map;
        Refuse(draft, "Select", "the input of each item is the item or an object; give the value a name in an object");
        return map with { ItemSelector = null };
    }

    private static State WithOutputPath(State state, AslData? output, Fields fields, StateDraft draft)
    {
        switch (output)
        {
            case null or AslPath { Path: "$" }:
                return state with { OutputPath = fields.OutputPath };
            case AslPath { Path: var path } when !IsCall(path) && fields.OutputPath is null:
                return state with { OutputPath = path };
            default:
                Refuse(draft, draft.Chain.Find("Output") is null ? null : "Output", "this state selects a part of its input, it computes nothing; put a Pass before it");
                return state;
        }
    }

    private static T WithResult<T>(T state, Fields fields, StateDraft draft)
        where T : State
    {
        var output = state.Output;
        state = state with { Output = null, ResultSelector = fields.ResultSelector ?? state.ResultSelector, ResultPath = fields.ResultPath, OutputPath = fields.OutputPath };
        if (output is null or AslPath { Path: "$" })
            return state;
        if (fields.ResultSelector is not null || fields.OutputPath is not null || (fields.ResultPath is not null && output is not AslObject))
        {
            Refuse(draft, "Output", "Output is written as ResultSelector and OutputPath, so that it stands alone; with ResultPath it yields an object");
            return state;
        }

        return output switch
        {
            AslObject => state with { ResultSelector = output },
            AslPath { Path: var path } when !IsCall(path) => state with { OutputPath = path },
            _ => state with { ResultSelector = new AslObject(EquatableArray.Of(new AslMember(Value, output))), OutputPath = "$." + Value },
        };
    }

    /// <summary>A whole value as input: a path selects it.</summary>
    private static string? InputOf(AslData? arguments, Fields fields, StateDraft draft, string? call)
    {
        switch (arguments)
        {
            case null or AslObject or AslPath { Path: "$" }:
                return fields.InputPath;
            case AslPath { Path: var path } when !IsCall(path) && fields.InputPath is null:
                return path;
            default:
                Refuse(draft, call, arguments is AslPath && fields.InputPath is not null
                    ? "InputPath selects the input already; read from it here, or leave it out"
                    : "what is passed is a part of the data or an object; give the value a name in an object, or compute it with Set before and pass the variable");
                return fields.InputPath;
        }
    }

    private static AslData? TemplateOf(AslData? arguments) => arguments is AslObject ? arguments : null;

    internal static bool IsCall(string path) => path.StartsWith("States.", StringComparison.Ordinal);

    private static bool Computes(AslData data) => data switch
    {
        AslPath => true,
        AslObject obj => obj.Members.Any(static m => Computes(m.Value)),
        AslList list => list.Items.Any(Computes),
        _ => false,
    };

    private static bool ReadsInput(AslData data) => data switch
    {
        AslPath { Path: var path } => PathParser.Parse(path, out _) is { } expression && Roots(expression).Contains(PathRoot.Input),
        AslObject obj => obj.Members.Any(static m => ReadsInput(m.Value)),
        AslList list => list.Items.Any(ReadsInput),
        _ => false,
    };

    private static IEnumerable<PathRoot> Roots(PathExpression expression) => expression switch
    {
        DataPath path => [path.Root],
        IntrinsicCall call => call.Arguments.SelectMany(Roots),
        _ => [],
    };

    /// <summary>At the argument of a call of the chain, or of its factory.</summary>
    private static void Refuse(StateDraft draft, string? call, string reason)
    {
        var invocation = call is null ? null : draft.Chain.Find(call);
        var operation = invocation is null ? draft.FactoryArgument(draft.Chain.Factory.TargetMethod.Parameters.Length > 1 && draft.Chain.Factory.TargetMethod.Name is "Task" or "Function" ? 1 : 0) : StateChain.Argument(invocation, call == "Set" ? 1 : 0);
        var syntax = operation?.Syntax ?? StateDraft.NameOf(invocation ?? draft.Chain.Factory);
        draft.Scope.Report(RuleIds.NoJsonataForm, draft.Chain.PlaceOf(syntax), StateDraft.Shorten(syntax.ToString()), reason);
    }

    private readonly record struct Fields(string? InputPath, AslData? ResultSelector, string? ResultPath, string? OutputPath)
    {
        public bool HasResult => ResultSelector is not null || ResultPath is not null || OutputPath is not null;
    }
}
