using System.Runtime.InteropServices;

namespace Serverless.Analyzers.Shape;

/// <summary>
/// Two lanes of 64 bits over text and numbers. Not <see cref="string.GetHashCode()"/>, because a collision would leave stale
/// artifacts in the user's assembly: 32 bits are too few for the edits of a working day, 128 are not.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal struct ShapeHash : IEquatable<ShapeHash>
{
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;

    private ulong _first;
    private ulong _second;

    public void Add(ulong value)
    {
        unchecked
        {
            _first = Rotate(_first ^ (value * Prime2), 31) * Prime1;
            _second = (Rotate(_second, 27) + (value ^ Prime3)) * Prime2;
        }
    }

    public void Add(ShapeHash other)
    {
        Add(other._first);
        Add(other._second);
    }

    /// <summary>The text and its length: two neighbours never read as one.</summary>
    public void Add(char[] text, int start, int length)
    {
        Add((ulong)length);
        var end = start + length;
        var i = start;
        for (; i + 4 <= end; i += 4)
            Add(text[i] | ((ulong)text[i + 1] << 16) | ((ulong)text[i + 2] << 32) | ((ulong)text[i + 3] << 48));
        for (; i < end; i++)
            Add(text[i]);
    }

    public void Add(string? text)
    {
        if (text is null)
        {
            Add(ulong.MaxValue);
            return;
        }

        Add((ulong)text.Length);
        foreach (var c in text)
            Add(c);
    }

    public readonly bool Equals(ShapeHash other) => _first == other._first && _second == other._second;

    public override readonly bool Equals(object? obj) => obj is ShapeHash other && Equals(other);

    public override readonly int GetHashCode() => unchecked((int)(_first ^ (_second >> 32)));

    private static ulong Rotate(ulong value, int bits) => (value << bits) | (value >> (64 - bits));
}
