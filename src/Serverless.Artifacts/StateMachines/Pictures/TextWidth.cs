namespace Serverless.Artifacts.Pictures;

/// <summary>How wide a text will be, without a font at hand: a picture is laid out in the compiler. On the wide side, so that nothing overlaps.</summary>
internal static class TextWidth
{
    /// <summary>Width in pixels of a sans-serif text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Font size in pixels.</param>
    public static int Of(string text, int size)
    {
        var units = 0;
        foreach (var c in text)
        {
            units += c switch
            {
                'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 30,
                'f' or 't' or 'r' or ' ' or '(' or ')' or '[' or ']' or '-' or '/' or '"' => 38,
                'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 92,
                >= 'A' and <= 'Z' => 70,
                > '\u2E7F' => 104,
                _ => 58,
            };
        }

        return ((units * size) / 94) + 1;
    }
}
