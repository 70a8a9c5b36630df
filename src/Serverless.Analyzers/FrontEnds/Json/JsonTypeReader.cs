using Microsoft.CodeAnalysis;
using Serverless.Analyzers.FrontEnds.Handlers;
using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Json;

/// <summary>
/// Describes types as the project's serialiser sees them, each once, with everything inside it. Handlers ask for the types of their bodies and
/// results; a project without handlers describes none.
/// </summary>
internal sealed class JsonTypeReader(Reading reading)
{
    /// <summary>A generic type that holds itself with ever more arguments would have no end.</summary>
    private const int LongestName = 1_000;

    private readonly Dictionary<string, JsonTypeDraft> _drafts = new(StringComparer.Ordinal);

    /// <summary>Anything: where no type can be named.</summary>
    public JsonTypeRef Anything => Read(reading.Compilation.ObjectType) with { IsNullable = true };

    private JsonContract Contract => reading.Json;

    /// <summary>All that was described, ordered by type, with names for OpenAPI.</summary>
    public EquatableArray<JsonType> Types()
    {
        if (_drafts.Count == 0)
            return default;
        JsonTypeNames.Assign(_drafts.Values);
        return _drafts.Values.Select(static d => d.Type).OrderBy(static t => t.Type, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>A use of the type; describes it when it is new.</summary>
    public JsonTypeRef Read(ITypeSymbol type)
    {
        var bare = CSharpNames.Underlying(type);
        var key = CSharpNames.NotNull(bare);
        if (key.Length > LongestName)
            return Anything;
        if (!_drafts.ContainsKey(key))
        {
            // Known before its members are read: a type may hold itself.
            var draft = new JsonTypeDraft(bare, new JsonType { Type = key, Kind = JsonTypeKind.Any });
            _drafts.Add(key, draft);
            Describe(draft, key);
        }

        return new JsonTypeRef(key, TextParameters.IsNullable(type));
    }

    /// <summary>What a type that was read is in JSON.</summary>
    public JsonTypeKind KindOf(JsonTypeRef use, out bool enumAsText)
    {
        var type = _drafts[use.Type].Type;
        enumAsText = type.EnumAsText;
        return type.Kind;
    }

    private void Describe(JsonTypeDraft draft, string key)
    {
        reading.CancellationToken.ThrowIfCancellationRequested();
        var type = draft.Symbol;
        draft.Type = draft.Type with { IsValueType = type.IsValueType, IsAbstract = type.IsAbstract };
        if (type.TypeKind is TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Error or TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer || Contract.Converts(type))
            return;
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration)
        {
            draft.Type = Documented(JsonEnums.Describe(enumeration, key, Contract), type);
            return;
        }

        if (type.Converter() is not null)
            return;
        if (JsonScalars.Find(type) is { } scalar)
        {
            var isText = scalar.Kind is JsonTypeKind.Integer or JsonTypeKind.Number && Contract.Numbers.HasFlag(JsonNumbers.WriteAsText);
            draft.Type = draft.Type with { Kind = isText ? JsonTypeKind.String : scalar.Kind, Format = isText ? "" : scalar.Format, Pattern = scalar.Pattern };
            return;
        }

        if (JsonCollections.Find(type) is { } collection)
        {
            draft.Type = draft.Type with { Kind = collection.Kind, Item = collection.Kind == JsonTypeKind.Any ? null : collection.Item is { } item ? Read(item) : Anything };
            return;
        }

        if (type is INamedTypeSymbol named && (!JsonCollections.IsFramework(named) || TypeNames.FullName(named) == "System.Collections.Generic.KeyValuePair"))
            DescribeObject(draft, named);
    }

    private void DescribeObject(JsonTypeDraft draft, INamedTypeSymbol type)
    {
        draft.Constructor = JsonConstructors.Of(type);
        var members = JsonMembers.Of(type, draft.Constructor, Contract);
        var hasExtensionData = members.RemoveAll(static m => m.Symbol.HasJson("JsonExtensionDataAttribute")) > 0;
        draft.Members = members;
        var reader = new JsonMemberReader(this, reading);
        draft.Type = Documented(
            draft.Type with
            {
                Kind = JsonTypeKind.Object,
                Members = members.ConvertAll(reader.Read).ToEquatableArray(),
                HasExtensionData = hasExtensionData,
                IsClosed = !hasExtensionData && (type.Json("JsonUnmappedMemberHandlingAttribute")?.Constructor<int>(0) is { } handling ? handling == 1 : Contract.RefusesUnknownMembers),
                DerivedTypes = DerivedTypes(type),
                Discriminator = Discriminator(type),
            },
            type);
    }

    private EquatableArray<JsonDerivedType> DerivedTypes(INamedTypeSymbol type)
    {
        List<JsonDerivedType>? derived = null;
        foreach (var attribute in type.AllJson("JsonDerivedTypeAttribute"))
        {
            if (attribute.Constructor<INamedTypeSymbol>(0) is not { } other)
                continue;
            var value = attribute.Constructor<string>(1) is { } text ? JsonConstants.Quoted(text)
                : attribute.Data.ConstructorArguments is [_, { Value: int number }] ? JsonConstants.Number(number.ToString(System.Globalization.CultureInfo.InvariantCulture))!
                : "";
            (derived ??= []).Add(new JsonDerivedType(Read(other).Type, value));
        }

        return derived is null ? default : derived.ToEquatableArray();
    }

    private static string Discriminator(INamedTypeSymbol type)
    {
        if (!type.AllJson("JsonDerivedTypeAttribute").Any(static a => a.Data.ConstructorArguments.Length == 2))
            return "";
        return type.Json("JsonPolymorphicAttribute")?.String("TypeDiscriminatorPropertyName") is { Length: > 0 } name ? name : "$type";
    }

    /// <summary>Comments of other projects are not here in a build, so they count nowhere.</summary>
    private JsonType Documented(JsonType described, ITypeSymbol type)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, reading.Compilation.Assembly))
            return described;
        return described with
        {
            Description = Documentation.Element(type, "summary", "", reading.CancellationToken),
            Example = Documentation.Example(type, reading.CancellationToken) is { } example ? JsonExamples.Text(example, described.Kind, described.EnumAsText) : null,
        };
    }
}
