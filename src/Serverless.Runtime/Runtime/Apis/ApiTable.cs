namespace Serverless.Runtime;

/// <summary>
/// What hosts other than Lambda need to know of the APIs in front of the functions. A generated module initializer leaves a delegate
/// here and nothing else: on Lambda nobody calls it, so a cold start pays for one assignment.
/// </summary>
public static class ApiTable
{
    private static Func<ApplicationDescription>[] _sources = [];

    /// <summary>Adds the APIs of an assembly.</summary>
    /// <param name="describe">Called when a host asks, never on Lambda.</param>
    public static void Register(Func<ApplicationDescription> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        Func<ApplicationDescription>[] before, after;
        do
        {
            before = Volatile.Read(ref _sources);
            after = new Func<ApplicationDescription>[before.Length + 1];
            Array.Copy(before, after, before.Length);
            after[^1] = describe;
        }
        while (Interlocked.CompareExchange(ref _sources, after, before) != before);
    }

    /// <summary>The APIs and addresses of every assembly that registered some.</summary>
    public static ApplicationDescription Describe()
    {
        var apis = new List<ApiDescription>();
        var urls = new List<FunctionUrlDescription>();
        foreach (var source in Volatile.Read(ref _sources))
        {
            var description = source();
            apis.AddRange(description.Apis);
            urls.AddRange(description.FunctionUrls);
        }

        return new ApplicationDescription(apis, urls);
    }
}
