using System.Diagnostics;

namespace Serverless.StepFunctions;

/// <summary>
/// Reads a parameter of a task method or a state's lambda from the input the execution was started with, which every state can
/// reach. Inside a distributed Map the execution is the child's, and its input the item or batch.
/// </summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
[Conditional(Compilation.Symbol)]
public sealed class BindExecutionInputAttribute : Attribute;
