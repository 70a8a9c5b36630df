using Serverless.Model.Expressions.Jsonata;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>A function that is built in.</summary>
internal sealed class NativeFunction(string name, int arity, JsonataSignature? signature, NativeBody body) : FunctionValue
{
    public string Name => name;

    public override int Arity => arity;

    public override JsonataSignature? Signature => signature;

    public override object? Invoke(Evaluator evaluator, object?[] arguments, object? input) => body(new Call(evaluator, arguments, input));
}
