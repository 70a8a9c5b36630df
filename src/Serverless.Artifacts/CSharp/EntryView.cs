using Serverless.Model;

namespace Serverless.Artifacts;

/// <summary>
/// A function that several methods answer, seen from one of them: that entry with its own routes and the settings of the whole. What
/// writes the code of one method then need not know that there are others, but for its router, which has looked at the path already.
/// </summary>
internal static class EntryView
{
    public static IEnumerable<Function> Of(Function function)
    {
        if (function.Router is null)
            return [function];
        return Enumerable.Range(0, function.Entries.Count).Select(index => Of(function, index));
    }

    private static Function Of(Function function, int index) => function with
    {
        Entries = EquatableArray.Of(function.Entries[index]),
        Routes = function.Routes.Where(route => route.Entry == index).Select(static route => route with { Entry = 0 }).ToEquatableArray(),
        WebSocketRoutes = function.WebSocketRoutes.Where(route => route.Entry == index).Select(static route => route with { Entry = 0 }).ToEquatableArray(),
    };
}
