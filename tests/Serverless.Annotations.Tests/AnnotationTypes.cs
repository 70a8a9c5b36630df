using System.Reflection;

namespace Serverless.Annotations.Tests;

/// <summary>The public surface of the assembly under test, as theory data.</summary>
public static class AnnotationTypes
{
    private static readonly Assembly Annotations = typeof(ServerlessFunctionAttribute).Assembly;

    public static IReadOnlyList<Type> Public { get; } = [.. Annotations.GetExportedTypes().Where(static t => !t.IsNested)];

    public static TheoryData<Type> Attributes => [.. Public.Where(static t => t.IsSubclassOf(typeof(Attribute)))];

    public static TheoryData<Type> Enums => [.. Public.Where(static t => t.IsEnum)];
}
