using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>What a test's compilation sees of .NET. Apart, because the package that carries it needs a newer compiler than the floor.</summary>
internal static class FrameworkReferences
{
    public static ImmutableArray<MetadataReference> All { get; } = [.. Net100.References.All];
}
