using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.Functions;

/// <summary>A method and what stands around it: where its settings come from, nearest first.</summary>
internal sealed class FunctionScope(IMethodSymbol symbol, DeclaredAttributes method, DeclaredAttributes type, DeclaredAttributes assembly)
{
    private const string OwnFunction = "ServerlessFunction";

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

    /// <summary>
    /// Where `[ServerlessFunction]` makes this method a part of one function for many: the class or the assembly. Null when the method
    /// is a function of its own: it says so, or no route leads to it.
    /// </summary>
    public DeclaredAttributes? Shared { get; } = SharedBy(method, type, assembly);

    /// <summary>Where the function as such is declared.</summary>
    public DeclaredAttributes Owner => Shared ?? Method;

    public SettingLevels Settings { get; } = SharedBy(method, type, assembly) is { Symbol: IAssemblySymbol } ofAssembly
        ? SettingLevels.Of((ofAssembly, OwnFunction), (assembly, "FunctionDefaults"))
        : SettingLevels.Of((SharedBy(method, type, assembly) ?? method, OwnFunction), (type, "FunctionDefaults"), (assembly, "FunctionDefaults"));

    private static DeclaredAttributes? SharedBy(DeclaredAttributes method, DeclaredAttributes type, DeclaredAttributes assembly)
    {
        if (method.Has(OwnFunction) || method.Has("TaskState") || method.Has("LambdaUrl") || !(method.Has("HttpRoute") || method.Has("WebSocketRoute")))
            return null;
        return type.Has(OwnFunction) ? type : assembly.Has(OwnFunction) ? assembly : null;
    }
}
