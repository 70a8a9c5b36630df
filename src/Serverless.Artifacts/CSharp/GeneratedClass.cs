using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>What one generated class `{Stem}_Handlers` holds.</summary>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="Stem">Stem of its name.</param>
/// <param name="Views">Methods whose code stands here, each as a function of its own.</param>
/// <param name="Routers">Functions whose router stands here.</param>
/// <param name="EntryPoints">What the managed runtime can call here.</param>
internal sealed record GeneratedClass(string Namespace, string Stem, IReadOnlyList<Function> Views, IReadOnlyList<Function> Routers, IReadOnlyList<GeneratedEntryPoint> EntryPoints)
{
    /// <summary>The classes of an application's functions, in order of their names.</summary>
    public static IEnumerable<GeneratedClass> Of(IReadOnlyList<Function> functions)
    {
        var views = functions.SelectMany(EntryView.Of).ToLookup(static view => (view.Entry!.Namespace, view.Entry.ClassStem));
        var owners = functions.ToLookup(PlaceOf);
        foreach (var place in views.Select(static g => g.Key).Union(owners.Select(static g => g.Key)).OrderBy(static p => p.Item1, StringComparer.Ordinal).ThenBy(static p => p.Item2, StringComparer.Ordinal))
        {
            yield return new GeneratedClass(
                place.Item1,
                place.Item2,
                [.. views[place]],
                [.. owners[place].Where(static function => function.Router is not null)],
                [.. owners[place].Select(static function => new GeneratedEntryPoint(MethodOf(function), ClassOf(function), function.Settings.Timeout))]);
        }
    }

    /// <summary>The class, in full, whose `HandleAsync` answers a function.</summary>
    public static string CoreOf(Function function)
    {
        var (space, stem) = PlaceOf(function);
        return $"global::{(space.Length == 0 ? "" : space + ".")}{stem}_Handlers.{ClassOf(function)}";
    }

    private static (string Namespace, string Stem) PlaceOf(Function function) =>
        function.Router is { } router ? (router.Namespace, router.ClassStem) : (function.Entry!.Namespace, function.Entry.ClassStem);

    private static string MethodOf(Function function) => function.Router?.GeneratedMethod ?? function.Entry!.GeneratedMethod;

    private static string ClassOf(Function function) => function.Router is { } router ? RouterSource.ClassName(router) : GeneratedFile.FunctionClass(function.Entry!);
}

/// <summary>A method that the managed runtime calls.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Class">The nested class that answers.</param>
/// <param name="TimeoutSeconds">The function's timeout.</param>
internal sealed record GeneratedEntryPoint(string Method, string Class, int TimeoutSeconds);
