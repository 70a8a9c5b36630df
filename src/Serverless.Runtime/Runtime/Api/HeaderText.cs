using System.Text;

namespace Serverless.Runtime.Api;

/// <summary>Makes text safe to stand in a request head: a line break in an exception's name must not become a header.</summary>
internal static class HeaderText
{
    /// <summary>The text without control characters; the same object when there are none.</summary>
    public static string Clean(string value)
    {
        foreach (var c in value)
        {
            if (char.IsControl(c))
                return Strip(value);
        }

        return value;
    }

    private static string Strip(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (!char.IsControl(c))
                text.Append(c);
        }

        return text.ToString();
    }
}
