using System.Text.Json.Serialization;

namespace Serverless.Runtime;

/// <summary>A state machine as a host other than Step Functions has to run it.</summary>
/// <param name="Id">Logical id.</param>
/// <param name="Class">The class that declares it.</param>
/// <param name="IsExpress">Express; else Standard.</param>
/// <param name="Definition">Gives the definition in the Amazon States Language, with its `${…}` as they are deployed.</param>
public sealed record MachineDescription(string Id, Type Class, bool IsExpress, Func<string> Definition)
{
    /// <summary>What each `${…}` of the definition stands for, as a pattern of CloudFormation: `${OrdersTable}`, `${Pick.Arn}`.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Substitutions { get; init; } = [];

    /// <summary>The functions that its states call.</summary>
    public IReadOnlyList<MachineFunction> Functions { get; init; } = [];

    /// <summary>The project's serialiser context; null = it has none.</summary>
    public JsonSerializerContext? Json { get; init; }
}

/// <summary>A function that a machine calls, and the method behind it.</summary>
/// <param name="Function">Logical id.</param>
/// <param name="Owner">Class of the method.</param>
/// <param name="Method">Name of the method.</param>
public sealed record MachineFunction(string Function, Type Owner, string Method);
