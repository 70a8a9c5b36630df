using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <summary>A rule of a Choice while it is put together: comparisons joined by And, Or and Not.</summary>
internal abstract record PathCondition
{
    /// <summary>A condition that always holds: there is always an input.</summary>
    public static PathCondition True { get; } = new Comparison("$", "IsPresent", new AslBoolean(true));

    public static PathCondition Present(string variable) => new Comparison(variable, "IsPresent", new AslBoolean(true));

    /// <summary>A test of kind: `IsNull`, `IsString` … Always with true: engines differ in what false means.</summary>
    public static PathCondition Is(string variable, string test) => new Comparison(variable, test, new AslBoolean(true));

    /// <summary>There, and not null.</summary>
    public static PathCondition NotNull(string variable) => And(Present(variable), Not(Is(variable, "IsNull")));

    public static PathCondition And(params PathCondition[] conditions) => Join(isAnd: true, conditions);

    public static PathCondition Or(params PathCondition[] conditions) => Join(isAnd: false, conditions);

    public static PathCondition Not(PathCondition condition) => condition is Negation negation ? negation.Operand : new Negation(condition);

    public abstract AslObject ToData();

    private static PathCondition Join(bool isAnd, PathCondition[] conditions)
    {
        var parts = conditions.SelectMany(c => c is Junction junction && junction.IsAnd == isAnd ? (IEnumerable<PathCondition>)junction.Parts : [c]).Distinct().ToArray();
        return parts.Length == 1 ? parts[0] : new Junction(isAnd, parts.ToEquatableArray());
    }

    private static AslObject Object(params AslMember[] members) => new(members.ToEquatableArray());

    /// <summary>`Variable` and one operator.</summary>
    public sealed record Comparison(string Variable, string Operator, AslData Operand) : PathCondition
    {
        public override AslObject ToData() => Object(new AslMember("Variable", new AslPath(Variable)), new AslMember(Operator, Operand));
    }

    private sealed record Negation(PathCondition Operand) : PathCondition
    {
        public override AslObject ToData() => Object(new AslMember("Not", Operand.ToData()));
    }

    private sealed record Junction(bool IsAnd, EquatableArray<PathCondition> Parts) : PathCondition
    {
        public override AslObject ToData() => Object(new AslMember(IsAnd ? "And" : "Or", new AslList(Parts.Select(static p => (AslData)p.ToData()).ToEquatableArray())));
    }
}
