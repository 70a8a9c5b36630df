using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Tells the analyzers that a method is not called by Lambda although it looks like a handler. Nothing is deployed for it.
/// Together with <see cref="ServerlessHandlerAttribute"/>: SVLS2002.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class NotServerlessHandlerAttribute : Attribute;
