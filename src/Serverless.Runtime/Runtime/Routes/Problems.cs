using System.ComponentModel;
using System.Text.Json;
using Serverless.Http;

namespace Serverless.Runtime;

/// <summary>
/// Problem documents (RFC 9457). They are written by a JSON writer, name what is wrong and where, and never repeat what the
/// caller sent.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Problems
{
    private const string ContentType = "application/problem+json";

    /// <summary>400 with every fault.</summary>
    public static void Refused(ReplyTarget target, ReadOnlyMemory<byte> payload, Invocation invocation, in RequestFaults faults) =>
        Write(target, payload, invocation, 400, "Bad Request", "The request is not valid.", null, null, faults);

    /// <summary>Faults of a message whose sender may never hear of them. The values are not logged.</summary>
    public static void Log(Invocation invocation, in RequestFaults faults)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        FunctionLog.Write(FunctionLogLevel.Warning, "The message is not valid: " + FaultText.Of(faults), invocation.RequestId);
    }

    /// <summary>A status alone.</summary>
    public static void Write(ReplyTarget target, ReadOnlyMemory<byte> payload, Invocation invocation, int statusCode) =>
        Write(target, payload, invocation, statusCode, null, null, null, null, default);

    /// <summary>A status with title, detail and type.</summary>
    public static void Write(ReplyTarget target, ReadOnlyMemory<byte> payload, Invocation invocation, int statusCode, string? title, string? detail, string? type) =>
        Write(target, payload, invocation, statusCode, title, detail, type, null, default);

    /// <summary>No route fits: 405 with the methods that would, or 404.</summary>
    public static void NotRouted(ReplyTarget target, ReadOnlyMemory<byte> payload, Invocation invocation, in RouteEvent request, string[] routes)
    {
        if (request.AllowedMethods(routes) is { } methods)
            Write(target, payload, invocation, 405, null, null, null, ReplyParts.WithHeader(null, "Allow", methods), default);
        else
            Write(target, payload, invocation, 404);
    }

    /// <summary>What an exception says.</summary>
    public static void Write(ReplyTarget target, ReadOnlyMemory<byte> payload, Invocation invocation, HttpProblemException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Write(target, payload, invocation, exception.StatusCode, exception.Title, exception.Detail, null, null, default);
    }

    /// <summary>500 without detail; the exception goes to the log.</summary>
    public static void Unhandled(ReplyTarget target, ReadOnlyMemory<byte> payload, Invocation invocation, Exception exception)
    {
        FunctionLog.Write(FunctionLogLevel.Error, "The handler failed.", invocation.RequestId, exception);
        Write(target, payload, invocation, 500);
    }

    internal static void Write(
        ReplyTarget target,
        ReadOnlyMemory<byte> payload,
        Invocation invocation,
        int statusCode,
        string? title,
        string? detail,
        string? type,
        ReplyParts? parts,
        in RequestFaults faults)
    {
        var request = new RouteEvent(payload);
        var scratch = ReplyScratch.Rent();
        try
        {
            var json = scratch.Writer;
            json.WriteStartObject();
            if (type is not null)
                json.WriteString("type"u8, type);
            json.WriteString("title"u8, title ?? ReasonPhrases.Of(statusCode));
            json.WriteNumber("status"u8, statusCode);
            if (detail is not null)
                json.WriteString("detail"u8, detail);
            if (request.Path.Decode() is { } path)
                json.WriteString("instance"u8, path);
            if ((FlatObject.Find(request.Context, "requestId", ignoreCase: false).Decode() ?? invocation.RequestId) is { Length: > 0 } id)
                json.WriteString("requestId"u8, id);
            if (faults.Count > 0)
                Errors(json, faults);
            json.WriteEndObject();
            json.Flush();
            Envelope.WriteText(target, statusCode, ContentType, scratch.Buffer.WrittenSpan, parts);
        }
        finally
        {
            scratch.Return();
        }
    }

    /// <summary>`errors`: the place (`pointer` inside the body, `parameter` elsewhere) and what is wrong there.</summary>
    private static void Errors(Utf8JsonWriter json, in RequestFaults faults)
    {
        json.WriteStartArray("errors"u8);
        foreach (var fault in faults.All)
        {
            json.WriteStartObject();
            json.WriteString("in"u8, fault.Part switch
            {
                RequestPart.Path => "path",
                RequestPart.Query => "query",
                RequestPart.Header => "header",
                RequestPart.Cookie => "cookie",
                RequestPart.Body => "body",
                RequestPart.Form => "form",
                _ => "context",
            });
            if (fault.Part == RequestPart.Body)
                json.WriteString("pointer"u8, "#" + fault.Name);
            else
                json.WriteString("parameter"u8, fault.Name);
            json.WriteString("detail"u8, fault.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
