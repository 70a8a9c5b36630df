namespace Serverless.Runtime;

/// <summary>The configured handler names no function of the program.</summary>
internal sealed class FunctionNotFoundException(string message) : Exception(message);
