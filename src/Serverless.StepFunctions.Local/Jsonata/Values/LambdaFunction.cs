using Serverless.Model.Expressions.Jsonata;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>A function of the expression, with the context and the variables of the place where it is written.</summary>
internal sealed class LambdaFunction(IReadOnlyList<string> parameters, JsonataSignature? signature, JsonataNode body, object? context, VariableFrame frame) : FunctionValue
{
    public override int Arity => parameters.Count;

    public override JsonataSignature? Signature => signature;

    public override object? Invoke(Evaluator evaluator, object?[] arguments, object? input)
    {
        var inner = new VariableFrame(frame);
        for (var i = 0; i < parameters.Count; i++)
            inner.Bind(parameters[i], i < arguments.Length ? arguments[i] : null);
        return evaluator.Evaluate(body, context, inner);
    }

    /// <summary>The function of the arguments that are still open.</summary>
    public LambdaFunction Close(object?[] arguments, bool[] open)
    {
        var inner = new VariableFrame(frame);
        var rest = new List<string>();
        for (var i = 0; i < parameters.Count; i++)
        {
            if (i >= arguments.Length || open[i])
                rest.Add(parameters[i]);
            else
                inner.Bind(parameters[i], arguments[i]);
        }

        return new LambdaFunction(rest, null, body, context, inner);
    }
}
