using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Serverless.StepFunctions;

namespace Serverless.Runtime;

/// <summary>
/// Reads the payload types whose names the services fix. No serialiser metadata is needed for them, so a project's context need
/// not list them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventPayloads
{
    /// <summary>What a machine was started with (`bucket`, `key`, …), or the EventBridge event of S3 itself.</summary>
    /// <exception cref="JsonException">No bucket or no key.</exception>
    public static S3ObjectEvent S3Object(ReadOnlyMemory<byte> json)
    {
        json = Object(json);
        var detail = FlatObject.FindRaw(json, "detail");
        if (!IsObject(detail))
            return S3Object(json, Text(json, "bucket"), json, Text(json, "eventName"));
        return S3Object(detail, Text(FlatObject.FindRaw(detail, "bucket"), "name"), FlatObject.FindRaw(detail, "object"), Text(json, "detail-type"));
    }

    /// <summary>An event of a bus.</summary>
    /// <exception cref="JsonException">Not such an event.</exception>
    public static EventBridgeEvent<T> EventBridge<T>(ReadOnlyMemory<byte> json, JsonTypeInfo<T> detail)
    {
        json = Object(json);
        return EventBridge(json, JsonSerializer.Deserialize(Detail(json).Span, detail)!);
    }

    /// <inheritdoc cref="EventBridge{T}(ReadOnlyMemory{byte}, JsonTypeInfo{T})"/>
    public static EventBridgeEvent<T> EventBridge<T>(ReadOnlyMemory<byte> json, DirectJson<T> detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        json = Object(json);
        return EventBridge(json, detail.Read(Detail(json).Span)!);
    }

    /// <summary>What a Catch hands to its target.</summary>
    /// <exception cref="JsonException">No object.</exception>
    public static StateError StateError(ReadOnlyMemory<byte> json)
    {
        json = Object(json);
        return new(Text(json, "Error") ?? "", Text(json, "Cause"));
    }

    /// <summary>The context object of a run.</summary>
    /// <exception cref="JsonException">No object.</exception>
    public static StateMachineContext StateMachineContext(ReadOnlyMemory<byte> json)
    {
        json = Object(json);
        var execution = Part(json, "Execution");
        var state = Part(json, "State");
        var machine = Part(json, "StateMachine");
        var item = Part(Part(json, "Map"), "Item");
        return new StateMachineContext
        {
            ExecutionId = Text(execution, "Id") ?? "",
            ExecutionName = Text(execution, "Name") ?? "",
            ExecutionRoleArn = Text(execution, "RoleArn") ?? "",
            ExecutionStartTime = Time(execution, "StartTime"),
            RedriveCount = (int)Number(execution, "RedriveCount"),
            RedriveTime = Text(execution, "RedriveTime") is null ? null : Time(execution, "RedriveTime"),
            StateName = Text(state, "Name") ?? "",
            StateEnteredTime = Time(state, "EnteredTime"),
            RetryCount = (int)Number(state, "RetryCount"),
            StateMachineId = Text(machine, "Id") ?? "",
            StateMachineName = Text(machine, "Name") ?? "",
            MapItemIndex = Text(item, "Index") is null ? null : (int)Number(item, "Index"),
            MapItemKey = Text(item, "Key"),
            MapItemSource = Text(item, "Source"),
        };
    }

    /// <summary>A task token.</summary>
    /// <exception cref="JsonException">No text.</exception>
    public static TaskToken TaskToken(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
            throw new JsonException("A task token is a text.");
        return new TaskToken(reader.GetString()!);
    }

    private static ReadOnlyMemory<byte> Detail(ReadOnlyMemory<byte> json)
    {
        var detail = FlatObject.FindRaw(json, "detail");
        return detail.IsEmpty ? throw new JsonException("The event has no 'detail'.") : detail;
    }

    private static EventBridgeEvent<T> EventBridge<T>(ReadOnlyMemory<byte> json, T detail) =>
        new(Text(json, "id") ?? "", Text(json, "source") ?? "", Text(json, "detail-type") ?? "", detail, Time(json, "time"));

    private static S3ObjectEvent S3Object(ReadOnlyMemory<byte> detail, string? bucket, ReadOnlyMemory<byte> @object, string? eventName)
    {
        if (bucket is null || !IsObject(@object) || Text(@object, "key") is not { } key)
            throw new JsonException("The event names no bucket and key.");
        return new S3ObjectEvent(
            bucket,
            key,
            Number(@object, "size"),
            Text(@object, "eTag") ?? Text(@object, "etag"),
            Text(@object, "versionId") ?? Text(@object, "version-id"),
            eventName ?? Text(detail, "reason"));
    }

    private static ReadOnlyMemory<byte> Object(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("The payload must be a JSON object.");
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..];
    }

    private static ReadOnlyMemory<byte> Part(ReadOnlyMemory<byte> json, string name)
    {
        var part = FlatObject.FindRaw(json, name);
        return IsObject(part) ? part : default;
    }

    private static bool IsObject(ReadOnlyMemory<byte> json) => json.Length > 0 && json.Span[0] == '{';

    private static string? Text(ReadOnlyMemory<byte> json, string name) =>
        IsObject(json) ? FlatObject.Find(json, name, ignoreCase: false).Decode() : null;

    private static long Number(ReadOnlyMemory<byte> json, string name) =>
        long.TryParse(Text(json, name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static DateTimeOffset Time(ReadOnlyMemory<byte> json, string name) =>
        DateTimeOffset.TryParse(Text(json, name), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time) ? time : default;
}
