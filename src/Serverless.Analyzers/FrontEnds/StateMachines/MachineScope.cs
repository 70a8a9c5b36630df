using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines;

/// <summary>What the readers of one machine's states share: its members, the variables they assign, and where faults go.</summary>
internal sealed class MachineScope(INamedTypeSymbol type, Reading reading)
{
    private readonly Dictionary<string, MachineMember> _members = new(StringComparer.Ordinal);

    public INamedTypeSymbol Type { get; } = type;

    public Reading Reading { get; } = reading;

    public JsonNaming Names { get; } = JsonNaming.Of(reading);

    public QueryLanguage QueryLanguage { get; init; }

    /// <summary>The machines whose reading led here, because they run this one.</summary>
    public IReadOnlyList<INamedTypeSymbol> Callers { get; init; } = [];

    /// <summary>Every variable that some state assigns, with the type of its value where it is known.</summary>
    public Dictionary<string, ITypeSymbol?> Variables { get; } = new(StringComparer.Ordinal);

    /// <summary>Parameters that are variables: the variable, the type they are read as, the state, the place.</summary>
    public List<(string Variable, ITypeSymbol Type, string State, DeclarationRef Place)> VariableUses { get; } = [];

    /// <summary>Parameters that are the execution's input: the type they are read as, the state, the place.</summary>
    public List<(ITypeSymbol Type, string State, DeclarationRef Place)> ExecutionInputUses { get; } = [];

    /// <summary>Lambda parameters that are a state's result: which of its results, as what type, where.</summary>
    public List<(string State, int Index, ITypeSymbol Type, DeclarationRef Place)> ResultUses { get; } = [];

    /// <summary>What each state takes and gives, by state name.</summary>
    public Dictionary<string, StateTypes> Types { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<MachineMember> Members => _members.Values;

    public void Add(MachineMember member) => _members[member.Name] = member;

    public MachineMember? Find(string member) => _members.TryGetValue(member, out var found) ? found : null;

    /// <summary>The name in the definition of a target that names a member; a target that names none stays as it is and is a fault later.</summary>
    public string StateNameOf(string target) => Find(target)?.StateName ?? target;

    public void Report(string ruleId, DeclarationRef at, params string[] arguments) => Reading.Report(ruleId, at, arguments);

    /// <summary>The data at a root, in the machine's query language.</summary>
    public AslData Data(DataRoot root) => QueryLanguage == QueryLanguage.JSONata ? new AslExpression(root.Jsonata) : new AslPath(root.JsonPath);

    /// <summary>The summary of a declaration, or null.</summary>
    public string? Summary(ISymbol symbol) => Documentation.Summary(symbol, Reading.CancellationToken);

    /// <summary>The number when it is within the range, else null and SVLS2001.</summary>
    public int? InRange(int value, int least, int most, string unit, DeclarationRef at) => Reading.InRange(value, least, most, unit, at);

    /// <summary>Parses the value grammar; null and SVLS2005 when malformed.</summary>
    public AwsValue? Value(string text, DeclarationRef at) => Reading.Value(text, at);

    /// <summary>A second assignment of another type makes the variable's type unknown.</summary>
    public void Declare(string variable, ITypeSymbol? type)
    {
        if (Variables.TryGetValue(variable, out var known) && !SymbolEqualityComparer.Default.Equals(known, type))
            type = null;
        Variables[variable] = type;
    }
}

/// <summary>Types at the borders of a state; null = not known, so nothing is claimed about them.</summary>
internal sealed record StateTypes
{
    /// <summary>What the state takes as its input, when it says so.</summary>
    public ITypeSymbol? Input { get; init; }

    /// <summary>The place of the parameter that says so.</summary>
    public DeclarationRef? InputPlace { get; init; }

    /// <summary>What the next state gets.</summary>
    public ITypeSymbol? Output { get; init; }

    /// <summary>What the state gets back before `Output` makes something else of it.</summary>
    public ITypeSymbol? Result { get; init; }

    /// <summary>True when `Output` says what the next state gets.</summary>
    public bool HasOutput { get; init; }

    /// <summary>What the state hands on over one of its ways, where that is another than <see cref="Output"/>: rules of a Choice.</summary>
    public ImmutableDictionary<string, ITypeSymbol?> Ways { get; init; } = ImmutableDictionary<string, ITypeSymbol?>.Empty;

    /// <summary>The output is the input.</summary>
    public bool PassesThrough { get; init; }

    /// <summary>What the first state of each branch, or of the processor, gets.</summary>
    public ITypeSymbol? ChildInput { get; init; }

    /// <summary>Branches get the state's own input.</summary>
    public bool PassesInputToChildren { get; init; }

    /// <summary>What one way hands on of its own; null when it is the state's output.</summary>
    public ITypeSymbol? OutputOf(string part) => Ways.TryGetValue(part, out var type) ? type : null;
}
