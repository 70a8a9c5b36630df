using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Reads a class with `[StateMachine]` into a state machine. Null when nothing of it can be used; faults say why.</summary>
internal static class StateMachineReader
{
    public static StateMachine? Read(INamedTypeSymbol type, Reading reading) => null;
}
