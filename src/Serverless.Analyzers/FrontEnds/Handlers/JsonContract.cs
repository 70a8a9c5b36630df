using System.Text;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds.Handlers;

/// <summary>
/// How the project's serialiser names things and what it knows: the context's naming policy, or that of
/// `JsonSerializerDefaults.Web` when there is no context.
/// </summary>
internal sealed class JsonContract
{
    private enum Naming
    {
        AsWritten,
        CamelCase,
        SnakeCaseLower,
        SnakeCaseUpper,
        KebabCaseLower,
        KebabCaseUpper,
    }

    private readonly Naming _naming = Naming.CamelCase;
    private readonly HashSet<ITypeSymbol>? _known;

    public JsonContract(Reading reading)
    {
        if (reading.Project.JsonContext is not { } name || Find(reading, name) is not { } context)
            return;
        ContextName = "global::" + name.Replace("global::", "");
        _naming = Naming.AsWritten;
        _known = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        IgnoreCase = false;
        foreach (var attribute in context.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute"))
                ReadOptions(attribute, ref _naming);
            else if (TypeNames.Is(attribute.AttributeClass, "System.Text.Json.Serialization.JsonSerializableAttribute") && attribute.ConstructorArguments is [{ Value: ITypeSymbol root }, ..])
                Know(root);
        }
    }

    /// <summary>Expression of the context's type; null when the project has none.</summary>
    public string? ContextName { get; }

    /// <summary>Members are found whatever their case.</summary>
    public bool IgnoreCase { get; private set; } = true;

    /// <summary>True when the context can serialise the type, or when there is no context that would have to.</summary>
    public bool Knows(ITypeSymbol type) => _known is null || _known.Contains(Plain(type));

    /// <summary>Name of a member in JSON.</summary>
    public string NameOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
        {
            if (TypeNames.Is(attribute.AttributeClass, "System.Text.Json.Serialization.JsonPropertyNameAttribute") && attribute.ConstructorArguments is [{ Value: string name }])
                return name;
        }

        return NameOf(member.Name);
    }

    /// <summary>Name of a parameter in JSON.</summary>
    public string NameOf(string name) => _naming switch
    {
        Naming.CamelCase => CamelCase(name),
        Naming.SnakeCaseLower => Separated(name, '_', upper: false),
        Naming.SnakeCaseUpper => Separated(name, '_', upper: true),
        Naming.KebabCaseLower => Separated(name, '-', upper: false),
        Naming.KebabCaseUpper => Separated(name, '-', upper: true),
        _ => name,
    };

    /// <summary>A nested class has `+` in its metadata name and `.` in its C# name.</summary>
    private static INamedTypeSymbol? Find(Reading reading, string name)
    {
        var metadata = name.Replace("global::", "");
        while (true)
        {
            if (reading.Types[metadata] is { } found)
                return found;
            var dot = metadata.LastIndexOf('.');
            if (dot < 0)
                return null;
            metadata = metadata.Substring(0, dot) + "+" + metadata.Substring(dot + 1);
        }
    }

    private void ReadOptions(AttributeData options, ref Naming naming)
    {
        // JsonSerializerDefaults.Web is 1; options that are written win over it whatever their order.
        if (options.ConstructorArguments is [{ Value: 1 }])
        {
            naming = Naming.CamelCase;
            IgnoreCase = true;
        }

        foreach (var argument in options.NamedArguments)
        {
            if (argument.Key == "PropertyNamingPolicy" && argument.Value.Value is int policy)
                naming = (Naming)policy;
            else if (argument.Key == "PropertyNameCaseInsensitive" && argument.Value.Value is bool ignore)
                IgnoreCase = ignore;
        }
    }

    /// <summary>The context's generator follows members, elements and arguments of what is listed; so does this.</summary>
    private void Know(ITypeSymbol type)
    {
        type = Plain(type);
        if (!_known!.Add(type))
            return;
        if (type is IArrayTypeSymbol array)
            Know(array.ElementType);
        if (type is not INamedTypeSymbol named)
            return;
        foreach (var argument in named.TypeArguments)
            Know(argument);
        if (IsFramework(named))
            return;
        for (INamedTypeSymbol? current = named; current is not null && !IsFramework(current); current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } property)
                    Know(property.Type);
            }
        }
    }

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.SpecialType != SpecialType.None || type.ContainingNamespace is { } space && (space.ToDisplayString() is var name && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal)));

    private static ITypeSymbol Plain(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None);

    private static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
            return name;
        var characters = name.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 1 && !char.IsUpper(characters[i]))
                break;
            if (i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]))
            {
                if (characters[i + 1] == ' ')
                    characters[i] = char.ToLowerInvariant(characters[i]);
                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    /// <summary>A word starts at an upper-case letter that follows a lower-case one or a digit, or that a lower-case one follows.</summary>
    private static string Separated(string name, char separator, bool upper)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsLetterOrDigit(c))
            {
                if (text.Length > 0 && text[text.Length - 1] != separator)
                    text.Append(separator);
                continue;
            }

            var startsWord = i > 0 && char.IsUpper(c)
                && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]) || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && text.Length > 0 && text[text.Length - 1] != separator)
                text.Append(separator);
            text.Append(upper ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
