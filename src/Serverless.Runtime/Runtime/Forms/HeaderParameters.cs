using System.Text;

namespace Serverless.Runtime;

/// <summary>Reads the parameters of a header: `; name="a file"; filename=x`.</summary>
internal static class HeaderParameters
{
    /// <summary>The value of a parameter; null when it is not there.</summary>
    /// <param name="text">From the first semicolon on.</param>
    /// <param name="name">Its name, case ignored.</param>
    public static string? Find(string text, string name)
    {
        var position = 0;
        while (position < text.Length)
        {
            // A parameter starts after a semicolon; anything else up to there is not one.
            position = text.IndexOf(';', position);
            if (position < 0)
                return null;
            var equals = text.IndexOf('=', ++position);
            if (equals < 0)
                return null;
            var key = text.AsSpan(position, equals - position).Trim();
            position = equals + 1;
            while (position < text.Length && text[position] == ' ')
                position++;
            var value = Value(text, ref position);
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    private static string Value(string text, ref int position)
    {
        if (position >= text.Length || text[position] != '"')
        {
            var end = text.IndexOf(';', position);
            var start = position;
            position = end < 0 ? text.Length : end;
            return text[start..position].Trim();
        }

        var value = new StringBuilder();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            // Browsers escape a quote alone, and write it as %22; a backslash before anything else is part of a Windows path.
            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] is '"' or '\\')
                position++;
            value.Append(text[position]);
        }

        position++;
        return value.ToString();
    }
}
