using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Json;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// Compiles the attributes of `System.ComponentModel.DataAnnotations` on a parameter or member into conditions. Nothing is
/// reflected at run time but what a user's own attribute does.
/// </summary>
internal static class ValidationReader
{
    private const string Namespace = "System.ComponentModel.DataAnnotations.";
    private const string Runtime = "global::Serverless.Runtime.ValueChecks.";

    /// <summary>`[Required]` is there: null is not valid whatever the type says.</summary>
    public static bool IsRequired(ISymbol symbol) => symbol.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, Namespace + "RequiredAttribute"));

    /// <param name="symbol">What carries the attributes.</param>
    /// <param name="type">Its type.</param>
    /// <param name="reading">Receives SVLS2108.</param>
    /// <param name="at">Where that is reported.</param>
    public static EquatableArray<ValueCheck> Read(ISymbol symbol, ITypeSymbol type, Reading reading, DeclarationRef at)
    {
        List<ValueCheck>? checks = null;
        foreach (var attribute in symbol.GetAttributes())
        {
            var problem = "";
            var check = Compile(attribute, symbol, type, ref problem);
            if (problem.Length > 0)
                reading.Report(RuleIds.ValidationMismatch, at, attribute.AttributeClass!.Name.Replace("Attribute", ""), symbol.Name, problem);
            else if (check is not null)
                (checks ??= []).Add(Message(attribute) is { } message && !check.YieldsMessage ? check with { Message = message } : check);
        }

        return checks is null ? default : checks.ToEquatableArray();
    }

    /// <summary>What the attributes say in the words of a schema. What does not fit the type is reported where the value is checked, and says nothing here.</summary>
    public static SchemaConstraints Constraints(ISymbol symbol, ITypeSymbol type)
    {
        var constraints = SchemaConstraints.None;
        foreach (var attribute in symbol.GetAttributes())
        {
            var problem = "";
            if (Compile(attribute, symbol, type, ref problem) is { } check && problem.Length == 0)
                constraints = constraints.And(check.Schema);
        }

        return constraints;
    }

    /// <summary>What all checks of a value say together.</summary>
    public static SchemaConstraints Constraints(EquatableArray<ValueCheck> checks)
    {
        var constraints = SchemaConstraints.None;
        foreach (var check in checks)
            constraints = constraints.And(check.Schema);
        return constraints;
    }

    private static ValueCheck? Compile(AttributeData attribute, ISymbol symbol, ITypeSymbol type, ref string problem) =>
        attribute.AttributeClass is { } kind && TypeNames.DerivesFrom(kind, Namespace + "ValidationAttribute")
            ? Compile(attribute, kind, symbol, CSharpNames.Underlying(type), ref problem)
            : null;

    private static ValueCheck? Compile(AttributeData attribute, INamedTypeSymbol kind, ISymbol symbol, ITypeSymbol type, ref string problem)
    {
        if (!TypeNames.FullName(kind).StartsWith(Namespace, StringComparison.Ordinal))
            return ByInstance(attribute, symbol, ref problem);
        switch (kind.Name)
        {
            case "RequiredAttribute":
                return type.SpecialType == SpecialType.System_String && Named(attribute, "AllowEmptyStrings") is not true
                    ? new ValueCheck("!string.IsNullOrWhiteSpace($value)", "must not be empty") { Schema = new SchemaConstraints { MinLength = 1 } }
                    : null;
            case "RangeAttribute":
                return RangeChecks.Compile(attribute, type, ref problem);
            case "LengthAttribute":
                return Length(type, Int(attribute, 0), Int(attribute, 1), ref problem);
            case "MinLengthAttribute":
                return Length(type, Int(attribute, 0), null, ref problem);
            case "MaxLengthAttribute":
                return Length(type, null, Int(attribute, 0) is > 0 and var most ? most : null, ref problem);
            case "StringLengthAttribute":
                return IsText(type, ref problem) ? Length(type, Named(attribute, "MinimumLength") as int?, Int(attribute, 0), ref problem) : null;
            case "RegularExpressionAttribute":
                return IsText(type, ref problem) ? Pattern(attribute, ref problem) : null;
            case "EmailAddressAttribute":
                return IsText(type, ref problem) ? new ValueCheck(Runtime + "IsEmailAddress($value)", "must be an e-mail address") { Schema = new SchemaConstraints { Format = "email" } } : null;
            case "UrlAttribute":
                return IsText(type, ref problem) ? new ValueCheck(Runtime + "IsUrl($value)", "must be an http, https or ftp URL") { Schema = new SchemaConstraints { Format = "uri" } } : null;
            case "PhoneAttribute":
                return IsText(type, ref problem) ? new ValueCheck(Runtime + "IsPhone($value)", "must be a phone number") : null;
            case "AllowedValuesAttribute":
                return Values(attribute, type, " || ", "==", "must be one of the allowed values");
            case "DeniedValuesAttribute":
                return Values(attribute, type, " && ", "!=", "must not be one of the denied values");
            case "CompareAttribute":
                if (symbol is IPropertySymbol && Text(attribute, 0) is { } other)
                    return new ValueCheck($"object.Equals($value, $owner.{CSharpNames.Identifier(other)})", $"must be equal to {other}");
                problem = "it compares members of one object";
                return null;
            case "DataTypeAttribute":
                return null;
            default:
                return ByInstance(attribute, symbol, ref problem);
        }
    }

    private static ValueCheck? Length(ITypeSymbol type, int? least, int? most, ref string problem)
    {
        var count = type.SpecialType == SpecialType.System_String || type is IArrayTypeSymbol ? "$value.Length"
            : TypeNames.Implements(type, "System.Collections.Generic.IReadOnlyCollection") || TypeNames.Implements(type, "System.Collections.Generic.ICollection") ? "$value.Count"
            : null;
        if (count is null)
        {
            problem = "only text and collections have a length";
            return null;
        }

        var isText = type.SpecialType == SpecialType.System_String;
        var unit = isText ? "characters" : "items";
        var schema = LengthConstraints(type, isText, least, most);
        ValueCheck? check = (least, most) switch
        {
            (null or 0, { } max) => new ValueCheck($"{count} <= {Number(max)}", $"must have at most {Number(max)} {unit}"),
            ({ } min, { } max) => new ValueCheck($"{count} >= {Number(min)} && {count} <= {Number(max)}", $"must have {Number(min)} to {Number(max)} {unit}"),
            ({ } min, null) => new ValueCheck($"{count} >= {Number(min)}", $"must have at least {Number(min)} {unit}"),
            _ => null,
        };
        return check is null ? null : check with { Schema = schema };
    }

    /// <summary>Bytes travel as base64 and dictionaries are objects: neither has these words. A schema counts code points where .NET counts UTF-16 units, which differ outside the basic plane only.</summary>
    private static SchemaConstraints LengthConstraints(ITypeSymbol type, bool isText, int? least, int? most)
    {
        if (isText)
            return new SchemaConstraints { MinLength = least is > 0 ? least : null, MaxLength = most };
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } || TypeNames.Implements(type, "System.Collections.IDictionary") || TypeNames.Implements(type, "System.Collections.Generic.IReadOnlyDictionary"))
            return SchemaConstraints.None;
        return new SchemaConstraints { MinItems = least is > 0 ? least : null, MaxItems = most };
    }

    private static ValueCheck? Pattern(AttributeData attribute, ref string problem)
    {
        if (Text(attribute, 0) is not { } pattern)
            return null;
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            problem = "the pattern is not a regular expression";
            return null;
        }

        var limit = Named(attribute, "MatchTimeoutInMilliseconds") is int and > 0 and var milliseconds ? milliseconds : 2000;
        return new ValueCheck(
            Runtime + "Matches($field, $value)",
            "has the wrong form",
            "global::System.Text.RegularExpressions.Regex",
            $"new global::System.Text.RegularExpressions.Regex({CSharpNames.Literal(pattern)}, global::System.Text.RegularExpressions.RegexOptions.None, global::System.TimeSpan.FromMilliseconds({Number((int)limit)}))") { Schema = new SchemaConstraints { Pattern = SchemaPattern.Of(pattern) } };
    }

    private static ValueCheck? Values(AttributeData attribute, ITypeSymbol type, string join, string compare, string message)
    {
        if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Array } values] || values.Values.IsDefaultOrEmpty)
            return null;
        var conditions = values.Values
            .Where(static v => v.Value is not null)
            .Select(v => $"object.Equals($value, ({CSharpNames.Bare(type)})({CSharpNames.Constant(v.Value, v.Type ?? type)})) {(compare == "==" ? "" : "== false")}".TrimEnd());
        var allowed = values.Values.Where(static v => v.Value is not null).Select(v => JsonConstants.Text(v.Value, type)).ToList();
        var isSchema = compare == "==" && allowed.TrueForAll(static text => text is not null);
        return new ValueCheck(string.Join(join, conditions), message) { Schema = isSchema ? new SchemaConstraints { AllowedValues = allowed.OfType<string>().ToEquatableArray() } : SchemaConstraints.None };
    }

    /// <summary>An attribute that checks in its own way is kept as an object and asked.</summary>
    private static ValueCheck? ByInstance(AttributeData attribute, ISymbol symbol, ref string problem)
    {
        if (AttributeExpressions.Creation(attribute) is not { } creation)
        {
            problem = "generated code cannot create it";
            return null;
        }

        var type = CSharpNames.Bare(attribute.AttributeClass!);
        return new ValueCheck($"{Runtime}Problem($field, $value, $owner, {CSharpNames.Literal(symbol.Name)})", "", type, creation) { YieldsMessage = true };
    }

    private static bool IsText(ITypeSymbol type, ref string problem)
    {
        if (type.SpecialType == SpecialType.System_String)
            return true;
        problem = "it checks text";
        return false;
    }

    /// <summary>The user's own message; `{0}` is the name, which stands beside it in the answer.</summary>
    private static string? Message(AttributeData attribute) =>
        Named(attribute, "ErrorMessage") is string { Length: > 0 } message ? message.Replace("{0}", "value") : null;

    private static object? Named(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array)
                return argument.Value.Value;
        }

        return null;
    }

    private static int? Int(AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[position].Value is int value ? value : null;

    private static string? Text(AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[position].Value is string value ? value : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
