using System.Globalization;
using System.Text.Json;

namespace Serverless.Runtime;

/// <summary>What a state hands to the container that runs its task.</summary>
/// <param name="Payload">What the handler gets, as JSON; `null` when the state has nothing.</param>
/// <param name="At">When the state began to wait; null = not said.</param>
internal sealed record TaskCall(ReadOnlyMemory<byte> Payload, DateTimeOffset? At)
{
    /// <exception cref="JsonException">The text is no such object.</exception>
    public static TaskCall Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new("null"u8.ToArray(), null);
        ReadOnlyMemory<byte> json = System.Text.Encoding.UTF8.GetBytes(text);
        using (var document = JsonDocument.Parse(json))
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new JsonException(TaskEnvironment.InputVariable + " holds no object with the member 'input'.");
        }

        var payload = FlatObject.FindRaw(json, "input");
        var at = FlatObject.Find(json, "at", ignoreCase: false).Decode();
        return new(
            payload.IsEmpty ? "null"u8.ToArray() : payload,
            DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null);
    }
}
