using System.Globalization;

namespace Storefront;

/// <summary>Stands for a real signature, which needs a secret: this sample has none to keep.</summary>
internal static class Checksum
{
    public static string Of(string text)
    {
        var sum = 17;
        foreach (var c in text)
            sum = unchecked((sum * 31) + c);
        return (sum & 0xFFFF).ToString("x4", CultureInfo.InvariantCulture);
    }
}
