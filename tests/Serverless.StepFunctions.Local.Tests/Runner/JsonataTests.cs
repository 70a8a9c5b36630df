using Serverless.Testing.StateMachines;

namespace Serverless.StepFunctions.Local.Tests;

/// <summary>Tests of JSONata machines: expressions are evaluated by the reference implementation.</summary>
[Collection("JSONata")]
public abstract class JsonataTests
{
    private static readonly Lazy<JsonataEvaluator> Evaluator = new(static () => new JsonataEvaluator());

    private protected static StateMachineRunner Jsonata(string states, bool isExpress = false, int? timeout = null)
    {
        var runner = Machines.Jsonata(states, isExpress, timeout);
        Prepare(runner);
        return runner;
    }

    private protected static void Prepare(StateMachineRunner runner) => runner.Expressions = new NodeExpressions(Evaluator.Value);
}
