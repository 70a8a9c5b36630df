using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Serverless.Runtime;

/// <summary>
/// The state machines of the application, for those who run them in process. Generated code describes them in a class that nobody
/// touches on Lambda: a program with a host registers it, everywhere else it is found by its name, so a cold start pays nothing.
/// </summary>
public static class MachineTable
{
    /// <summary>Name of the generated class, in the project's root namespace.</summary>
    private const string GeneratedClass = "ServerlessMachines";

    private static readonly object Gate = new();
    private static Func<IReadOnlyList<MachineDescription>>? s_first;
    private static List<Func<IReadOnlyList<MachineDescription>>>? s_others;

    /// <summary>Adds the machines of an assembly.</summary>
    /// <param name="describe">Called when somebody asks, never on Lambda.</param>
    public static void Register(Func<IReadOnlyList<MachineDescription>> describe)
    {
        if (Interlocked.CompareExchange(ref s_first, describe, null) is null)
            return;
        lock (Gate)
            (s_others ??= []).Add(describe);
    }

    /// <summary>The machines of every assembly that registered some, and of those that have functions here.</summary>
    public static IReadOnlyList<MachineDescription> All
    {
        get
        {
            var machines = new SortedDictionary<string, MachineDescription>(StringComparer.Ordinal);
            foreach (var assembly in FunctionTable.All.Select(static f => f.Handler.Method.Module.Assembly).Distinct())
                Add(machines, Described(assembly));
            foreach (var source in Sources())
                Add(machines, source());
            return [.. machines.Values];
        }
    }

    /// <summary>The machine that a class declares, or null.</summary>
    public static MachineDescription? Find(Type @class)
    {
        ArgumentNullException.ThrowIfNull(@class);
        return Sources().SelectMany(static source => source()).Concat(Described(@class.Assembly)).FirstOrDefault(m => m.Class == @class);
    }

    /// <summary>The machines of an assembly, registered or not.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A trimmed program has a host, and then its machines are registered.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A trimmed program has a host, and then its machines are registered.")]
    public static IReadOnlyList<MachineDescription> Described(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (var type in assembly.GetTypes())
        {
            if (type is { Name: GeneratedClass, IsNotPublic: true }
                && type.GetMethod("Describe", BindingFlags.Static | BindingFlags.NonPublic, []) is { } method
                && method.ReturnType == typeof(IReadOnlyList<MachineDescription>))
            {
                return (IReadOnlyList<MachineDescription>)method.Invoke(null, null)!;
            }
        }

        return [];
    }

    private static void Add(SortedDictionary<string, MachineDescription> machines, IReadOnlyList<MachineDescription> more)
    {
        foreach (var machine in more)
            machines[machine.Id] = machine;
    }

    private static List<Func<IReadOnlyList<MachineDescription>>> Sources()
    {
        var sources = new List<Func<IReadOnlyList<MachineDescription>>>();
        if (Volatile.Read(ref s_first) is { } first)
            sources.Add(first);
        lock (Gate)
        {
            if (s_others is not null)
                sources.AddRange(s_others);
        }

        return sources;
    }
}
