using System.Text;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// Names and enum forms that System.Text.Json gives to the user's types: what a C# member is called in the JSON that travels between states.
/// Read from the project's JsonSerializerContext; without one, the web defaults hold, as they do in the handlers.
/// </summary>
internal sealed class JsonNaming
{
    private const string Namespace = "System.Text.Json.Serialization";

    private readonly int _policy;
    private readonly bool _stringEnums;
    private readonly bool _fields;

    private JsonNaming(int policy, bool stringEnums, bool fields)
    {
        _policy = policy;
        _stringEnums = stringEnums;
        _fields = fields;
    }

    /// <summary>Camel case, numbers for enums.</summary>
    public static JsonNaming Web { get; } = new(1, stringEnums: false, fields: false);

    public static JsonNaming Of(Reading reading)
    {
        if (reading.Project.JsonContext is not { Length: > 0 } name)
            return Web;
        if (name.StartsWith("global::", StringComparison.Ordinal))
            name = name.Substring("global::".Length);
        if (reading.Types[name] is not { } context || context.Attribute(Namespace, "JsonSourceGenerationOptionsAttribute") is not { } options)
            return new JsonNaming(0, stringEnums: false, fields: false);
        var policy = options.Enum("PropertyNamingPolicy") ?? (options.Constructor<int>(0) == 1 ? 1 : 0);
        return new JsonNaming(policy, options.Boolean("UseStringEnumConverter") ?? false, options.Boolean("IncludeFields") ?? false);
    }

    /// <summary>The JSON name of a property or field; null when it never is in the JSON.</summary>
    public string? NameOf(ISymbol member)
    {
        if (member.IsStatic || (member is IFieldSymbol && !_fields && member.Attribute(Namespace, "JsonIncludeAttribute") is null))
            return null;
        if (member.Attribute(Namespace, "JsonIgnoreAttribute") is { } ignore && ignore.Enum("Condition") is null or 1)
            return null;
        if (member.Attribute(Namespace, "JsonPropertyNameAttribute")?.Constructor<string>(0) is { } name)
            return name;
        return member.ContainingType.IsAnonymousType ? member.Name : Convert(member.Name);
    }

    /// <summary>True when an enum travels by name. Its names then are the members' own, unless a member says otherwise.</summary>
    public bool IsTextual(INamedTypeSymbol enumType) =>
        enumType.Attribute(Namespace, "JsonConverterAttribute") is { } converter
            ? converter.Data.ConstructorArguments.Length == 1
              && converter.Data.ConstructorArguments[0].Value is INamedTypeSymbol { Name: "JsonStringEnumConverter" }
            : _stringEnums;

    /// <summary>The text of an enum's member in the JSON.</summary>
    public static string TextOf(IFieldSymbol enumMember) =>
        enumMember.Attribute(Namespace, "JsonStringEnumMemberNameAttribute")?.Constructor<string>(0) ?? enumMember.Name;

    private string Convert(string name) => _policy switch
    {
        1 => CamelCase(name),
        2 => Separated(name, '_', upper: false),
        3 => Separated(name, '_', upper: true),
        4 => Separated(name, '-', upper: false),
        5 => Separated(name, '-', upper: true),
        _ => name,
    };

    /// <summary>Lower-cases the leading run of capitals but for the one that starts the next word: `IPAddress` is `ipAddress`.</summary>
    private static string CamelCase(string name)
    {
        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length && char.IsUpper(characters[i]); i++)
        {
            if (i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]))
                break;
            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    private static string Separated(string name, char separator, bool upper)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                text.Append(separator);
            }

            text.Append(c == '_' ? separator : upper ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
