using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// What readers share while one application is read: the compilation's types, the project's facts, the faults found on the way
/// and the ids that values refer to. Lives as long as one read; nothing of it reaches the model.
/// </summary>
internal sealed class Reading(Compilation compilation, ProjectFacts project, CancellationToken cancellationToken)
{
    private readonly List<Fault> _faults = [];
    private readonly HashSet<Fault> _known = [];
    private readonly List<(string Id, DeclarationRef At)> _references = [];
    private readonly Dictionary<ISymbol, DeclaredAttributes> _attributes = new(SymbolEqualityComparer.Default);

    public Compilation Compilation { get; } = compilation;

    public KnownTypes Types { get; } = new(compilation);

    public ProjectFacts Project { get; } = project;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Attributes of ours on the assembly.</summary>
    public DeclaredAttributes Assembly => AttributesOf(Compilation.Assembly);

    /// <summary>The objects that handlers need, found so far.</summary>
    public ServiceGraphReader Services => field ??= new ServiceGraphReader(this);

    /// <summary>How the project's serialiser names things.</summary>
    public JsonContract Json => field ??= new JsonContract(this);

    /// <summary>The types that travel as JSON, found so far.</summary>
    public JsonTypeReader JsonTypes => field ??= new JsonTypeReader(this);

    /// <summary>Types that generated code may read and write itself, found so far.</summary>
    public PlainTypes PlainTypes => field ??= new PlainTypes(this);

    public EquatableArray<Fault> Faults => _faults.ToEquatableArray();

    /// <summary>Every id that a value referred to, with the place: resolved when all declarations are known.</summary>
    public IReadOnlyList<(string Id, DeclarationRef At)> References => _references;

    /// <summary>Reports once: a setting of the assembly is read for every function below it.</summary>
    public void Report(Fault fault)
    {
        if (_known.Add(fault))
            _faults.Add(fault);
    }

    public void Report(string ruleId, DeclarationRef at, params string[] arguments) => Report(Fault.Of(ruleId, at, arguments));

    public DeclaredAttributes AttributesOf(ISymbol symbol)
    {
        if (!_attributes.TryGetValue(symbol, out var found))
            _attributes.Add(symbol, found = DeclaredAttributes.Of(symbol));
        return found;
    }

    /// <summary>
    /// Parses the value grammar: reports SVLS2005 and remembers what the value refers to. Null when malformed.
    /// </summary>
    /// <param name="text">As written.</param>
    /// <param name="at">Where.</param>
    /// <param name="allowSuffix">True for `On`, where `@Table/index/*` means ARN and suffix.</param>
    public AwsValue? Value(string text, DeclarationRef at, bool allowSuffix = false)
    {
        if (!AwsValue.TryParse(text, out var value, out var problem))
        {
            Report(RuleIds.MalformedValue, at, text, problem ?? "it cannot be read");
            return null;
        }

        if (value.Suffix is not null && !allowSuffix)
        {
            Report(RuleIds.MalformedValue, at, text, "a suffix after '/' is possible in 'On' only");
            return null;
        }

        Refer(value, at);
        return value;
    }

    /// <summary>Remembers what a value refers to that was built elsewhere.</summary>
    public void Refer(AwsValue value, DeclarationRef at)
    {
        foreach (var id in value.ReferencedIds())
            _references.Add((id, at));
    }

    /// <summary>The number when it is within the range, else null and SVLS2001.</summary>
    public int? InRange(int? value, int least, int most, string unit, DeclarationRef at)
    {
        if (value is not { } number || (number >= least && number <= most))
            return value;
        var range = most == int.MaxValue ? $"{Number(least)} or more" : $"{Number(least)} to {Number(most)}";
        Report(RuleIds.ValueOutOfRange, at, at.Argument ?? "", Number(number), unit.Length == 0 ? range : range + " " + unit);
        return null;
    }

    /// <summary>The place of a symbol in the model.</summary>
    public static DeclarationRef Of(ISymbol symbol) => new(symbol.GetDocumentationCommentId() ?? symbol.Name);

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
