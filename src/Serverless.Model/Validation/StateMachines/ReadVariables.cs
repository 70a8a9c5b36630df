using Serverless.Model.Expressions.JsonPath;

namespace Serverless.Model.Validation.StateMachines;

/// <summary>The variables that a value of a state reads, in either query language.</summary>
internal static class ReadVariables
{
    public static IEnumerable<string> Of(AslData? data) => data switch
    {
        AslExpression expression => JsonataVariables.Of(expression.Jsonata),
        AslPath path => PathParser.Parse(path.Path, out _) is { } parsed ? PathRules.VariablesOf(parsed).Select(static v => v.Name) : [],
        AslObject obj => obj.Members.SelectMany(static m => Of(m.Value)),
        AslList list => list.Items.SelectMany(static i => Of(i)),
        _ => [],
    };
}
