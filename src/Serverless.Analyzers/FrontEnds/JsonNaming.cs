using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// Names and enum forms that System.Text.Json gives to the user's types: what a C# member is called in the JSON that travels between states.
/// Read from the project's JsonSerializerContext; without one, the web defaults hold, as they do in the handlers.
/// </summary>
internal sealed class JsonNaming
{
    private const string Namespace = "System.Text.Json.Serialization";

    private readonly JsonNamePolicy _policy;
    private readonly bool _stringEnums;
    private readonly bool _fields;

    private JsonNaming(JsonNamePolicy policy, bool stringEnums, bool fields)
    {
        _policy = policy;
        _stringEnums = stringEnums;
        _fields = fields;
    }

    /// <summary>Camel case, numbers for enums.</summary>
    public static JsonNaming Web { get; } = new(JsonNamePolicy.CamelCase, stringEnums: false, fields: false);

    public static JsonNaming Of(Reading reading)
    {
        if (reading.Project.JsonContext is not { Length: > 0 } name)
            return Web;
        if (JsonNamePolicies.FindContext(reading, name) is not { } context || context.Attribute(Namespace, "JsonSourceGenerationOptionsAttribute") is not { } options)
            return new JsonNaming(JsonNamePolicy.AsWritten, stringEnums: false, fields: false);
        var policy = options.Enum("PropertyNamingPolicy") ?? (options.Constructor<int>(0) == 1 ? 1 : 0);
        return new JsonNaming((JsonNamePolicy)policy, options.Boolean("UseStringEnumConverter") ?? false, options.Boolean("IncludeFields") ?? false);
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
        return member.ContainingType.IsAnonymousType ? member.Name : _policy.Apply(member.Name);
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
}
