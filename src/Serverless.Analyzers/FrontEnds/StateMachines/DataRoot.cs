using System.Globalization;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Where data of the running machine is found, in both query languages: what a parameter of a lambda or task method stands for.</summary>
/// <param name="Jsonata">A primary expression: `$states.input`.</param>
/// <param name="JsonPath">A path: `$`. Input and result have the same one; which it means depends on the field it stands in.</param>
internal readonly record struct DataRoot(string Jsonata, string JsonPath)
{
    /// <summary>The state's input.</summary>
    public static DataRoot Input { get; } = new("$states.input", "$");

    /// <summary>What a Task or Map gave.</summary>
    public static DataRoot Result { get; } = new("$states.result", "$");

    /// <summary>What a function returned. JSONPath machines call functions by their ARN, so that there is no envelope.</summary>
    public static DataRoot FunctionResult { get; } = new("$states.result.Payload", "$");

    /// <summary>What a catcher hands on.</summary>
    public static DataRoot ErrorOutput { get; } = new("$states.errorOutput", "$");

    public static DataRoot ExecutionInput { get; } = new("$states.context.Execution.Input", "$$.Execution.Input");

    public static DataRoot Context { get; } = new("$states.context", "$$");

    public static DataRoot Token { get; } = new("$states.context.Task.Token", "$$.Task.Token");

    /// <summary>The item that a Map works on.</summary>
    public static DataRoot Item { get; } = new("$states.context.Map.Item.Value", "$$.Map.Item.Value");

    public static DataRoot ItemIndex { get; } = new("$states.context.Map.Item.Index", "$$.Map.Item.Index");

    /// <summary>Stands for a parameter that has no meaning, which is reported.</summary>
    public static DataRoot None { get; } = new("null", "$");

    /// <summary>The result of one branch of a Parallel.</summary>
    public static DataRoot Branch(int index)
    {
        var position = index.ToString(CultureInfo.InvariantCulture);
        return new DataRoot($"$states.result[{position}]", $"$[{position}]");
    }

    public static DataRoot Variable(string name) => new("$" + name, "$" + name);
}
