using System.Text;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.FrontEnds;

/// <summary>
/// What the project's serialiser context does to names: the one place that knows, so that handlers and state machines
/// never call a member by two names.
/// </summary>
internal static class JsonNamePolicies
{
    /// <summary>A nested class has `+` in its metadata name and `.` in its C# name.</summary>
    public static INamedTypeSymbol? FindContext(Reading reading, string name)
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

    /// <summary>The name as the policy writes it.</summary>
    public static string Apply(this JsonNamePolicy policy, string name) => policy switch
    {
        JsonNamePolicy.CamelCase => CamelCase(name),
        JsonNamePolicy.SnakeCaseLower => Separated(name, '_', upper: false),
        JsonNamePolicy.SnakeCaseUpper => Separated(name, '_', upper: true),
        JsonNamePolicy.KebabCaseLower => Separated(name, '-', upper: false),
        JsonNamePolicy.KebabCaseUpper => Separated(name, '-', upper: true),
        _ => name,
    };

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

    /// <summary>A word starts at an upper-case letter that follows a lower-case one or a digit, or that a lower-case one follows. Other characters stay as they are.</summary>
    private static string Separated(string name, char separator, bool upper)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsUpper(c) && !char.IsLower(c) && !char.IsDigit(c))
            {
                text.Append(c);
                continue;
            }

            var startsWord = i > 0 && char.IsUpper(c)
                && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]) || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append(separator);
            text.Append(upper ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
