namespace Serverless.Build.Reading;

/// <summary>
/// From a property's name back to the file's path: `__` is `/`, `_` is `.`. A name that yields no plain relative path
/// is refused, so that nothing outside the folder can ever be named.
/// </summary>
internal static class ArtifactPath
{
    public static bool TryRead(string property, out string path)
    {
        path = property.Replace("__", "/").Replace('_', '.');
        return path.Split('/').All(static segment => segment.Split('.').All(static part => part.Length > 0));
    }

    /// <summary>The kind that the property `ServerlessArtifacts` switches: the folder, or the name of a file that stands alone.</summary>
    public static string KindOf(string path)
    {
        var end = path.IndexOfAny(['/', '.']);
        return end < 0 ? path : path.Substring(0, end);
    }
}
