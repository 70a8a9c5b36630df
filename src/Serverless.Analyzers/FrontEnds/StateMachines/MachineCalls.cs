using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>Which machines run which others by `State.Execution`.</summary>
internal static class MachineCalls
{
    /// <summary>True when a machine is the target, or runs it over whatever others.</summary>
    public static bool Reach(INamedTypeSymbol machine, INamedTypeSymbol target, Reading reading)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Stack<INamedTypeSymbol>();
        waiting.Push(machine);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (SymbolEqualityComparer.Default.Equals(next, target))
                return true;
            if (!seen.Add(next))
                continue;
            foreach (var called in CalledBy(next, reading))
                waiting.Push(called);
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> CalledBy(INamedTypeSymbol machine, Reading reading)
    {
        foreach (var property in machine.GetMembers().OfType<IPropertySymbol>().Where(static p => MemberReader.IsState(p.Type)))
        {
            if (StateChain.Read(property, reading, out _, out _) is { Factory.TargetMethod: { Name: "Execution", TypeArguments: [INamedTypeSymbol called] } })
                yield return called;
        }
    }
}
