using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Serverless.Benchmarks.Rules;

/// <summary>General analyzers of the field, for comparison, from the packages that the project names.</summary>
internal static class OtherAnalyzers
{
    public static ImmutableArray<DiagnosticAnalyzer> From(string name)
    {
        var folder = typeof(OtherAnalyzers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;
        var loader = new Loader();
        return [.. Directory.EnumerateFiles(folder, "*.dll")
            .Where(static path => !path.Contains("CodeFix", StringComparison.Ordinal) && !path.Contains("Workspaces", StringComparison.Ordinal))
            .SelectMany(path => new AnalyzerFileReference(path, loader).GetAnalyzers(LanguageNames.CSharp))];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) => AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.GetFileNameWithoutExtension(fullPath) == name.Name ? context.LoadFromAssemblyPath(fullPath) : null;

        public Assembly LoadFromPath(string fullPath) => AssemblyLoadContext.Default.LoadFromAssemblyPath(fullPath);
    }
}
