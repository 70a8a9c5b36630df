using System.Diagnostics;

namespace Serverless;

/// <summary>
/// An environment variable of the functions (or containers) below it. A variable of the method hides one of the class, which hides
/// one of the assembly.
/// </summary>
/// <param name="name">A letter, then letters, digits and <c>_</c>, at least two characters, not reserved by Lambda (SVLS2009).</param>
/// <param name="value">
/// In the value grammar: <c>@OrdersTable</c> is <c>Ref</c>, <c>{{resolve:ssm:/orders/url}}</c> a dynamic reference. All variables of a
/// function together: 4 KB (SVLS2009).
/// </param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class EnvironmentVariableAttribute(string name, string value) : Attribute
{
    /// <summary>Name of the variable.</summary>
    public string Name { get; } = name;

    /// <summary>The value as written.</summary>
    public string Value { get; } = value;
}
