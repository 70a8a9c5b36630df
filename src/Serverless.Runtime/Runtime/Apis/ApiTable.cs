namespace Serverless.Runtime;

/// <summary>
/// What hosts other than Lambda need to know of the APIs in front of the functions. A generated module initializer leaves a delegate
/// here and nothing else: on Lambda nobody calls it, so a cold start pays for one assignment.
/// </summary>
public static class ApiTable
{
    private static Func<ApplicationDescription>? _first;

    /// <summary>Adds the APIs of an assembly.</summary>
    /// <param name="describe">Called when a host asks, never on Lambda.</param>
    public static void Register(Func<ApplicationDescription> describe)
    {
        // Nearly every program has one assembly of functions: nothing but this is compiled at its cold start.
        if (Interlocked.CompareExchange(ref _first, describe, null) is not null)
            RegisterAnother(describe);
    }

    /// <summary>The APIs and addresses of every assembly that registered some.</summary>
    public static ApplicationDescription Describe()
    {
        var apis = new List<ApiDescription>();
        var urls = new List<FunctionUrlDescription>();
        foreach (var source in Sources())
        {
            var description = source();
            apis.AddRange(description.Apis);
            urls.AddRange(description.FunctionUrls);
        }

        return new ApplicationDescription(apis, urls);
    }

    private static void RegisterAnother(Func<ApplicationDescription> describe)
    {
        lock (Others.List)
            Others.List.Add(describe);
    }

    private static List<Func<ApplicationDescription>> Sources()
    {
        var sources = new List<Func<ApplicationDescription>>();
        if (Volatile.Read(ref _first) is { } first)
            sources.Add(first);
        lock (Others.List)
            sources.AddRange(Others.List);
        return sources;
    }

    /// <summary>A class of its own, so that registering the first makes nothing else.</summary>
    private static class Others
    {
        public static List<Func<ApplicationDescription>> List { get; } = [];
    }
}
