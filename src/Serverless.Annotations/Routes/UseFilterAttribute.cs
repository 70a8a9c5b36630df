using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Puts a filter around the functions or routes below it, woven at compile time: assembly before class before method, outermost
/// first. An absent filter costs nothing.
/// </summary>
/// <param name="filter">A type that implements one of the filter interfaces (SVLS2007); it is created like a handler class (SVLS2010).</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class UseFilterAttribute(Type filter) : Attribute
{
    /// <summary>The filter type.</summary>
    public Type Filter { get; } = filter;
}
