using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Serverless.Analyzers.Tests.Handlers;
using Serverless.Runtime;

namespace Serverless.Analyzers.Tests.Json;

/// <summary>One type under one setting: generated code beside the serialiser that it stands in for.</summary>
internal abstract class PlainProbe
{
    private static readonly Lazy<PlainProbe[]> Family = new(static () => [.. PlainFamily.Settings.SelectMany(static s => Of(s.Name, PlainFamily.Source(s.Options)))]);

    public static PlainProbe[] All => Family.Value;

    public required string Setting { get; init; }

    /// <summary>The serialiser's settings, for whoever makes JSON for the type.</summary>
    public required JsonSerializerOptions Options { get; init; }

    public abstract Type Type { get; }

    /// <summary>Null when generated code leaves it to the serialiser; else a box of the value.</summary>
    public abstract Outcome? ReadDirectly(ReadOnlySpan<byte> json);

    public abstract Outcome Read(ReadOnlySpan<byte> json);

    public abstract Outcome ReadBySerializer(ReadOnlySpan<byte> json);

    /// <summary>Null when generated code leaves it to the serialiser.</summary>
    public abstract Outcome? WriteDirectly(object? value);

    public abstract Outcome Write(object? value);

    public abstract Outcome WriteBySerializer(object? value);

    public override string ToString() => $"{Type} ({Setting})";

    public static IEnumerable<PlainProbe> Of(string setting, string source)
    {
        var assembly = CompiledHandlers.Of(source).Assembly;
        var context = assembly.GetTypes().SingleOrDefault(static t => typeof(JsonSerializerContext).IsAssignableFrom(t));
        var options = context is null
            ? new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }
            : ((JsonSerializerContext)context.GetProperty("Default", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!).Options;
        foreach (var root in assembly.GetType("Shop.ServerlessJson")!.GetNestedTypes(BindingFlags.NonPublic).Where(static t => t.BaseType is { IsGenericType: true }))
        {
            var probe = typeof(Typed<>).MakeGenericType(root.BaseType!.GenericTypeArguments[0]);
            yield return (PlainProbe)typeof(PlainProbe).GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(probe.GenericTypeArguments[0])
                .Invoke(null, [root.GetField("Value", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null), options, setting])!;
        }
    }

    private static Typed<T> Make<T>(DirectJson<T> direct, JsonSerializerOptions options, string setting) => new Typed<T>(direct) { Options = options, Setting = setting };

    /// <summary>A value, or what was thrown.</summary>
    public sealed record Outcome(object? Value, Exception? Exception)
    {
        public bool Succeeded => Exception is null;

        public static Outcome Of(Func<object?> action)
        {
            try
            {
                return new Outcome(action(), null);
            }
            catch (Exception exception)
            {
                return new Outcome(null, exception);
            }
        }

        public override string ToString() => Exception is null ? ValueText.Of(Value) : Exception.GetType().Name + (Exception is JsonException json ? " at " + json.Path : "");
    }

    private sealed class Typed<T>(DirectJson<T> direct) : PlainProbe
    {
        public override Type Type => typeof(T);

        private JsonTypeInfo<T> Serializer => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

        public override Outcome? ReadDirectly(ReadOnlySpan<byte> json) => direct.TryReadWhole(json, out var value) ? new Outcome(value, null) : null;

        public override Outcome Read(ReadOnlySpan<byte> json)
        {
            var copy = json.ToArray();
            return Outcome.Of(() => direct.Read(copy));
        }

        public override Outcome ReadBySerializer(ReadOnlySpan<byte> json)
        {
            var copy = json.ToArray();
            return Outcome.Of(() => JsonSerializer.Deserialize(copy, Serializer));
        }

        public override Outcome? WriteDirectly(object? value)
        {
            var scratch = ReplyScratch.Rent();
            try
            {
                return direct.TryWriteWhole(scratch, (T)value!) ? new Outcome(scratch.Buffer.WrittenSpan.ToArray(), null) : null;
            }
            finally
            {
                scratch.Return();
            }
        }

        public override Outcome Write(object? value) => Written(scratch => direct.Write(scratch, (T)value!));

        public override Outcome WriteBySerializer(object? value) => Written(scratch => JsonSerializer.Serialize(scratch.Writer, (T)value!, Serializer));

        private static Outcome Written(Action<ReplyScratch> write) => Outcome.Of(() =>
        {
            var scratch = ReplyScratch.Rent();
            try
            {
                scratch.Restart();
                write(scratch);
                return scratch.Buffer.WrittenSpan.ToArray();
            }
            finally
            {
                scratch.Return();
            }
        });
    }
}
