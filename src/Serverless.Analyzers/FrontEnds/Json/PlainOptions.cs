using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>
/// The serialiser's settings of the project, where every one of them is understood: what they do to what generated code reads and
/// writes. A setting that only lets the serialiser read more needs no entry: generated code leaves such JSON to it.
/// </summary>
internal sealed record PlainOptions
{
    private const string Namespace = "System.Text.Json.Serialization.";

    /// <summary>What the serialiser reads and writes without a setting.</summary>
    private const int DefaultDepth = 64;

    public bool IgnoresCase { get; init; }

    public bool EnumsAsText { get; init; }

    public bool IsClosed { get; init; }

    public PlainOmission Omission { get; init; }

    public int Depth { get; init; } = DefaultDepth;

    /// <summary>Null when a setting is not claimed, or when the context is none that the serialiser's own generator fills in.</summary>
    public static PlainOptions? Of(Reading reading)
    {
        if (reading.Project.JsonContext is not { } name)
            return new PlainOptions { IgnoresCase = true };
        if (JsonNamePolicies.FindContext(reading, name) is not { } context || !IsGenerated(context, reading.Compilation))
            return null;
        PlainOptions? options = new();
        foreach (var attribute in context.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, Namespace + "JsonSourceGenerationOptionsAttribute"))
                options = Read(attribute);
            else if (TypeNames.Is(attribute.AttributeClass, Namespace + "JsonSerializableAttribute") && attribute.NamedArguments.Any(static a => a.Key == "GenerationMode" && a.Value.Value is not 0))
                return null;
        }

        return options;
    }

    /// <summary>Written by hand, a context may do anything.</summary>
    private static bool IsGenerated(INamedTypeSymbol context, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(context.ContainingAssembly, compilation.Assembly)
        && TypeNames.Is(context.BaseType, Namespace + "JsonSerializerContext")
        && context.GetAttributes().Any(static a => TypeNames.Is(a.AttributeClass, Namespace + "JsonSerializableAttribute"))
        && context.GetMembers().All(static m => m.IsImplicitlyDeclared || m is INamedTypeSymbol);

    private static PlainOptions? Read(AttributeData attribute)
    {
        var defaults = attribute.ConstructorArguments is [{ Value: int number }] ? number : 0;
        if (defaults > 1)
            return null;
        PlainOptions? options = new() { IgnoresCase = defaults == 1 };
        foreach (var argument in attribute.NamedArguments)
        {
            options = options.With(argument.Key, argument.Value.Kind == TypedConstantKind.Array ? null : argument.Value.Value, isWeb: defaults == 1);
            if (options is null)
                return null;
        }

        return options;
    }

    private PlainOptions? With(string name, object? value, bool isWeb) => (name, value) switch
    {
        // Whether "none" undoes the camel case of the web defaults is not said anywhere.
        ("PropertyNamingPolicy", 0) => isWeb ? null : this,
        ("PropertyNamingPolicy", >= 1 and <= 5) => this,
        ("PropertyNameCaseInsensitive", bool ignores) => this with { IgnoresCase = ignores },
        ("UseStringEnumConverter", bool asText) => this with { EnumsAsText = asText },
        ("UnmappedMemberHandling", int handling) => this with { IsClosed = handling == 1 },
        ("MaxDepth", 0) => this,
        ("MaxDepth", int depth) when depth > 0 => this with { Depth = Math.Min(depth, DefaultDepth) },
        ("DefaultIgnoreCondition", 0) => this with { Omission = PlainOmission.Never },
        ("DefaultIgnoreCondition", 2) => this with { Omission = PlainOmission.WhenDefault },
        ("DefaultIgnoreCondition", 3) => this with { Omission = PlainOmission.WhenNull },
        // Strict, AllowReadingFromString, AllowNamedFloatingPointLiterals: reading more, and NaN, which generated code does not write.
        ("NumberHandling", 0 or 1 or 4 or 5) => this,
        ("AllowTrailingCommas" or "ReadCommentHandling" or "DefaultBufferSize" or "UnknownTypeHandling", _) => this,
        ("IndentCharacter" or "IndentSize" or "NewLine", _) => this,
        ("WriteIndented" or "IncludeFields" or "IgnoreReadOnlyProperties" or "RespectNullableAnnotations" or "RespectRequiredConstructorParameters", false) => this,
        ("IgnoreReadOnlyFields", _) => this,
        ("AllowDuplicateProperties", true) => this,
        ("GenerationMode" or "DictionaryKeyPolicy" or "PreferredObjectCreationHandling" or "ReferenceHandler", 0) => this,
        _ => null,
    };
}
