using Serverless.Model;

namespace Serverless.Analyzers.FrontEnds.Apis;

/// <summary>
/// Gives the entries of a function the CORS settings of their REST API, whose answers carry what the function writes and nothing else.
/// An event does not name its API by its logical id, so a method cannot serve two that differ.
/// </summary>
internal static class RestCorsReader
{
    public static Function Assign(Function function, EquatableArray<RestApi> apis, Reading reading)
    {
        if (!function.Routes.Any(route => Find(apis, route) is { Cors: not null }))
            return function;
        return function with { Entries = function.Entries.Select((entry, index) => entry with { RestCors = Of(function, index, apis, reading) }).ToEquatableArray() };
    }

    private static CorsSettings? Of(Function function, int entry, EquatableArray<RestApi> apis, Reading reading)
    {
        RestApi? first = null;
        foreach (var route in function.Routes)
        {
            if (route.Entry != entry || Find(apis, route) is not { } api)
                continue;
            first ??= api;
            if (first.Cors == api.Cors)
                continue;
            reading.Report(
                RuleIds.SettingsExclude, route.Declaration, $"CORS of '{first.LogicalId}'", $"that of '{api.LogicalId}'", "one method answers both, and an event does not say from which it comes");
            return null;
        }

        return first?.Cors;
    }

    private static RestApi? Find(EquatableArray<RestApi> apis, HttpRoute route)
    {
        foreach (var api in apis)
        {
            if (api.LogicalId == route.Api)
                return api;
        }

        return null;
    }
}
