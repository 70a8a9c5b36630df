using Serverless.Runtime;

namespace Serverless.Http;

/// <summary>
/// Headers, cookies and entity tag of a reply. Most replies have none, so they stand apart from the struct; a chain of
/// `With…` calls copies what is there, so that one reply kept in a static field can be varied safely.
/// </summary>
internal sealed class ReplyParts
{
    public (string Name, string Value)[] Headers { get; private init; } = [];

    public string[] Cookies { get; private init; } = [];

    /// <summary>With quotes and, when weak, with `W/`; null = none.</summary>
    public string? ETag { get; private init; }

    public static ReplyParts WithHeader(ReplyParts? parts, string name, string value) =>
        new() { Headers = [.. parts?.Headers ?? [], (name, value)], Cookies = parts?.Cookies ?? [], ETag = parts?.ETag };

    /// <summary>Adds the headers whose names are not there yet.</summary>
    public static ReplyParts WithHeaders(ReplyParts? parts, (string Name, string Value)[] headers)
    {
        if (parts is null)
            return new() { Headers = headers };
        var added = Array.FindAll(headers, header => !Array.Exists(parts.Headers, known => known.Name.Equals(header.Name, StringComparison.OrdinalIgnoreCase)));
        return new() { Headers = [.. parts.Headers, .. added], Cookies = parts.Cookies, ETag = parts.ETag };
    }

    public static ReplyParts WithCookie(ReplyParts? parts, string cookie) =>
        new() { Headers = parts?.Headers ?? [], Cookies = [.. parts?.Cookies ?? [], cookie], ETag = parts?.ETag };

    public static ReplyParts WithETag(ReplyParts? parts, string tag) =>
        new() { Headers = parts?.Headers ?? [], Cookies = parts?.Cookies ?? [], ETag = tag };
}

/// <summary>A problem document that is still to be written: path and request id join it then.</summary>
internal sealed record ProblemContent(string? Title, string? Detail, string? Type)
{
    /// <summary>What is wrong with the request, for 400.</summary>
    public RequestFaults Faults { get; init; }
}
