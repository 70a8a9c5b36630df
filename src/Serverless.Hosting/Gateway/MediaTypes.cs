namespace Serverless.Hosting.Gateway;

/// <summary>Media types as API Gateway compares them.</summary>
internal static class MediaTypes
{
    /// <summary>Type and subtype in lower case, without parameters.</summary>
    public static string Of(string value)
    {
        var end = value.IndexOfAny([';', ',']);
        return (end < 0 ? value : value[..end]).Trim().ToLowerInvariant();
    }

    /// <summary>True when a list such as `image/png`, `image/*` or `*/*` has the type.</summary>
    public static bool Contains(IReadOnlyList<string> list, string media)
    {
        if (media.Length == 0)
            return list.Contains("*/*", StringComparer.Ordinal);
        foreach (var entry in list)
        {
            var lower = entry.ToLowerInvariant();
            if (lower == "*/*" || lower == media || (lower.EndsWith("/*", StringComparison.Ordinal) && media.StartsWith(lower[..^1], StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
