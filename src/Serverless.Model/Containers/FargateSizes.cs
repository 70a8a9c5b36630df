using System.Globalization;

namespace Serverless.Model;

/// <summary>The sizes of a container on Fargate: which memory there is for which share of processors.</summary>
internal static class FargateSizes
{
    private static readonly (double Cpu, int Least, int Most, int Step)[] Sizes =
    [
        (0.25, 512, 2048, 0),
        (0.5, 1024, 4096, 1024),
        (1, 2048, 8192, 1024),
        (2, 4096, 16_384, 1024),
        (4, 8192, 30_720, 1024),
        (8, 16_384, 61_440, 4096),
        (16, 32_768, 122_880, 8192),
    ];

    /// <summary>vCPU, ascending.</summary>
    public static IEnumerable<double> Cpus => Sizes.Select(static size => size.Cpu);

    /// <summary>MB, ascending; empty when there is no such share of processors.</summary>
    public static IReadOnlyList<int> MemoryOf(double cpu)
    {
        foreach (var (known, least, most, step) in Sizes)
        {
            if (known.Equals(cpu))
                return step == 0 ? [512, 1024, 2048] : [.. Enumerable.Range(0, ((most - least) / step) + 1).Select(i => least + (i * step))];
        }

        return [];
    }

    /// <summary>The least memory that is enough, else the most there is.</summary>
    public static int NearestMemory(double cpu, int memory)
    {
        var possible = MemoryOf(cpu);
        return possible.FirstOrDefault(m => m >= memory) is > 0 and var enough ? enough : possible[possible.Count - 1];
    }

    /// <summary>The least share that is enough, else the largest.</summary>
    public static double NearestCpu(double cpu) => Cpus.FirstOrDefault(c => c >= cpu) is > 0 and var enough ? enough : Cpus.Last();

    /// <summary>`512, 1024, 2048` or `4096 to 16384 in steps of 1024`.</summary>
    public static string Describe(double cpu)
    {
        var memory = MemoryOf(cpu);
        return memory.Count <= 4
            ? string.Join(", ", memory.Select(static m => m.ToString(CultureInfo.InvariantCulture)))
            : $"{memory[0].ToString(CultureInfo.InvariantCulture)} to {memory[memory.Count - 1].ToString(CultureInfo.InvariantCulture)} in steps of {(memory[1] - memory[0]).ToString(CultureInfo.InvariantCulture)}";
    }
}
