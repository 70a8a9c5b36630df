using Serverless.Model.Expressions.Jsonata;

namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>The last thing a lambda does, left to who called it, so that it needs no stack.</summary>
internal sealed record TailCall(JsonataCall Call, object? Input, VariableFrame VariableFrame);
