using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>Walks everything a model reaches: one symbol in it would keep a compilation alive for as long as the pipeline remembers the model.</summary>
internal static class ModelGraph
{
    public static void AssertFreeOfCompiler(object model) => Walk(model, model.GetType().Name, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string or Type || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || !seen.Add(value))
            return;
        var type = value.GetType();
        Assert.False(type.Assembly == typeof(Compilation).Assembly || type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true, $"{path} is a {type}");
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                Walk(item, path + "[]", seen);
            return;
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Walk(field.GetValue(value), path + "." + field.Name, seen);
    }
}
