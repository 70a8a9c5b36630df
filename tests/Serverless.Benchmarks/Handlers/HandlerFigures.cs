using System.Diagnostics;
using System.Globalization;

namespace Serverless.Benchmarks.Handlers;

/// <summary>
/// The handler benchmarks on a machine that does other things too: short batches of all candidates in turn, so that a slow moment hits
/// all of them. The least time of a batch is what the code costs when nothing disturbs it.
/// </summary>
internal static class HandlerFigures
{
    private const int Calls = 500;

    /// <param name="args">`--batches 400`.</param>
    public static int Run(string[] args)
    {
        var batches = Array.IndexOf(args, "--batches") is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 400;
        var benchmarks = new HandlerBenchmarks();
        benchmarks.Setup();
        Report("GET", batches, ("floor, by hand", benchmarks.HandGet), ("direct", benchmarks.DirectGet), ("floor, context", benchmarks.FloorGet), ("context", benchmarks.ContextGet));
        Report("POST", batches, ("floor, by hand", benchmarks.HandPost), ("direct", benchmarks.DirectPost), ("floor, context", benchmarks.FloorPost), ("context", benchmarks.ContextPost));
        return 0;
    }

    private static void Report(string title, int batches, params (string Name, Func<int> Call)[] candidates)
    {
        var times = candidates.Select(static _ => new List<double>()).ToArray();
        for (var batch = 0; batch < batches; batch++)
        {
            for (var i = 0; i < candidates.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                for (var call = 0; call < Calls; call++)
                    candidates[i].Call();
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls);
            }
        }

        // The first batches run code that is not optimised yet.
        var measured = times.Select(t => t.Skip(batches / 4).Order().ToList()).ToArray();
        Console.WriteLine(title + ": ns a call, least (first quartile), bytes; ratio of each to the floor before it");
        for (var i = 0; i < candidates.Length; i++)
        {
            var floor = measured[i - (i % 2)];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {candidates[i].Name,-16} {measured[i][0],7:0} ({Quartile(measured[i]):0})  {Allocated(candidates[i].Call),5} B  {measured[i][0] / floor[0]:0.00} ({Quartile(measured[i]) / Quartile(floor):0.00})"));
        }
    }

    private static double Quartile(List<double> sorted) => sorted[sorted.Count / 4];

    private static long Allocated(Func<int> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
            call();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
