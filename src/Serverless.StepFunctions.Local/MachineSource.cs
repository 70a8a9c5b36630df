using System.Reflection;
using System.Text.Json.Serialization;
using Serverless.Runtime;

namespace Serverless.StepFunctions.Local;

/// <summary>A machine as it was given: its text, and what is known around it.</summary>
/// <param name="Name">Name, or logical id.</param>
/// <param name="Text">Its definition.</param>
/// <param name="IsExpress">Express; else Standard.</param>
/// <param name="Substitutions">What its `${…}` stand for.</param>
/// <param name="Functions">What its tasks call.</param>
/// <param name="Json">The project's serialiser context.</param>
internal sealed record MachineSource(
    string Name, string Text, bool IsExpress, IReadOnlyList<KeyValuePair<string, string>> Substitutions, IReadOnlyList<MachineFunction> Functions, JsonSerializerContext? Json)
{
    /// <summary>The project's assembly; null = the definition was given as text.</summary>
    public Assembly? Assembly { get; init; }

    public static MachineSource Of(MachineDescription machine) =>
        new(machine.Id, machine.Definition(), machine.IsExpress, machine.Substitutions, machine.Functions, machine.Json) { Assembly = machine.Class.Assembly };
}
