namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>A call of a built-in function. Arguments that were not given are nothing.</summary>
internal readonly struct Call(Evaluator evaluator, object?[] arguments, object? input)
{
    public Evaluator Evaluator => evaluator;

    public object? Input => input;

    public int Count => arguments.Length;

    public object? this[int index] => index < arguments.Length ? arguments[index] : null;

    public string? Text(int index) => this[index] as string;

    public double? Number(int index) => this[index] as double?;

    public ListValue? List(int index) => this[index] as ListValue;

    public FunctionValue? Function(int index) => this[index] as FunctionValue;
}
