using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Serverless.Runtime;

/// <summary>Where generated handlers get the serialiser's knowledge of a type from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonMetadata
{
    /// <summary>From the user's context, which knows the type at compile time.</summary>
    /// <exception cref="NotSupportedException">The context does not list the type.</exception>
    public static JsonTypeInfo<T> From<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
            ?? throw new NotSupportedException($"{context.GetType().Name} does not list {typeof(T)}: add [JsonSerializable(typeof({typeof(T).Name}))] to it.");
    }

    /// <summary>By reflection, for projects without a context; the context, where there is one, answers for the types it knows.</summary>
    [RequiresUnreferencedCode("Types are read by reflection: add a JsonSerializerContext that lists them.")]
    [RequiresDynamicCode("Types are read by reflection: add a JsonSerializerContext that lists them.")]
    public static JsonTypeInfo<T> Reflected<T>(JsonSerializerContext? context = null) => (JsonTypeInfo<T>)Reflection.Options(context).GetTypeInfo(typeof(T));

    private static class Reflection
    {
        private static JsonSerializerOptions? s_web;

        [RequiresUnreferencedCode("Reflection.")]
        [RequiresDynamicCode("Reflection.")]
        public static JsonSerializerOptions Options(JsonSerializerContext? context)
        {
            if (context is null)
                return s_web ??= new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
            return new JsonSerializerOptions(context.Options) { TypeInfoResolver = JsonTypeInfoResolver.Combine(context, new DefaultJsonTypeInfoResolver()) };
        }
    }
}
