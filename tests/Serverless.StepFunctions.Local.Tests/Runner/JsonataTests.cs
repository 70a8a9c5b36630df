namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Tests of JSONata machines.</summary>
public abstract class JsonataTests
{
    private protected static StateMachineRunner Jsonata(string states, bool isExpress = false, int? timeout = null) => Machines.Jsonata(states, isExpress, timeout);
}
