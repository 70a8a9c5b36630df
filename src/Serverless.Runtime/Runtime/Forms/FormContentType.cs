namespace Serverless.Runtime;

/// <summary>The content type of a form.</summary>
/// <param name="Boundary">What separates the parts of `multipart/form-data`; null for `application/x-www-form-urlencoded`.</param>
internal sealed record FormContentType(string? Boundary)
{
    /// <summary>Longest boundary (RFC 2046, section 5.1.1).</summary>
    private const int LongestBoundary = 70;

    /// <summary>Null when it is no form's.</summary>
    public static FormContentType? Parse(string? text)
    {
        if (text is null)
            return null;
        var end = text.IndexOf(';', StringComparison.Ordinal);
        var type = (end < 0 ? text.AsSpan() : text.AsSpan(0, end)).Trim();
        if (type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return new FormContentType(Boundary: null);
        if (!type.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) || end < 0)
            return null;
        return HeaderParameters.Find(text[end..], "boundary") is { Length: > 0 and <= LongestBoundary } boundary ? new FormContentType(boundary) : null;
    }
}
