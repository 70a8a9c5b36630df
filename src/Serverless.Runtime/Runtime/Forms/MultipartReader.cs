using System.Text;

namespace Serverless.Runtime;

/// <summary>Takes a `multipart/form-data` body apart (RFC 7578). The parts refer to the body's bytes; nothing is copied.</summary>
internal static class MultipartReader
{
    private const int LongestHeaders = 16 * 1024;
    private const string Malformed = "is not valid multipart/form-data";

    /// <summary>The parts; empty with a problem when the body is malformed.</summary>
    public static List<FormPart> Read(ReadOnlyMemory<byte> body, string boundary, out string? problem)
    {
        var parts = new List<FormPart>();
        problem = TryRead(body, Encoding.UTF8.GetBytes("--" + boundary), parts);
        if (problem is not null)
            parts.Clear();
        return parts;
    }

    private static string? TryRead(ReadOnlyMemory<byte> body, byte[] delimiter, List<FormPart> parts)
    {
        // What stands before the first boundary means nothing. Later ones follow a line break, which belongs to them.
        var start = body.Span.StartsWith(delimiter) ? 0 : body.Span.IndexOf([.. "\r\n"u8, .. delimiter]);
        if (start < 0)
            return Malformed;
        if (start > 0)
            start += 2;
        var rest = body[(start + delimiter.Length)..];
        byte[] next = [.. "\r\n"u8, .. delimiter];
        while (!rest.Span.StartsWith("--"u8))
        {
            var line = rest.Span.IndexOf("\r\n"u8);
            if (line < 0 || rest.Span[..line].Trim(" \t"u8).Length > 0)
                return Malformed;
            rest = rest[(line + 2)..];
            var end = rest.Span.StartsWith(delimiter) ? 0 : rest.Span.IndexOf(next);
            if (end <= 0 || Part(rest[..end]) is not { } part)
                return Malformed;
            parts.Add(part);
            if (parts.Count > FormBody.MostFields)
                return "has too many fields";
            rest = rest[(end + next.Length)..];
        }

        return null;
    }

    /// <summary>Headers, an empty line, content. Null without the name of a field.</summary>
    private static FormPart? Part(ReadOnlyMemory<byte> part)
    {
        var noHeaders = part.Span.StartsWith("\r\n"u8);
        var end = noHeaders ? 0 : part.Span.IndexOf("\r\n\r\n"u8);
        if (noHeaders || end is < 0 or > LongestHeaders)
            return null;
        string? disposition = null, contentType = null;
        foreach (var line in Encoding.UTF8.GetString(part.Span[..end]).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                return null;
            var name = line.AsSpan(0, colon).Trim();
            if (name.Equals("content-disposition", StringComparison.OrdinalIgnoreCase))
                disposition = line[(colon + 1)..].Trim();
            else if (name.Equals("content-type", StringComparison.OrdinalIgnoreCase))
                contentType = line[(colon + 1)..].Trim();
        }

        if (disposition is null || !disposition.StartsWith("form-data", StringComparison.OrdinalIgnoreCase) || HeaderParameters.Find(disposition, "name") is not { } field)
            return null;
        return new FormPart(field, FileName(disposition), contentType, part[(end + 4)..]);
    }

    /// <summary>Without folders: some clients send a whole path, and a name with `../` in it must not become one.</summary>
    private static string? FileName(string disposition)
    {
        if (HeaderParameters.Find(disposition, "filename") is not { } name)
            return null;
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }
}
