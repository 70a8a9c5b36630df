using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Serverless.Analyzers.FrontEnds.StateMachines.Jsonata;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.StateMachines.JsonPath;

/// <content>`is`: patterns over constants, ranges and members.</content>
internal sealed partial class PathTranslator
{
    private PathCondition TranslatePattern(IPatternOperation pattern, string variable, ITypeSymbol? type, bool mayBeNull)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return PathCondition.True;
            case IConstantPatternOperation { Value: var constant } when PathTypes.IsNullConstant(constant):
                return PathCondition.Not(PathCondition.NotNull(variable));
            case IConstantPatternOperation { Value: var constant }:
                return PatternComparison(constant, variable, "Equals", mayBeNull);
            case IRelationalPatternOperation relational:
                return PatternComparison(relational.Value, variable, Suffix(relational.OperatorKind), mayBeNull);
            case INegatedPatternOperation negated:
                return PathCondition.Not(TranslatePattern(negated.Pattern, variable, type, mayBeNull));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                return PathCondition.And(TranslatePattern(and.LeftPattern, variable, type, mayBeNull), TranslatePattern(and.RightPattern, variable, type, mayBeNull));
            case IBinaryPatternOperation or:
                return PathCondition.Or(TranslatePattern(or.LeftPattern, variable, type, mayBeNull), TranslatePattern(or.RightPattern, variable, type, mayBeNull));
            case IRecursivePatternOperation { DeclaredSymbol: null, DeconstructionSubpatterns.IsEmpty: true } recursive:
                return Members(recursive, variable, type);
            default:
                return RefuseComparison(pattern, "patterns of constants, ranges, null and members have a form in JSONPath, others have not");
        }
    }

    private PathCondition PatternComparison(IOperation constant, string variable, string suffix, bool mayBeNull)
    {
        if (KindOf(constant) is not { } kind || (suffix != "Equals" && kind != "Numeric"))
            return RefuseComparison(constant, "a Choice compares texts, numbers and booleans, and orders numbers");
        if (ConstantOf(constant, constant) is not { } value)
            return PathCondition.True;
        var test = new PathCondition.Comparison(variable, kind + suffix, value);
        return !mayBeNull ? test : PathCondition.And(suffix == "Equals" ? PathCondition.Present(variable) : Typed(variable, kind), test);
    }

    private PathCondition Members(IRecursivePatternOperation recursive, string variable, ITypeSymbol? type)
    {
        var parts = new List<PathCondition>();
        if (recursive.PropertySubpatterns.IsEmpty || (type is { IsValueType: false } && PathTypes.IsNullable(type)) || PathTypes.UnderlyingOf(type) is { } underlying && !SymbolEqualityComparer.Default.Equals(underlying, type))
            parts.Add(PathCondition.NotNull(variable));
        foreach (var subpattern in recursive.PropertySubpatterns)
        {
            if (subpattern.Member is not IPropertyReferenceOperation { Property: var property } || (FixedNames.PathOf(property) ?? names.NameOf(property)) is not { } name
                || PathTypes.IsString(property.ContainingType) || PathTypes.ElementOf(property.ContainingType) is not null)
                return RefuseComparison(recursive, "patterns look at members of the data only");
            var member = name.Split('.').Aggregate(PathText.Path(variable), static (text, step) => text.Member(step)).Text;
            parts.Add(TranslatePattern(subpattern.Pattern, member, property.Type, PathTypes.IsNullable(property.Type)));
        }

        return PathCondition.And([.. parts]);
    }
}
