using System.Diagnostics;

namespace Serverless.Http;

/// <summary>
/// Reads a parameter, or a property of a bound record, from a stage variable, whatever the conventions say. Absent when the stage does not set it.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindStageVariableAttribute : Attribute
{
    /// <summary>Reads the value under the parameter's name.</summary>
    public BindStageVariableAttribute()
    {
    }

    /// <summary>Reads the value under another name.</summary>
    /// <param name="name">Name of the stage variable; not empty (SVLS2104).</param>
    public BindStageVariableAttribute(string name) => Name = name;

    /// <summary>The name as written; null = the parameter's name.</summary>
    public string? Name { get; }
}
