using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Puts a filter around the functions or routes below it, woven at compile time: assembly before class before method, outermost
/// first; around a route those of invocations stand outside those of requests, which stand outside those of routes. An absent filter costs
/// nothing. A filter that a function cannot have (of routes, on a task in the same class) is left out there.
/// </summary>
/// <param name="filter">A type that implements one of the filter interfaces (SVLS2007); it is created like a handler class (SVLS2010).</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class UseFilterAttribute(Type filter) : Attribute
{
    /// <summary>The filter type.</summary>
    public Type Filter { get; } = filter;
}
