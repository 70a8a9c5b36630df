using Serverless.Model.Expressions.Jsonata;
using Serverless.StepFunctions.Local.Jsonata.Values;

namespace Serverless.StepFunctions.Local.Jsonata;

/// <summary>Calls of functions.</summary>
internal sealed partial class Evaluator
{
    /// <summary>A function with checked arguments, as functions that take functions call it.</summary>
    public object? Apply(object? function, object?[] arguments, object? input)
    {
        var result = ApplyOnce(function, arguments, input, null);
        while (result is TailCall tail)
        {
            var next = Evaluate(tail.Call.Function, tail.Input, tail.VariableFrame);
            result = ApplyOnce(next, Arguments(tail.Call, tail.Input, tail.VariableFrame, null, isFirst: false), input, tail.Call);
        }

        return result;
    }

    private object? ApplyOnce(object? function, object?[] arguments, object? input, JsonataCall? call)
    {
        if (function is not FunctionValue callable)
            throw new JsonataException("T1006", call?.Function.Position ?? -1, "What is called is not a function");
        try
        {
            if (callable.Signature is { } signature)
                arguments = Arguments(signature, arguments, input);
            return callable.Invoke(this, arguments, input);
        }
        catch (JsonataException fault) when (fault.Position < 0 && call is not null)
        {
            fault.Position = call.Position;
            throw;
        }
    }

    private object? EvaluateCall(JsonataCall node, object? input, VariableFrame frame)
    {
        if (node.IsPartial)
            return Close(node, input, frame);
        return node.IsTail ? new TailCall(node, input, frame) : Call(node, input, frame, null, isFirst: false);
    }

    private object? Call(JsonataCall node, object? input, VariableFrame frame, object? first, bool isFirst)
    {
        var function = Evaluate(node.Function, input, frame);
        if (function is null && node.Function is JsonataPath { Steps: [JsonataName name, ..] } && frame.Find(name.Name) is not null)
            throw new JsonataException("T1005", node.Function.Position, $"What is called is not a function; a dollar sign before '{name.Name}' is missing");
        var arguments = Arguments(node, input, frame, first, isFirst);
        try
        {
            var result = ApplyOnce(function, arguments, input, node);
            while (result is TailCall tail)
            {
                Step(node);
                var next = Evaluate(tail.Call.Function, tail.Input, tail.VariableFrame);
                result = ApplyOnce(next, Arguments(tail.Call, tail.Input, tail.VariableFrame, null, isFirst: false), input, tail.Call);
            }

            return result;
        }
        catch (JsonataException fault) when (fault.Position < 0)
        {
            fault.Position = node.Position;
            throw;
        }
    }

    private object?[] Arguments(JsonataCall node, object? input, VariableFrame frame, object? first, bool isFirst)
    {
        var offset = isFirst ? 1 : 0;
        var arguments = new object?[node.Arguments.Count + offset];
        if (isFirst)
            arguments[0] = first;
        for (var i = 0; i < node.Arguments.Count; i++)
            arguments[i + offset] = Evaluate(node.Arguments[i], input, frame);
        return arguments;
    }

    private object? EvaluateApply(JsonataApply node, object? input, VariableFrame frame)
    {
        var left = Evaluate(node.Left, input, frame);
        if (node.Right is JsonataCall { IsPartial: false, Predicates: null, Group: null } call)
            return Call(call, input, frame, left, isFirst: true);
        if (Evaluate(node.Right, input, frame) is not FunctionValue function)
            throw new JsonataException("T2006", node.Right.Position, "The right side of '~>' must be a function");
        if (left is not FunctionValue first)
            return Apply(function, [left], null);
        return new NativeFunction("chain", 1, null, c => Apply(function, [Apply(first, [c[0]], null)], null));
    }

    private FunctionValue Close(JsonataCall node, object? input, VariableFrame frame)
    {
        var given = new object?[node.Arguments.Count];
        var open = new bool[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            open[i] = node.Arguments[i].Kind == JsonataNodeKind.Placeholder;
            if (!open[i])
                given[i] = Evaluate(node.Arguments[i], input, frame);
        }

        var function = Evaluate(node.Function, input, frame);
        if (function is null && node.Function is JsonataPath { Steps: [JsonataName name, ..] } && frame.Find(name.Name) is not null)
            throw new JsonataException("T1007", node.Function.Position, $"What is applied in part is not a function; a dollar sign before '{name.Name}' is missing");
        return function switch
        {
            LambdaFunction lambda => lambda.Close(given, open),
            FunctionValue other => new PartialFunction(other, given, open),
            _ => throw new JsonataException("T1008", node.Function.Position, "What is applied in part is not a function"),
        };
    }

