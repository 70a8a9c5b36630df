using System.Diagnostics;

namespace Serverless;

/// <summary>
/// A variable of an API's stage: on the assembly of every API, on the class of an API of that one, where it replaces one of the same name.
/// Handlers read it with <c>[BindStageVariable]</c>.
/// </summary>
/// <param name="name">Letters, digits and <c>_</c>.</param>
/// <param name="value">In the value grammar; letters, digits and <c>-._~:/?#&amp;=,</c> once resolved.</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class StageVariableAttribute(string name, string value) : Attribute
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The value as written.</summary>
    public string Value { get; } = value;
}
