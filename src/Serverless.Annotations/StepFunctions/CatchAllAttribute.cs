using System.Diagnostics;

namespace Serverless.StepFunctions;

/// <summary>
/// Catches every error of every Task, Parallel and Map on the top level, except on the failure path itself. Steps that can fail but
/// cannot have a catcher are SVLS2312; <see cref="Wrap"/> covers them.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class CatchAllAttribute : Attribute
{
    /// <summary>The state that follows a failure, <c>nameof</c> of a member; required (SVLS2301).</summary>
    public string? Next { get; set; }

    /// <summary>
    /// True = the main path runs inside a Parallel of one branch with one catcher: any step is covered. Its variables are then not
    /// visible to the failure path, and a deliberate Fail inside it is caught too. Default: false.
    /// </summary>
    public bool Wrap { get; set; }

    /// <summary>Variable that receives the error, a <see cref="StateError"/>. Default: none.</summary>
    public string? Assign { get; set; }

    /// <summary>JSONata of the following state's input. Default: the error.</summary>
    public string? Output { get; set; }

    /// <summary>Where the error is put into the input. JSONPath machines only (SVLS2315). Default: <c>$</c>.</summary>
    public string? ResultPath { get; set; }
}
