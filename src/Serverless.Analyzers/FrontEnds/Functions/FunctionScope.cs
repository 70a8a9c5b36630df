using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>A method and what stands around it: where its settings come from, nearest first.</summary>
internal sealed class FunctionScope(IMethodSymbol symbol, DeclaredAttributes method, DeclaredAttributes type, DeclaredAttributes assembly)
{
    public IMethodSymbol Symbol { get; } = symbol;

    public DeclaredAttributes Method { get; } = method;

    public DeclaredAttributes Type { get; } = type;

    public DeclaredAttributes Assembly { get; } = assembly;

    /// <summary>`AllowMultiple` attributes are added up, the farthest first: what the assembly says is read before what the method adds.</summary>
    public IEnumerable<DeclaredAttributes> Outward
    {
        get
        {
            yield return Assembly;
            yield return Type;
            yield return Method;
        }
    }

    public SettingLevels Settings { get; } = SettingLevels.Of((method, "ServerlessFunction"), (type, "FunctionDefaults"), (assembly, "FunctionDefaults"));
}
