using System.Text;
using System.Text.Json;

namespace Serverless.Analyzers.Tests.Handlers.Hostile;

/// <summary>What every answer must be, whatever was asked: JSON of the right form, a success or a refusal, and nothing in it of what was sent.</summary>
internal static class AnswerCheck
{
    private static readonly byte[] Canary = Encoding.UTF8.GetBytes(HostileProject.Canary);

    /// <summary>Null, or what is wrong.</summary>
    /// <param name="answer">The bytes.</param>
    /// <param name="isAuthorizer">A decision is expected and not a reply.</param>
    /// <param name="status">The status; 0 for a decision.</param>
    public static string? Of(ReadOnlySpan<byte> answer, bool isAuthorizer, out int status)
    {
        status = 0;
        try
        {
            return isAuthorizer ? Decision(answer) : Reply(answer, out status);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "is not JSON: " + exception.Message;
        }
    }

    private static string? Decision(ReadOnlySpan<byte> answer)
    {
        var reader = new Utf8JsonReader(answer);
        var decides = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                decides |= reader.ValueTextEquals("isAuthorized"u8) || reader.ValueTextEquals("Effect"u8);
                // The policy is about the method that was asked for.
                if (reader.ValueTextEquals("Resource"u8))
                    reader.Skip();
            }
            else if (Echoes(reader))
            {
                return "echoes";
            }
        }

        return decides ? null : "decides nothing";
    }

    private static string? Reply(ReadOnlySpan<byte> answer, out int status)
    {
        status = 0;
        var isProblem = false;
        scoped ReadOnlySpan<byte> body = default;
        Span<byte> unescaped = answer.Length <= 4096 ? stackalloc byte[answer.Length] : new byte[answer.Length];
        var reader = new Utf8JsonReader(answer);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("statusCode"u8))
            {
                reader.Read();
                status = reader.GetInt32();
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("body"u8))
            {
                reader.Read();
                body = unescaped[..reader.CopyString(unescaped)];
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                isProblem |= reader.ValueTextEquals("application/problem+json"u8);
                if (Echoes(reader))
                    return "echoes in a header";
            }
        }

        if (isProblem)
            return Problem(body, ref status);
        return status is >= 200 and < 300 ? body.IndexOf(Canary) >= 0 ? "echoes" : null : "has status " + status + " and no problem document";
    }

    private static string? Problem(ReadOnlySpan<byte> body, ref int status)
    {
        var reader = new Utf8JsonReader(body);
        var told = 0;
        var hasTitle = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
            {
                if (Echoes(reader))
                    return "echoes in the problem: " + Encoding.UTF8.GetString(body);
            }
            else if (reader.CurrentDepth == 1 && reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                told = reader.GetInt32();
            }
            else if (reader.CurrentDepth == 1 && (reader.ValueTextEquals("instance"u8) || reader.ValueTextEquals("requestId"u8)))
            {
                // The path and the id of the request are what a caller knows his request by.
                reader.Skip();
            }
            else
            {
                hasTitle |= reader.ValueTextEquals("title"u8);
            }
        }

        // A message's answer has no status of its own.
        if (status == 200)
            status = told;
        return status is < 400 or > 499 ? "has status " + status : told != status ? "has two statuses" : hasTitle ? null : "has no title";
    }

    private static bool Echoes(Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.ValueSpan.IndexOf(Canary) >= 0;
}
