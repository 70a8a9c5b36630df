using System.Globalization;
using System.Text;

namespace Serverless.Http;

/// <summary>
/// What may stand in a header. A value that comes from a request and holds a line break would otherwise start a header of
/// its own (response splitting), so names and values are checked when the reply is built, where the mistake is.
/// </summary>
internal static class HeaderText
{
    public static string Name(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        foreach (var c in name)
        {
            if (!IsTokenCharacter(c))
                throw new ArgumentException($"'{name}' is not the name of a header.", nameof(name));
        }

        return name;
    }

    public static string Value(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var c in value)
        {
            if (c is < ' ' and not '\t' or '\x7f')
                throw new ArgumentException("A header's value has no control characters.", nameof(value));
        }

        return value;
    }

    /// <summary>`name=value; Path=/; …` as RFC 6265 writes it.</summary>
    public static string Cookie(string name, string value, TimeSpan? maxAge, string path, bool secure, bool httpOnly, CookieSameSite sameSite)
    {
        Name(name);
        ArgumentNullException.ThrowIfNull(value);
        foreach (var c in value)
        {
            if (c is <= ' ' or >= '\x7f' or '"' or ',' or ';' or '\\')
                throw new ArgumentException("A cookie's value is visible ASCII without quotes, commas, semicolons and backslashes: encode it.", nameof(value));
        }

        Value(path);
        if (path.Contains(';', StringComparison.Ordinal))
            throw new ArgumentException("A cookie's path has no semicolon.", nameof(path));
        var text = new StringBuilder(name).Append('=').Append(value);
        if (maxAge is { } age)
            text.Append("; Max-Age=").Append(((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        if (path.Length > 0)
            text.Append("; Path=").Append(path);
        if (secure)
            text.Append("; Secure");
        if (httpOnly)
            text.Append("; HttpOnly");
        return text.Append("; SameSite=").Append(sameSite switch
        {
            CookieSameSite.Strict => "Strict",
            CookieSameSite.None => "None",
            _ => "Lax",
        }).ToString();
    }

    /// <summary>An entity tag with its quotes.</summary>
    public static string ETag(string value, bool weak)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var c in value)
        {
            if (c is <= ' ' or '"' or '\x7f')
                throw new ArgumentException("An entity tag has no quotes, spaces or control characters.", nameof(value));
        }

        return weak ? $"W/\"{value}\"" : $"\"{value}\"";
    }

    /// <summary>`attachment` with the name twice: plain for old clients, RFC 5987 for the rest.</summary>
    public static string Attachment(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var plain = new StringBuilder(fileName.Length);
        foreach (var c in fileName)
            plain.Append(c is < ' ' or > '~' or '"' or '\\' or '/' ? '_' : c);
        return $"attachment; filename=\"{plain}\"; filename*=UTF-8''{Uri.EscapeDataString(fileName)}";
    }

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);
}
