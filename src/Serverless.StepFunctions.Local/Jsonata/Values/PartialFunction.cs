namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>A built-in function with some of its arguments given.</summary>
internal sealed class PartialFunction(FunctionValue function, object?[] given, bool[] open) : FunctionValue
{
    public override int Arity => open.Count(o => o);

    public override object? Invoke(Evaluator evaluator, object?[] arguments, object? input)
    {
        var all = new object?[given.Length];
        var next = 0;
        for (var i = 0; i < given.Length; i++)
            all[i] = !open[i] ? given[i] : next < arguments.Length ? arguments[next++] : null;
        return evaluator.Apply(function, all, input);
    }
}
