using Microsoft.CodeAnalysis;

namespace Serverless.Analyzers.Tests.Harness;

/// <summary>What makes a generator bearable in an editor: an equal compilation is no work.</summary>
internal static class Cacheability
{
    public static void Assert(GeneratorDriver driver, Compilation compilation)
    {
        var again = driver.RunGenerators(compilation.Clone()).GetRunResult().Results[0];
        foreach (var (name, steps) in again.TrackedSteps.Where(static s => IsOurs(s.Key)))
        {
            foreach (var output in steps.SelectMany(static s => s.Outputs))
                Xunit.Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"Step {name} ran again: {output.Reason}");
        }

        foreach (var output in again.TrackedOutputSteps.SelectMany(static s => s.Value).SelectMany(static s => s.Outputs))
            Xunit.Assert.True(output.Reason is IncrementalStepRunReason.Cached, $"An output was made again: {output.Reason}");
    }

    /// <summary>The compilation itself is new each time, and so are the pairs it is put into.</summary>
    private static bool IsOurs(string step) => step is "Options" or "Fragments" or "Shape" or "Application" or "Files";
}
