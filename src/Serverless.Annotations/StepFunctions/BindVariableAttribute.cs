using System.Diagnostics;

namespace Serverless.StepFunctions;

/// <summary>
/// Reads a parameter of a task method from a variable of the machine, whatever its name. A variable that is not assigned on every way
/// to the state: SVLS2307.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindVariableAttribute : Attribute
{
    /// <summary>Reads the variable with the parameter's name.</summary>
    public BindVariableAttribute()
    {
    }

    /// <summary>Reads another variable.</summary>
    /// <param name="name">Name of the variable, without <c>$</c>.</param>
    public BindVariableAttribute(string name) => Name = name;

    /// <summary>The variable as written; null = the parameter's name.</summary>
    public string? Name { get; }
}
