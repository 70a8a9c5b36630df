using System.Globalization;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>Compiles `[Range]`: numbers are compared as what they are, everything else by its own order.</summary>
internal static class RangeChecks
{
    public static ValueCheck? Compile(AttributeData attribute, ITypeSymbol type, ref string problem)
    {
        var exclusiveMinimum = Flag(attribute, "MinimumIsExclusive");
        var exclusiveMaximum = Flag(attribute, "MaximumIsExclusive");
        switch (attribute.ConstructorArguments)
        {
            case [{ Value: int least }, { Value: int most }]:
                return Numeric(type, least, most, exclusiveMinimum, exclusiveMaximum, ref problem);
            case [{ Value: double least }, { Value: double most }]:
                return Numeric(type, least, most, exclusiveMinimum, exclusiveMaximum, ref problem);
            case [{ Value: ITypeSymbol operand }, { Value: string least }, { Value: string most }]:
                return Ordered(operand, type, least, most, exclusiveMinimum, exclusiveMaximum, ref problem);
            default:
                problem = "its bounds cannot be read";
                return null;
        }
    }

    private static ValueCheck? Numeric(ITypeSymbol type, IFormattable least, IFormattable most, bool exclusiveMinimum, bool exclusiveMaximum, ref string problem)
    {
        var isDouble = least is double;
        string suffix;
        var value = "$value";
        switch (type.SpecialType)
        {
            case SpecialType.System_Single or SpecialType.System_Double:
                suffix = "d";
                break;
            case SpecialType.System_Decimal or SpecialType.System_UInt64 or SpecialType.System_Int64 when !isDouble:
                suffix = "m";
                value = "(decimal)$value";
                break;
            case SpecialType.System_Decimal or SpecialType.System_UInt64 or SpecialType.System_Int64
                or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32:
                suffix = isDouble ? "d" : "";
                value = isDouble ? "(double)$value" : "(long)$value";
                break;
            default:
                problem = "only numbers fit between these bounds";
                return null;
        }

        var from = least.ToString(isDouble ? "R" : null, CultureInfo.InvariantCulture);
        var to = most.ToString(isDouble ? "R" : null, CultureInfo.InvariantCulture);
        return new ValueCheck(
            $"{value} {(exclusiveMinimum ? ">" : ">=")} {Literal(from, suffix)} && {value} {(exclusiveMaximum ? "<" : "<=")} {Literal(to, suffix)}",
            Message(from, to, exclusiveMinimum, exclusiveMaximum)) { Schema = Constraints(from, to, exclusiveMinimum, exclusiveMaximum) };
    }

    /// <summary>Infinity is no limit, and no number of JSON.</summary>
    private static SchemaConstraints Constraints(string least, string most, bool exclusiveMinimum, bool exclusiveMaximum)
    {
        var minimum = JsonConstants.Number(least);
        var maximum = JsonConstants.Number(most);
        return new SchemaConstraints
        {
            Minimum = minimum,
            Maximum = maximum,
            ExclusiveMinimum = exclusiveMinimum && minimum is not null,
            ExclusiveMaximum = exclusiveMaximum && maximum is not null,
        };
    }

    private static ValueCheck? Ordered(ITypeSymbol operand, ITypeSymbol type, string least, string most, bool exclusiveMinimum, bool exclusiveMaximum, ref string problem)
    {
        if (!SymbolEqualityComparer.Default.Equals(operand, type) || !(TypeNames.ImplementsForItself(type, "System.IComparable") && TypeNames.ImplementsForItself(type, "System.IParsable")))
        {
            problem = $"its bounds are of type '{operand.Name}'";
            return null;
        }

        var name = CSharpNames.Bare(type);
        string Parse(string text) => $"{name}.Parse({CSharpNames.Literal(text)}, global::System.Globalization.CultureInfo.InvariantCulture)";
        return new ValueCheck(
            $"$value.CompareTo($field.Least) {(exclusiveMinimum ? ">" : ">=")} 0 && $value.CompareTo($field.Most) {(exclusiveMaximum ? "<" : "<=")} 0",
            Message(least, most, exclusiveMinimum, exclusiveMaximum),
            $"({name} Least, {name} Most)",
            $"({Parse(least)}, {Parse(most)})")
        {
            Schema = operand.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double ? Constraints(least, most, exclusiveMinimum, exclusiveMaximum) : SchemaConstraints.None,
        };
    }

    private static string Literal(string number, string suffix) => number switch
    {
        "Infinity" => "double.PositiveInfinity",
        "-Infinity" => "double.NegativeInfinity",
        _ => number + suffix,
    };

    private static string Message(string least, string most, bool exclusiveMinimum, bool exclusiveMaximum) =>
        exclusiveMinimum || exclusiveMaximum
            ? $"must be {(exclusiveMinimum ? "greater than" : "at least")} {least} and {(exclusiveMaximum ? "less than" : "at most")} {most}"
            : $"must be between {least} and {most}";

    private static bool Flag(AttributeData attribute, string name) => attribute.NamedArguments.Any(a => a.Key == name && a.Value.Value is true);
}
