using System.Globalization;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>One attribute with its owner while it is read: arguments, their places, and the checks that many settings share.</summary>
internal sealed class ApiScope(DeclaredAttributes owner, string name, AttributeArguments attribute, Reading reading)
{
    public DeclaredAttributes Owner { get; } = owner;

    /// <summary>Name of the attribute without its suffix.</summary>
    public string Name { get; } = name;

    public AttributeArguments Attribute { get; } = attribute;

    public Reading Reading { get; } = reading;

    public bool IsOnAssembly => Owner.Declaration.Symbol == DeclarationRef.Assembly;

    public DeclarationRef Declaration => Owner.At(Attribute);

    public DeclarationRef At(string argument) => Owner.At(Attribute, argument);

    /// <summary>Null when the symbol does not carry the attribute.</summary>
    public static ApiScope? Find(DeclaredAttributes owner, string name, Reading reading) =>
        owner.Find(name) is { } attribute ? new ApiScope(owner, name, attribute, reading) : null;

    public static IEnumerable<ApiScope> All(DeclaredAttributes owner, string name, Reading reading)
    {
        foreach (var attribute in owner.All(name))
            yield return new ApiScope(owner, name, attribute, reading);
    }

    public EquatableArray<string> Strings(string argument) => Attribute.StringArray(argument)?.ToEquatableArray() ?? default;

    public AwsValue? Value(string argument) => Attribute.String(argument) is { } text ? Reading.Value(text, At(argument)) : null;

    public EquatableArray<AwsValue> Values(string argument)
    {
        if (Attribute.StringArray(argument) is not { Count: > 0 } texts)
            return default;
        var values = new List<AwsValue>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (Reading.Value(texts[i], At(Element(argument, i))) is { } value)
                values.Add(value);
        }

        return values.ToEquatableArray();
    }

    public int? InRange(string argument, int least, int most, string unit) => Reading.InRange(Attribute.Int32(argument), least, most, unit, At(argument));

    /// <summary>The number when it is above 0, else null and SVLS2001.</summary>
    public double? Positive(string argument)
    {
        if (Attribute.Double(argument) is not { } value)
            return null;
        if (value > 0 && !double.IsInfinity(value))
            return value;
        Reading.Report(RuleIds.ValueOutOfRange, At(argument), argument, value.ToString(CultureInfo.InvariantCulture), "more than 0 requests per second");
        return null;
    }

    /// <summary>SVLS2005 at an argument.</summary>
    public void ReportMalformed(string argument, string text, string problem) => Reading.Report(RuleIds.MalformedValue, At(argument), text, problem);

    /// <summary>SVLS2002 at an argument.</summary>
    public void ReportExcluded(string argument, string other, string why) => Reading.Report(RuleIds.SettingsExclude, At(argument), argument, other, why);

    /// <summary>An element of an array, as places name it.</summary>
    public static string Element(string argument, int index) => argument + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";
}
