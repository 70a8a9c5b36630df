namespace Serverless.Build.Reading;

/// <summary>An error of the user's declarations, as the generator recorded it: it stops the build even where the analyzer was silenced.</summary>
internal sealed record DeclarationFault(string Id, string Declaration, string Message)
{
    /// <summary>Limits of a template: no error where no template is written.</summary>
    public bool ConcernsTemplateOnly => Id == "SVLS2702";

    /// <summary>Reads the lines `id TAB declaration TAB message`.</summary>
    public static IEnumerable<DeclarationFault> ReadLines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length == 0)
                continue;
            var parts = line.TrimEnd('\r').Split(['\t'], 3);
            yield return parts.Length == 3
                ? new DeclarationFault(parts[0], WithoutKind(parts[1]), parts[2])
                : new DeclarationFault(MessageIds.Unreadable, "", line.Trim());
        }
    }

    /// <summary>A documentation id begins with the kind of symbol, `M:`, which says nothing to a reader.</summary>
    private static string WithoutKind(string declaration) =>
        declaration.Length > 2 && declaration[1] == ':' && "MTPFEN".IndexOf(declaration[0]) >= 0 && !File.Exists(declaration) ? declaration.Substring(2) : declaration;
}
