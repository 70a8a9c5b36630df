using System.Collections.Immutable;
using Serverless.Model;

namespace Serverless.Analyzers.Rules.Declarations;

/// <summary>Faults by the declaration they stand at. Symbols are asked for by simple name first: writing a documentation id for every symbol of a project costs more than all faults.</summary>
internal sealed class FaultIndex
{
    private readonly ILookup<string, Fault> _bySymbol;
    private readonly HashSet<string> _names;

    public FaultIndex(EquatableArray<Fault> faults)
    {
        _bySymbol = faults.ToLookup(static f => f.At.Symbol, StringComparer.Ordinal);
        _names = new HashSet<string>(faults.Select(static f => SimpleName(f.At.Symbol)), StringComparer.Ordinal);
        Files = faults.Where(static f => f.At.FilePath is not null).ToImmutableArray();
        Assembly = _bySymbol[DeclarationRef.Assembly].ToImmutableArray();
    }

    public ImmutableArray<Fault> Files { get; }

    public ImmutableArray<Fault> Assembly { get; }

    public bool MayHave(string simpleName) => _names.Contains(simpleName);

    public IEnumerable<Fault> At(string documentationId) => _bySymbol[documentationId];

    /// <summary>`GetOrder` in `M:Shop.Orders.GetOrder(System.Guid)`.</summary>
    private static string SimpleName(string documentationId)
    {
        var end = documentationId.IndexOf('(');
        if (end < 0)
            end = documentationId.Length;
        var start = documentationId.LastIndexOfAny(['.', ':'], Math.Max(end - 1, 0), Math.Max(end, 1)) + 1;
        var name = documentationId.Substring(start, end - start);
        var arity = name.IndexOf('`');
        return arity >= 0 ? name.Substring(0, arity) : name;
    }
}
