namespace Serverless.StepFunctions.Local.JsonPath;

/// <summary>Patterns of `StringMatches`: `*` is any text, `\*` a star, `\\` a backslash.</summary>
internal static class Wildcard
{
    public static bool Matches(string text, string pattern)
    {
        var (i, p) = (0, 0);
        var (star, retry) = (-1, 0);
        while (i < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = i;
                continue;
            }

            var width = p + 1 < pattern.Length && pattern[p] == '\\' && pattern[p + 1] is '*' or '\\' ? 2 : 1;
            if (p < pattern.Length && pattern[p + width - 1] == text[i])
            {
                p += width;
                i++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                i = ++retry;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
