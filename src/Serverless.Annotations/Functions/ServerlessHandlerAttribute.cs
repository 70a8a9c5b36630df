using System.Diagnostics;

namespace Serverless;

/// <summary>
/// Tells the analyzers that a method is called by Lambda although nothing in the project says so. Nothing is deployed for it.
/// Together with <see cref="NotServerlessHandlerAttribute"/>: SVLS2002.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class ServerlessHandlerAttribute : Attribute;