    /// <summary>What a function is given by its signature: the context for what is missing, arrays for what is none.</summary>
    private static object?[] Arguments(JsonataSignature signature, object?[] arguments, object? input)
    {
        var kinds = arguments.Length <= 16 ? stackalloc char[arguments.Length] : new char[arguments.Length];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = KindOf(arguments[i]);
        var parameters = signature.Parameters;
        var counts = parameters.Count <= 16 ? stackalloc int[parameters.Count] : new int[parameters.Count];
        if (!Match(parameters, 0, kinds, 0, counts))
            throw new JsonataException("T0410", -1, $"Argument {Misfit(parameters, kinds)} does not match the function's signature {signature.Text}");

        var result = new List<object?>(arguments.Length);
        var next = 0;
        for (var p = 0; p < parameters.Count; p++)
        {
            var parameter = parameters[p];
            if (counts[p] == 0)
            {
                if (!parameter.IsContext)
                {
                    result.Add(next < arguments.Length ? arguments[next] : null);
                    next++;
                    continue;
                }

                if (parameter.Types.IndexOf(KindOf(input), StringComparison.Ordinal) < 0)
                    throw new JsonataException("T0411", -1, $"The context does not fit argument {next + 1} of the function");
                result.Add(input);
                continue;
            }

            for (var i = 0; i < counts[p]; i++)
            {
                // Only arrays are taken one by one; the reference repeats the first one of other types.
                var argument = arguments[parameter.IsArray ? next : next - i];
                if (parameter.IsArray && argument is not null)
                {
                    CheckItems(parameter, argument, next);
                    if (argument is not ListValue)
                        argument = new ListValue([argument]);
                }

                result.Add(argument);
                next++;
            }
        }

        return [.. result];
    }

    private static void CheckItems(JsonataParameter parameter, object argument, int index)
    {
        if (parameter.ItemType is not { Length: > 0 } type)
            return;
        var fits = argument is ListValue list
            ? list.Count == 0 || list.Items.TrueForAll(item => KindOf(item) == type[0])
            : type.Length == 1 && KindOf(argument) == type[0];
        if (!fits)
            throw new JsonataException("T0412", -1, $"Argument {index + 1} of the function must be an array of one type: {type}");
    }

    /// <summary>Each parameter takes as many arguments as it can, as long as the rest still fits.</summary>
    private static bool Match(IReadOnlyList<JsonataParameter> parameters, int parameter, ReadOnlySpan<char> kinds, int argument, Span<int> counts)
    {
        if (parameter == parameters.Count)
            return argument == kinds.Length;
        var current = parameters[parameter];
        var most = current.IsMany ? kinds.Length - argument : 1;
        var taken = 0;
        while (taken < most && argument + taken < kinds.Length && current.Types.Contains(kinds[argument + taken], StringComparison.Ordinal))
            taken++;
        for (var least = current.IsOptional ? 0 : 1; taken >= least; taken--)
        {
            counts[parameter] = taken;
            if (Match(parameters, parameter + 1, kinds, argument + taken, counts))
                return true;
        }

        return false;
    }

    /// <summary>The first argument that does not fit, from 1.</summary>
    private static int Misfit(IReadOnlyList<JsonataParameter> parameters, ReadOnlySpan<char> kinds)
    {
        var argument = 0;
        foreach (var parameter in parameters)
        {
            if (argument < kinds.Length && parameter.Types.Contains(kinds[argument], StringComparison.Ordinal))
                argument++;
            else if (!parameter.IsOptional)
                break;
        }

        return argument + 1;
    }

    private static char KindOf(object? value) => value switch
    {
        null => 'm',
        string => 's',
        double => 'n',
        bool => 'b',
        NullValue => 'l',
        ListValue => 'a',
        FunctionValue => 'f',
        _ => 'o',
    };
}
