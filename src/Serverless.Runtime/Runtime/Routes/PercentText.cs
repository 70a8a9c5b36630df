namespace Serverless.Runtime;

/// <summary>Percent encoding in a segment of a path.</summary>
internal static class PercentText
{
    /// <summary>Compares encoded bytes with plain ones. False as well when a percent sign is not followed by two hexadecimal digits.</summary>
    public static bool Equals(ReadOnlySpan<byte> encoded, ReadOnlySpan<byte> plain)
    {
        if (encoded.IndexOf((byte)'%') < 0)
            return encoded.SequenceEqual(plain);
        var place = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            int current = encoded[i];
            if (current == '%')
            {
                if (i + 2 >= encoded.Length)
                    return false;
                current = (Digit(encoded[i + 1]) << 4) | Digit(encoded[i + 2]);
                i += 2;
            }

            if (place == plain.Length || plain[place] != current)
                return false;
            place++;
        }

        return place == plain.Length;
    }

    /// <summary>Negative, and so is whatever it becomes a part of, when it is no digit.</summary>
    private static int Digit(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };
}
